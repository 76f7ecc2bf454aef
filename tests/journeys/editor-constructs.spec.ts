import type { Page } from '@playwright/test';
import { pageSource } from '#content/source.ts';
import { head, testPage } from '../support/broken-content.ts';
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

/** The blocks in the places of a page. */
const blocksIn = (file: string) =>
	pageSource(file)
		.body.split(/^(?:Sted \d+|Slut)\.x*$/m)
		.slice(1, -1)
		.map((block) => block.trim());

async function openWith(page: Page, blocks: readonly string[]): Promise<Editor> {
	const editor = await Editor.practise(page, { [testPage]: pageWith(blocks) });
	await editor.openPage('proeve');
	return editor;
}

/** Opens a page and enters each construct in a place of its own. */
async function openAndEnter<Construct>(
	page: Page,
	constructs: readonly Construct[],
	enter: (editor: Editor, construct: Construct) => Promise<void>,
): Promise<Editor> {
	const editor = await openWith(
		page,
		constructs.map(() => ''),
	);
	for (const [at, construct] of constructs.entries()) {
		await editor.putCaretAfter(`Sted ${at}.`);
		await page.keyboard.press('Enter');
		await editor.frames(2);
		await enter(editor, construct);
	}
	return editor;
}

/** Saves the page with one more letter in each round, and returns its blocks. */
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

const typeIn = ({ page }: Editor, [text]: (typeof typed)[number]) => page.keyboard.type(text);
const pasteInto = (editor: Editor, [, html]: (typeof pasted)[number]) => editor.paste(html);

test('what may stand in a page comes back unchanged from the editor, three times', async ({
	page,
}) => {
	const editor = await openWith(
		page,
		written.map(([, text]) => text),
	);
	const after = await saved(editor, 3);
	for (const [at, [name, text]] of written.entries())
		expect.soft(await readIn(after[at] ?? ''), name).toBe(await readIn(text));
	expect(editor.complaints).toEqual([]);
});

test('typed text is saved as it was typed', async ({ page }) => {
	const allowed = typed.filter(([, fate]) => fate === 'saved');
	const after = await saved(await openAndEnter(page, allowed, typeIn), 2);
	for (const [at, [text]] of allowed.entries())
		expect.soft(seen(await readIn(after[at] ?? '')), text).toBe(text.replace(/^(-|##) /, ''));
});

/** The words of some HTML. */
const seen = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');

test('typed text that would read differently is refused', async ({ page }) => {
	const refused = typed.filter(([, fate]) => fate !== 'saved');
	const said = await (await openAndEnter(page, refused, typeIn)).refusal();
	for (const [text, fate] of refused) expect.soft(said, text).toMatch(fate);
	expect(said).toContain(` ${refused.length}. `);
});

test('pasted text is saved as it reads', async ({ page }) => {
	const allowed = pasted.filter(([, , fate]) => typeof fate === 'string');
	const after = await saved(await openAndEnter(page, allowed, pasteInto), 2);
	for (const [at, [name, , text]] of allowed.entries()) expect.soft(after[at], name).toBe(text);
});

test('pasted text that would read differently is refused', async ({ page }) => {
	const refused = pasted.filter(([, , fate]) => typeof fate !== 'string');
	const said = await (await openAndEnter(page, refused, pasteInto)).refusal();
	for (const [name, , fate] of refused) expect.soft(said, name).toMatch(fate);
});
