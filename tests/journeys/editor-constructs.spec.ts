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

const otherPage = testPage.replace('proeve', 'afvist');
const places = (constructs: readonly unknown[]) => pageWith(constructs.map(() => ''));

/** Enters each construct in a place of its own. */
async function enter<Construct>(
	editor: Editor,
	constructs: readonly Construct[],
	how: (editor: Editor, construct: Construct) => Promise<void>,
): Promise<void> {
	for (const [at, construct] of constructs.entries()) {
		await editor.putCaretAfter(`Sted ${at}.`);
		await editor.page.keyboard.press('Enter');
		await editor.frames(2);
		await how(editor, construct);
	}
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
	const blocks = written.map(([, text]) => text);
	const editor = await Editor.practise(page, { [testPage]: pageWith(blocks) });
	await editor.openPage('proeve');
	const after = await saved(editor, 3);
	for (const [at, [name, text]] of written.entries())
		expect.soft(await readIn(after[at] ?? ''), name).toBe(await readIn(text));
	expect(editor.complaints).toEqual([]);
});

test('typed text is saved as it was typed, or refused where it would read differently', async ({
	page,
}) => {
	const allowed = typed.filter(([, fate]) => fate === 'saved');
	const refused = typed.filter(([, fate]) => fate !== 'saved');
	const pages = { [testPage]: places(allowed), [otherPage]: places(refused) };
	const editor = await Editor.practise(page, pages);
	await editor.openPage('proeve');
	await enter(editor, allowed, typeIn);
	const after = await saved(editor, 2);
	for (const [at, [text]] of allowed.entries())
		expect.soft(seen(await readIn(after[at] ?? '')), text).toBe(text.replace(/^(-|##) /, ''));

	await editor.openPage('afvist');
	await enter(editor, refused, typeIn);
	const said = await editor.refusal();
	for (const [text, fate] of refused) expect.soft(said, text).toMatch(fate);
	expect(said).toContain(` ${refused.length}. `);
});

/** The words of some HTML. */
const seen = (html: string) => html.replaceAll(/<[^>]*>/g, '').replaceAll('&amp;', '&');

test('pasted text is saved as it reads, or refused where it would read differently', async ({
	page,
}) => {
	const allowed = pasted.filter(([, , fate]) => typeof fate === 'string');
	const refused = pasted.filter(([, , fate]) => typeof fate !== 'string');
	const pages = { [testPage]: places(allowed), [otherPage]: places(refused) };
	const editor = await Editor.practise(page, pages);
	await editor.openPage('proeve');
	await enter(editor, allowed, pasteInto);
	const after = await saved(editor, 2);
	for (const [at, [name, , text]] of allowed.entries()) expect.soft(after[at], name).toBe(text);

	await editor.openPage('afvist');
	await enter(editor, refused, pasteInto);
	const said = await editor.refusal();
	for (const [name, , fate] of refused) expect.soft(said, name).toMatch(fate);
});
