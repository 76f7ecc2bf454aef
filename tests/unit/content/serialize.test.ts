import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { autofix } from '#content/autofix.ts';
import { checkContent } from '#content/check.ts';
import { contentFiles, publishedFiles } from '#content/files.ts';
import { readLines } from '#content/frontmatter.ts';
import { readMdx, textIn } from '#content/mdx.ts';
import { settingsSchema } from '#content/schema/site-settings.ts';
import { serializeBody, serializePage, serializeSettings } from '#content/serialize.ts';
import site from '../../../content/settings/site.json' with { type: 'json' };
import { head, published, testPage } from '../../support/broken-content.ts';
import { readIn, textOf } from '../../support/compiled.ts';

const table: [string, string, string][] = [
	['other bullets', '* a\n* b\n', '- a\n- b\n'],
	['loose lists', '- a\n\n- b\n', '- a\n- b\n'],
	['nested lists', '- a\n  - b\n    - c\n\nd\n', '- a\n    - b\n        - c\n\nd\n'],
	['numbered lists', '1) a\n2) b\n', '1. a\n2. b\n'],
	['emphasis', '*a* __b__\n', '_a_ **b**\n'],
	['folded lines', 'a\nb\n', 'a b\n'],
	['underlined headings', 'a\n---\n', '## a\n'],
	['closed headings', '## a ##\n', '## a\n'],
	['components without blank lines', '<Folder>\na\n</Folder>\n', '<Folder>\n\na\n\n</Folder>\n'],
	['components without a space', '<Kommuner/>\n', '<Kommuner />\n'],
	[
		'attributes',
		`<Knap adresse='/' tekst='"a"'/>\n`,
		'<Knap adresse="/" tekst="&quot;a&quot;" />\n',
	],
	['wide tables', '| a   | b |\n|:----|---|\n| c | d |\n', '| a | b |\n| - | - |\n| c | d |\n'],
	['short rows', '| a | b |\n|---|---|\n| c |\n', '| a | b |\n| - | - |\n| c | |\n'],
	['blank lines', '\n\na\n\n\n\nb', 'a\n\nb\n'],
	['hard line breaks', 'a  \nb', 'a\\\nb\n'],
	['what is escaped', '5 \\* 3 \\[nu]\n', '5 \\* 3 \\[nu]\n'],
];
for (const [what, written, form] of table) {
	test(`${what} have one canonical form`, () => {
		expect(serializeBody(written)).toBe(form);
		expect(serializeBody(form), 'the canonical form is stable').toBe(form);
	});
}

describe('a text whose canonical form would read differently stays unchanged', () => {
	const left = [
		'24. december er lukket.\n\n1. januar er lukket.\n',
		'1. maj\n\n1. juni\n',
		'- a\n\n* b\n',
		'Skriv { her, og </Folder> der.\n',
	];
	test.each(left)('%j', (text) => {
		expect(serializeBody(text)).toBe(text);
		expect(serializeBody(text, 'form')).toBe(text);
	});
});

test('a line break in the editor’s form is a line break on the page', () => {
	expect(serializeBody('Ring\neller skriv', 'form')).toBe('Ring\\\neller skriv\n');
});

test('frontmatter has one canonical form, and every text stays a text', () => {
	for (const title of [
		'2027-01-01',
		'2027-01-01 12:00:00',
		'12:30',
		'112',
		'012',
		'1e3',
		'true',
		'null',
		'yes',
	]) {
		const lines = readLines(`title: ${title}\nintro:   a\ndescription: "b: c"\n`);
		expect(lines).toMatchObject({ title, intro: 'a', description: 'b: c' });
		expect(readLines(serializePage(lines).split('---\n')[1] ?? '')).toEqual(lines);
	}
	const page = serializePage({ description: 'b: c', title: '2027-01-01', order: 1.5, body: 'd' });
	expect(page).toBe(`---\ntitle: '2027-01-01'\ndescription: 'b: c'\norder: 1.5\n---\n\nd\n`);
});

const settings = settingsSchema.parse(site);
const { privacy, projectLead } = settings;

test('unknown settings are dropped, empty ones are null, and texts are trimmed', () => {
	const form = {
		...settings,
		emergency: { number: '911', name: '' },
		privacy: { ...privacy, retention: '', legalBasis: undefined },
		projectLead: { ...projectLead, name: ' Å\u200bse ', phone: '72 28 32 00' },
		municipalities: ['Her\u00adning'],
	};
	expect(JSON.parse(serializeSettings(form))).toEqual({
		...settings,
		privacy: { ...privacy, retention: null, legalBasis: null },
		projectLead: { ...projectLead, name: 'Åse', phone: '+4572283200' },
		municipalities: ['Herning'],
	});
});

test('empty fields and invisible characters of a page are dropped', () => {
	const fields = { title: 'Tryg\u00adhed', intro: 'b', description: 'c', menu: ' ', order: null };
	expect(serializePage({ ...fields, body: 'Hej\u200b,\ndu\u2028der' }, 'form')).toBe(
		'---\ntitle: Tryghed\nintro: b\ndescription: c\n---\n\nHej,\\\ndu\\\nder\n',
	);
});

test('a date at the start of a line stays unchanged', () => {
	const body = '24. december er lukket.\n\n1. januar er lukket.';
	expect(serializePage({ title: 'a', body }, 'form')).toBe(`---\ntitle: a\n---\n\n${body}\n`);
});

test('all content is in its canonical form; npm run content -- --fix does that', () => {
	const files = contentFiles('.');
	expect(autofix(files, publishedFiles('.'))).toEqual(files);
});

/** Texts, many of which are Markdown. */
const words = fc.constantFrom(
	...[
		'a',
		'Ring 112',
		'24. december',
		'1. januar',
		'5 * 3',
		'#1',
		'- b',
		'+ c',
		'AT&T',
		'&nbsp;',
		'\u00a0',
		'x_y',
	],
	...[
		'**fed**',
		'__fed__',
		'*kursiv*',
		'_kursiv_',
		'**_begge_**',
		'tryg**hed**en',
		'[nu]',
		'(se)',
		'\\*',
		'\\_',
		'\\[',
	],
	...[
		'[spørg os](https://a.dk/)',
		'[**os**](https://a.dk/)',
		'!',
		'"',
		'&amp;',
		'&lt;',
		'|',
		'\\|',
		'=',
		'&#42;',
		'\\24.',
		'24\\.',
		'[^1]',
	],
);
const phrase = fc.array(words, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
const paragraph = fc
	.array(phrase, { minLength: 1, maxLength: 2 })
	.chain((lines) => fc.constantFrom('\n', '\\\n', '  \n').map((end) => lines.join(end)));
const list = fc
	.tuple(
		fc.constantFrom('- ', '* ', '+ ', '1. ', '1) ', '7. '),
		fc.array(phrase, { minLength: 1, maxLength: 3 }),
		fc.constantFrom('\n', '\n\n', '\n    - x\n'),
	)
	.map(([mark, items, gap]) =>
		items.map((item, at) => mark.replace(/^1/, String(at + 1)) + item).join(gap),
	);
const rows = fc
	.array(fc.tuple(phrase, phrase), { minLength: 1, maxLength: 2 })
	.map((cells) =>
		['| a | b |', '|:--|---|', ...cells.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
	);
const heading = fc
	.tuple(fc.constantFrom('## ', '### ', '#### '), phrase)
	.map((each) => each.join(''));
const plain = fc.oneof(paragraph, list);
const block = fc.oneof(
	{ weight: 4, arbitrary: plain },
	rows,
	heading,
	phrase.map((text) => `${text}\n---`),
	phrase.map((text) => `[^1]: ${text}`),
	plain.map((text) => `<Folder>\n\n${text}\n\n</Folder>`),
	fc.constant(`<Knap adresse='/' tekst='a'/>`),
);
const bodies = fc
	.array(block, { minLength: 1, maxLength: 4 })
	.chain((blocks) => fc.constantFrom('\n\n', '\n').map((gap) => blocks.join(gap)));

test('the check reads what readers read, and --fix never changes it', async () => {
	let changed = 0;
	await fc.assert(
		fc.asyncProperty(bodies, async (body) => {
			const page = `${head}\n${body}\n`;
			const files = autofix({ [testPage]: page }, published);
			const after = files[testPage] ?? '';
			const { mistakes } = checkContent(files, published);
			if (mistakes.some(({ file }) => file === testPage)) {
				expect(after, 'mistakes stay unchanged').toBe(page);
				return;
			}
			if (after !== page) changed++;
			const read = await readIn(body);
			expect(await readIn(after.slice(head.length))).toBe(read);
			expect(textOf(read), 'the text that was checked').toBe(textOf(textIn(readMdx(body).tree)));
			expect(autofix(files, published)[testPage], 'the canonical form is stable').toBe(after);
		}),
		{ numRuns: 800, seed: 24 },
	);
	expect(changed, 'changed pages').toBeGreaterThan(100);
});
