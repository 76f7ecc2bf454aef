import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalBody, canonicalPage, canonicalSettings } from '#content/canonical.ts';
import { readLines } from '#content/page-lines.ts';
import { pageSource, settingsFile } from '#content/source.ts';

const table: [string, string, string][] = [
	['other bullets', '* a\n* b\n', '- a\n- b\n'],
	['loose lists', '- a\n\n- b\n', '- a\n- b\n'],
	['nested lists', '- a\n  - b\n', '- a\n    - b\n'],
	['numbered lists', '1) a\n1) b\n', '1. a\n2. b\n'],
	['emphasis', '*a* __b__\n', '_a_ **b**\n'],
	['folded lines', 'a\nb\n', 'a b\n'],
	['underlined headings', 'a\n---\n', '## a\n'],
	['closed headings', '## a ##\n', '## a\n'],
	['components without blank lines', '<Folder>\na\n</Folder>\n', '<Folder>\n\na\n\n</Folder>\n'],
	['components without a space', '<Kommuner/>\n', '<Kommuner />\n'],
	[
		'attributes in another order',
		`<Knap adresse='/' tekst='a'/>\n`,
		'<Knap tekst="a" adresse="/" />\n',
	],
	['wide tables', '| a   | b |\n|:----|---|\n| c | d |\n', '| a | b |\n| --- | --- |\n| c | d |\n'],
	['short rows', '| a | b |\n|---|---|\n| c |\n', '| a | b |\n| --- | --- |\n| c |  |\n'],
	['blank lines', '\n\na\n\n\n\nb', 'a\n\nb\n'],
	['what is escaped', '\\<3 \\{x\\} 5 \\* 3\n', '\\<3 \\{x\\} 5 \\* 3\n'],
];
for (const [what, written, form] of table) {
	test(`${what} have one form`, () => {
		expect(canonicalBody(written)).toBe(form);
		expect(canonicalBody(form), 'it is its own form').toBe(form);
	});
}

test('the lines on top have one form', () => {
	const lines = readLines('title: "Spørg: os"\nintro:   a\n');
	expect(canonicalPage(lines, 'b')).toBe("---\ntitle: 'Spørg: os'\nintro: a\n---\n\nb\n");
});

test('all pages have their one form; npm run content -- --fix puts them into it', () => {
	for (const file of readdirSync('content/pages')) {
		const text = readFileSync(join('content/pages', file), 'utf8');
		const { frontmatter = '', body } = pageSource(text);
		const lines = readLines(frontmatter);
		expect(text, file).toBe(canonicalPage(lines, body));
	}
	const settings = readFileSync(settingsFile, 'utf8');
	expect(settings).toBe(canonicalSettings(JSON.parse(settings)));
});
