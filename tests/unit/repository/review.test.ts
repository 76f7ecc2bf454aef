import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Findings } from '#content/findings.ts';
import { annotationsOf } from '../../../scripts/review/annotations.ts';
import { othersWork } from '../../../scripts/review/history.ts';
import { placesOf, summaryOf } from '../../../scripts/review/summary.ts';

const page = 'content/pages/kontakt.mdx';
const settings = 'content/settings/site.json';
const files = {
	[page]: '---\ntitle: Spørg os\nintro: a\ndescription: b\n---\n',
	'content/pages/404.mdx': '',
};

const report: Findings = {
	mistakes: [
		{
			file: page,
			line: 7,
			quote: '[a](/b/)',
			text: '"/b/" findes ikke: 100 % sikkert. Ret [adressen].',
		},
	],
	notices: [{ file: settings, line: 2, text: 'Se <her>.' }],
};
const inOrder: Findings = { mistakes: [], notices: [] };
const environment = {
	GITHUB_HEAD_REF: 'cms/pages/kontakt',
	GITHUB_REPOSITORY: 'politi/trygt',
	PREVIEW_URL: 'https://deploy-preview-1--trygt.netlify.app',
	SITE_URL: 'https://site.example/',
};
const fromEditor = placesOf({ ...environment, HEAD_REPOSITORY: 'politi/trygt' });

test('a mistake becomes an annotation on its line', () => {
	expect(annotationsOf(report)).toEqual([
		'::error file=content/pages/kontakt.mdx,line=7,title=Ret det her::"/b/" findes ikke: 100 %25 sikkert. Ret [adressen].',
		'::notice file=content/settings/site.json,line=2,title=Værd at se på::Se <her>.',
	]);
});

test('the summary lists mistakes, changed pages and notices, with links to the page and the editor', () => {
	const changed = [page, 'content/pages/404.mdx', settings, 'src/x.ts'];
	expect(summaryOf(report, changed, files, fromEditor).split('\n\n')).toEqual([
		'## 1 fejl skal rettes, før siderne kan komme ud',
		'Tryk på linket ved en fejl, ret teksten, og gem. Efter et par minutter bliver teksterne læst igen.',
		'- **Spørg os, linje 7**: ”\\[a\\](/b/)”: "/b/" findes ikke: 100 % sikkert. Ret \\[adressen\\]. [Ret i editoren](https://site.example/admin/#/collections/pages/entries/kontakt)',
		'- **Spørg os** er ændret. [Se siden](https://deploy-preview-1--trygt.netlify.app/kontakt/) [Ret i editoren](https://site.example/admin/#/collections/pages/entries/kontakt)',
		'- **404** er ændret. [Se siden](https://deploy-preview-1--trygt.netlify.app/404.html) [Ret i editoren](https://site.example/admin/#/collections/pages/entries/404)',
		'- **Indstillinger** er ændret. [Se siden](https://deploy-preview-1--trygt.netlify.app/) [Ret i editoren](https://site.example/admin/#/collections/_singletons/entries/site)',
		'### Værd at se på',
		'Det stopper ikke noget.',
		'- **Indstillinger, linje 2**: Se &lt;her>. [Ret i editoren](https://site.example/admin/#/collections/_singletons/entries/site)',
		'',
	]);
});

test('without mistakes, the summary names the next step and leaves out unknown links', () => {
	expect(summaryOf(inOrder, [page], files, {}).split('\n\n')).toEqual([
		'## Teksterne er i orden',
		'Bed nu en kollega om at se på rettelsen og udgive den. Et par minutter efter er den på nettet.',
		'- **Spørg os** er ændret.',
		'',
	]);
});

test('the summary of a change of code says only that the texts are in order', () => {
	expect(summaryOf(inOrder, ['src/x.ts'], files, fromEditor)).toBe('## Teksterne er i orden\n\n');
});

test('a change from outside the editor links to GitHub, that of a fork to the fork, whatever its branch is named', () => {
	for (const [changed, edit] of [
		[
			{ GITHUB_HEAD_REF: 'revert-12-cms/pages/kontakt' },
			'politi/trygt/edit/revert-12-cms/pages/kontakt',
		],
		[{ HEAD_REPOSITORY: 'ane/trygt' }, 'ane/trygt/edit/cms/pages/kontakt'],
	] as const) {
		expect(summaryOf(report, [], files, placesOf({ ...environment, ...changed }))).toContain(
			`[Ret hos GitHub](https://github.com/${edit}/${page}#L7)`,
		);
	}
});

describe('two people, in a clone as GitHub checks out a pull request', () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'review-'));
		git('init', '--quiet', '--initial-branch=main');
		save('Ane', 'Ring mandag.', 'Skriv gerne.');
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	function git(...args: string[]): string {
		return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
	}

	/** Saves the page with these paragraphs, and returns the commit. */
	function save(author: string, ...paragraphs: string[]): string {
		mkdirSync(dirname(join(root, page)), { recursive: true });
		writeFileSync(join(root, page), `---\ntitle: Spørg os\n---\n\n${paragraphs.join('\n\n')}\n`);
		git('add', '.');
		git('-c', `user.name=${author}`, '-c', 'user.email=a@b.dk', 'commit', '--quiet', '-m', 'Ret');
		return git('rev-parse', 'HEAD');
	}

	const taken = (sentence: string, line: number) => ({
		file: page,
		line,
		text: `Denne rettelse fjerner en sætning, som en anden har skrevet for nylig: "${sentence}" Skal den blive, så skriv den ind igen.`,
	});

	test('an old form that overwrites a colleague’s sentence is noticed', () => {
		const base = save('Bo', 'Ring mandag. Vi har lukket fredag.', 'Skriv gerne.');
		save('Ib', 'Ring mandag.', 'Skriv gerne. Husk navn.');
		expect(othersWork(base, [page], root)).toEqual([taken('Vi har lukket fredag.', 5)]);
	});

	test('an old branch that merges a colleague’s change is not noticed', () => {
		git('checkout', '--quiet', '-b', 'cms/pages/kontakt');
		save('Ib', 'Ring mandag.', 'Skriv gerne. Husk navn.');
		git('checkout', '--quiet', 'main');
		const base = save('Bo', 'Vi har lukket fredag.', 'Ring mandag.', 'Skriv gerne.');
		const merge = ['merge', '--quiet', '--no-edit', 'cms/pages/kontakt'];
		git('-c', 'user.name=GitHub', '-c', 'user.email=a@b.dk', ...merge);
		expect(othersWork(base, [page], root)).toEqual([]);
	});

	test('an old sentence and one’s own new one may be removed', () => {
		const base = save('Ib', 'Ring mandag. Vi har lukket fredag.', 'Skriv gerne.');
		save('Ib', 'Ring mandag.', 'Husk navn.');
		expect(othersWork(base, [page], root)).toEqual([]);
	});

	test('a draft by two authors is noticed, with the sentences that the last one removed', () => {
		const base = git('rev-parse', 'HEAD');
		save('Bo', 'Ring mandag.', 'Skriv gerne. Vi svarer altid.');
		save('Ib', 'Ring mandag. Husk navn.', 'Skriv gerne.');
		expect(othersWork(base, [page], root)).toEqual([
			taken('Vi svarer altid.', 7),
			{
				file: page,
				line: 1,
				text: 'Bo og Ib har skrevet i den samme kladde. Spørg hinanden, om alt er med, før den bliver udgivet.',
			},
		]);
	});

	test('a published change that is taken back leaves the page as before, and its sentence is named', () => {
		const before = readFileSync(join(root, page), 'utf8');
		const base = save('Bo', 'Ring mandag.', 'Skriv gerne. Vi svarer aldrig.');
		git('-c', 'user.name=Ib', '-c', 'user.email=a@b.dk', 'revert', '--no-edit', base);
		expect(readFileSync(join(root, page), 'utf8')).toBe(before);
		expect(othersWork(base, [page], root)).toEqual([taken('Vi svarer aldrig.', 7)]);
	});

	test('a new page and a deleted one are not noticed', () => {
		const base = git('rev-parse', 'HEAD');
		git('mv', page, 'content/pages/ny.mdx');
		git('-c', 'user.name=Ib', '-c', 'user.email=a@b.dk', 'commit', '--quiet', '-m', 'Flyt');
		expect(othersWork(base, [page, 'content/pages/ny.mdx'], root)).toEqual([]);
	});
});
