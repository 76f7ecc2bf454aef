import { describe, expect, test } from 'vitest';
import type { Findings } from '#content/report.ts';
import { annotationsOf } from '../../../scripts/review/annotations.ts';
import { editLink } from '../../../scripts/review/edit-links.ts';
import { relevantTo } from '../../../scripts/review/relevant.ts';
import { summaryOf } from '../../../scripts/review/summary.ts';

const page = 'content/pages/kontakt.mdx';
const settings = 'content/settings/site.json';
const files = { [page]: '---\ntitle: Spørg os\n---\n' };

const report: Findings = {
	mistakes: [
		{
			file: page,
			line: 7,
			quote: '[a](/b/)',
			what: '"/b/" findes ikke: 100 % sikkert.',
			mend: 'Ret [adressen].',
		},
	],
	notices: [{ file: settings, line: 2, text: 'Se <her>.' }],
};
const inOrder: Findings = { mistakes: [], notices: [] };
const repository = 'https://github.com/politi/trygt';
const fromEditor = {
	site: 'https://site.example',
	preview: 'https://deploy-preview-1--trygt.netlify.app',
	repository,
	branch: 'cms/pages/kontakt',
};

test('a change is told of every mistake, and of what is worth a look where it was made', () => {
	expect(relevantTo([page], report)).toEqual({ ...report, notices: [] });
	expect(relevantTo([settings], report)).toEqual(report);
});

test('a mistake stands on its line, in the form that GitHub reads', () => {
	expect(annotationsOf(report)).toEqual([
		'::error file=content/pages/kontakt.mdx,line=7,title=Ret det her::"/b/" findes ikke: 100 %25 sikkert.%0ASådan retter du det: Ret [adressen].',
		'::notice file=content/settings/site.json,line=2,title=Værd at se på::Se <her>.',
	]);
});

test('the summary tells how many, what to do, what is wrong, and leads to the page and the editor', () => {
	const changed = [
		page,
		'content/pages/forside.mdx',
		'content/pages/404.mdx',
		settings,
		'src/x.ts',
	];
	expect(summaryOf(report, changed, files, fromEditor).split('\n')).toEqual([
		'## 1 fejl skal rettes, før siderne kan komme ud',
		'',
		'Ret fejlene en ad gangen: Tryk på linket ved fejlen, ret teksten, og gem. Efter et par minutter bliver teksterne læst igen.',
		'',
		'1. **Spørg os, linje 7**: ”\\[a\\](/b/)”<br>',
		'   "/b/" findes ikke: 100 % sikkert.<br>',
		'   Sådan retter du det: Ret \\[adressen\\].<br>',
		'   [Ret i editoren](https://site.example/admin/#/collections/pages/entries/kontakt)',
		'',
		'### Det, der er ændret',
		'Forhåndsvisningen er klar efter et par minutter.',
		'',
		'- **Spørg os** [Se siden, som den bliver](https://deploy-preview-1--trygt.netlify.app/kontakt/) · [Ret i editoren](https://site.example/admin/#/collections/pages/entries/kontakt)',
		'- **Forsiden** [Se siden, som den bliver](https://deploy-preview-1--trygt.netlify.app/) · [Ret i editoren](https://site.example/admin/#/collections/pages/entries/forside)',
		'- **404** [Se siden, som den bliver](https://deploy-preview-1--trygt.netlify.app/404.html) · [Ret i editoren](https://site.example/admin/#/collections/pages/entries/404)',
		'- **Indstillinger** [Se siden, som den bliver](https://deploy-preview-1--trygt.netlify.app/) · [Ret i editoren](https://site.example/admin/#/collections/_singletons/entries/site)',
		'',
		'### Værd at se på',
		'Det stopper ikke noget.',
		'',
		'- Indstillinger, linje 2: Se &lt;her>.',
		'',
	]);
});

test('without a mistake it says who is next, and leaves out what is not known', () => {
	expect(summaryOf(inOrder, [page], files, {})).toBe(
		'## Teksterne er i orden\n\nBed nu en kollega om at se på rettelsen og udgive den. Et par minutter efter er den på nettet.\n\n### Det, der er ændret\n- **Spørg os**\n',
	);
});

test('a change of code alone says no more than that the texts are in order', () => {
	expect(summaryOf(inOrder, ['src/x.ts'], files, fromEditor)).toBe('## Teksterne er i orden\n');
});

describe('the link to go on with a change', () => {
	test('leads to the editor only where the editor has the change', () => {
		expect(editLink(page, 7, { ...fromEditor, branch: 'kontakt-2' })).toBe(
			'[Ret hos GitHub](https://github.com/politi/trygt/edit/kontakt-2/content/pages/kontakt.mdx#L7)',
		);
	});

	test('is left out where neither is known', () => {
		expect(editLink(page, 7, { site: 'https://site.example' })).toBe('');
	});
});
