import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from '#content/check.ts';
import { findingsIn, head, testPage } from '../../support/broken-content.ts';
import { compiled } from '../../support/compiled.ts';

const code = [
	'export let x = eval(atob(/MQ==/.source))',
	'export{x}',
	'export*from "x"',
	'export\nlet x = 1',
	'import{x} from "x"',
	'import\tx from "x"',
	'Tekst.\n\nimport x from "x"',
	'# Overskrift\nexport let x = 1',
	'<Folder>\n\nexport let x = 1\n\n</Folder>',
	'{1 + 1}',
	'En {navn} i teksten',
	'## {1}',
	'- {1}',
	'| {1} |\n| --- |',
	'[Læs {1}](/kontakt/)',
	'<Knap tekst={1} adresse="/" />',
	'<Knap {...x} />',
	'<script>alert(1)</script>',
	'<b>fed</b>',
	'<>tekst</>',
	'<Boks />',
];
for (const body of code) {
	test(`the build and the check refuse ${JSON.stringify(body)}`, async () => {
		await expect(compiled(body)).rejects.toThrow('Der står kode på siden.');
		expect(findingsIn(body).mistakes).not.toEqual([]);
	});
}

test('a page of text and components is built', async () => {
	const body = '## Hvem?\n\nImport og *eksport* {x}.\n\n<KortFortalt>\n\n- a\n\n</KortFortalt>\n';
	expect(await compiled(body.replace('{x}', '\\{x}'))).toContain('KortFortalt');
});

/** Pieces of code, components and texts. */
const pieces = fc.constantFrom(
	...['export ', 'import ', 'export{', 'export*', 'let x = 1', '{', '}', '\\{', '`', '"', "'"],
	...['<', '>', '/>', '</', '<Folder>', '</Folder>', '<Kommuner />', '<Knap tekst="a" adresse="/"'],
	...[
		'- ',
		'> ',
		'# ',
		'| ',
		'---',
		'    ',
		'\t',
		' ',
		'\n',
		'\n',
		'\n\n',
		'<!--',
		'-->',
		'[',
		'](/)',
	],
	...['a', 'b', '1', '=', '*', '_', '&#123;', '\u00a0', '+++', '***'],
);

test('the build accepts every page that the check accepts', async () => {
	const text = fc.array(pieces, { maxLength: 14 }).map((each) => each.join(''));
	await fc.assert(
		fc.asyncProperty(text, async (body) => {
			const page = `${head}\n${body}\n`;
			const { mistakes } = checkContent({ [testPage]: page }, []);
			if (mistakes.some(({ file }) => file === testPage)) return;
			await compiled(`\n${body}\n`);
		}),
		{ numRuns: 200, seed: 11 },
	);
});
