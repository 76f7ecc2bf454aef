import { expect, test } from 'vitest';
import type { Findings } from '#content/report.ts';
import { annotationsOf } from '../../../scripts/review/annotations.ts';
import { summaryOf } from '../../../scripts/review/summary.ts';

const report: Findings = {
	mistakes: [
		{
			file: 'content/pages/kontakt.mdx',
			line: 7,
			quote: '[a](/b/)',
			what: '"/b/" findes ikke: 100 % sikkert.',
			mend: 'Ret [adressen].',
		},
	],
	notices: [{ file: 'content/settings/site.json', line: 2, text: 'Se <her>.' }],
};
const inOrder: Findings = { mistakes: [], notices: [] };

test('a mistake stands on its line, in the form that GitHub reads', () => {
	expect(annotationsOf(report)).toEqual([
		'::error file=content/pages/kontakt.mdx,line=7,title=Ret det her::"/b/" findes ikke: 100 %25 sikkert.%0ASådan retter du det: Ret [adressen].',
		'::notice file=content/settings/site.json,line=2,title=Værd at se på::Se <her>.',
	]);
});

test('the summary tells what is wrong, and leads to the page and the editor', () => {
	const changed = ['content/pages/kontakt.mdx', 'content/pages/forside.mdx', 'src/x.ts'];
	const text = summaryOf(report, changed, {
		site: 'https://site.example',
		preview: 'https://preview.example',
	});
	expect(text).toContain('## 1 fejl skal rettes');
	expect(text).toContain('**kontakt, linje 7:**');
	expect(text).toContain(
		'[Ret i editoren](https://site.example/admin/#/collections/pages/entries/kontakt)',
	);
	expect(text).toContain('[Se siden](https://preview.example/kontakt/)');
	expect(text).toContain('[Se siden](https://preview.example/)');
	expect(text).toContain('Indstillinger, linje 2: Se &lt;her>.');
	expect(text).toContain('Ret \\[adressen\\].');
	expect(text).not.toContain('src/x.ts');
});

test('without a mistake it says so, and leaves out what is not known', () => {
	expect(summaryOf(inOrder, ['content/pages/kontakt.mdx'], {})).toBe(
		'## Teksterne er i orden\n\n### Sider, der er ændret\n- /kontakt/\n',
	);
});
