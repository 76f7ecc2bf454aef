import type { Page } from '@playwright/test';
import { checkContent } from '#content/check.ts';
import { contentFiles } from '#content/files.ts';
import { sentenceOf } from '#content/report.ts';
import { pageSource } from '#content/source.ts';
import { head, published, testPage } from '../support/broken-content.ts';
import { readIn } from '../support/compiled.ts';
import { pasted, typed, written } from '../support/constructs.ts';
import { Editor } from '../support/editor.ts';
import { expect, test } from '../support/journey.ts';

test.use({
	viewport: { width: 1400, height: 900 },
	permissions: ['clipboard-read', 'clipboard-write'],
});

/** A page with a place for each of some blocks. */
const pageWith = (blocks: readonly string[]) =>
	[`${head}\n## Alt`, ...blocks.flatMap((block, at) => [`Sted ${at}.`, block]), 'Slut.']
		.filter((part) => part !== '')
		.join('\n\n')
		.concat('\n');

/** What stands in the places of a page. */
const blocksIn = (file: string) =>
	pageSource(file)
		.body.split(/^(?:Sted \d+|Slut)\.x*$/m)
		.slice(1, -1)
		.map((block) => block.trim());

async function openWith(page: Page, own: string, blocks: readonly string[]): Promise<Editor> {
	const editor = await Editor.practise(page, own, { [testPage]: pageWith(blocks) });
	await editor.openPage('proeve');
	return editor;
}

/** Saves the open page with one letter more, as often as there are rounds; gives what is saved last. */
async function saved(editor: Editor, rounds: number): Promise<string[]> {
	for (let round = 1; round <= rounds; round++) {
		if (round > 1) await editor.openPage('proeve');
		await editor.putCaretAfter('Slut.');
		await editor.type('x');
		await editor.save();
		await expect.poll(() => editor.file(testPage)).toMatch(new RegExp(`Slut\\.x{${round}}\\n$`));
	}
	return blocksIn(await editor.file(testPage));
}

/** Writes in each place, on a line of its own. */
async function writeIn(editor: Editor, ways: readonly (() => Promise<void>)[]): Promise<void> {
	for (const [at, write] of ways.entries()) {
		await editor.putCaretAfter(`Sted ${at}.`);
		await editor.page.keyboard.press('Enter');
		await editor.frames(2);
		await write();
	}
}

test('what may stand in a page comes back from the editor as it was, three times', async ({
	page,
	baseURL,
}) => {
	const may = written.filter(([, , fate]) => fate === 'saved');
	const texts = may.map(([, text]) => text);
	const editor = await openWith(page, baseURL ?? '', texts);
	const after = await saved(editor, 3);
	for (const [at, [name, text]] of may.entries())
		expect.soft(await readIn(after[at] ?? ''), name).toBe(await readIn(text));
	expect(editor.complaints).toEqual([]);
});

test('what the editor would change may not stand in a page', () => {
	for (const [name, text, fate] of written) {
		if (fate === 'saved') continue;
		const files = { ...contentFiles('.'), [testPage]: `${head}\n## Alt\n\n${text}\n` };
		const { mistakes } = checkContent(files, published);
		const own = mistakes.filter(({ file }) => file === testPage);
		expect.soft(own.map(sentenceOf).join('\n'), name).toMatch(fate);
	}
});

test('what is typed is saved as it was typed', async ({ page, baseURL }) => {
	const may = typed.filter(([, fate]) => fate === 'saved').map(([text]) => text);
	const editor = await openWith(
		page,
		baseURL ?? '',
		may.map(() => ''),
	);
	await writeIn(
		editor,
		may.map((text) => () => page.keyboard.type(text)),
	);
	const after = await saved(editor, 2);
	for (const [at, text] of may.entries())
		expect.soft(seen(await readIn(after[at] ?? '')), text).toBe(text.replace(/^(-|##) /, ''));
});

/** The words of some HTML. */
const seen = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');

test('what would not read as it was typed is refused', async ({ page, baseURL }) => {
	const mayNot = typed.filter(([, fate]) => fate !== 'saved');
	const editor = await openWith(
		page,
		baseURL ?? '',
		mayNot.map(() => ''),
	);
	await writeIn(
		editor,
		mayNot.map(
			([text]) =>
				() =>
					page.keyboard.type(text),
		),
	);
	const said = await editor.refusal();
	for (const [text, fate] of mayNot) expect.soft(said, text).toMatch(fate);
	expect(said).toContain(` ${mayNot.length}. `);
});

test('what is pasted is saved as it reads', async ({ page, baseURL }) => {
	const may = pasted.filter((each) => typeof each[2] === 'string');
	const editor = await openWith(
		page,
		baseURL ?? '',
		may.map(() => ''),
	);
	await writeIn(
		editor,
		may.map(
			([, html]) =>
				() =>
					editor.paste(html),
		),
	);
	const after = await saved(editor, 2);
	for (const [at, [name, , text]] of may.entries()) expect.soft(after[at], name).toBe(text);
});

test('what would not read as it was pasted is refused', async ({ page, baseURL }) => {
	const mayNot = pasted.filter((each) => typeof each[2] !== 'string');
	const editor = await openWith(
		page,
		baseURL ?? '',
		mayNot.map(() => ''),
	);
	await writeIn(
		editor,
		mayNot.map(
			([, html]) =>
				() =>
					editor.paste(html),
		),
	);
	const said = await editor.refusal();
	for (const [name, , fate] of mayNot) expect.soft(said, name).toMatch(fate);
});
