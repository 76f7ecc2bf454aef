import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { GitHub } from '../support/github.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const newPage = 'content/pages/aarets-moede-i-aeroe.mdx';

async function startNewPage(page: Page, own: string): Promise<Editor> {
	const editor = await Editor.signedIn(page, own, { [testPage]: `${head}\nTekst.\n` });
	await editor.openNewPage();
	return editor;
}

/** Writes what every page needs, as somebody who types. */
async function typeTheTop(editor: Editor, delay = 0): Promise<void> {
	for (const [field, text] of [
		['title', 'Årets møde i Ærø'],
		['intro', 'Kom til møde.'],
		['description', 'Kom til møde, og hør om tryghed.'],
	] as const) {
		await editor.field(field).click();
		await editor.page.keyboard.type(text, { delay });
	}
	await editor.putCaretAtEndOf(editor.text);
}

for (const [speed, delay] of [
	['fast', 0],
	['slowly', 120],
] as const) {
	const tag = speed === 'slowly' ? ['@nightly'] : [];
	test(
		`a new page that is typed ${speed} is saved with every letter`,
		{ tag },
		async ({ page, baseURL }) => {
			const editor = await startNewPage(page, baseURL ?? '');
			await typeTheTop(editor, delay);
			await page.keyboard.type('I dag mødes vi:', { delay });
			await page.keyboard.press('Enter');
			await page.keyboard.type('- Herning', { delay });
			await page.keyboard.press('Enter');
			await page.keyboard.type('Viborg', { delay });
			await page.keyboard.press('Enter');
			await page.keyboard.press('Enter');
			await page.keyboard.type('| Hvem | Hvornår |', { delay });
			await page.keyboard.press('Enter');
			await page.keyboard.type('| Bo | Kl. 9 |', { delay });
			await page.keyboard.press('Enter');
			await editor.type('Å er en flod.');
			await editor.field('menu').fill('Møde');
			await editor.choose('order', 'Efter ”Kontakt politiet”');
			await editor.save();
			await expect
				.poll(() => editor.file(newPage))
				.toBe(
					[
						'---',
						'title: Årets møde i Ærø',
						'intro: Kom til møde.',
						'description: Kom til møde, og hør om tryghed.',
						'menu: Møde',
						'order: 2.5',
						'---',
						'',
						'I dag mødes vi:',
						'',
						'- Herning',
						'- Viborg',
						'',
						'| Hvem | Hvornår |',
						'| --- | --- |',
						'| Bo | Kl. 9 |',
						'',
						'Å er en flod.',
						'',
					].join('\n'),
				);
			await expect(page.getByRole('gridcell', { name: /\(aarets-moede-i-aeroe\)/ })).toBeVisible();
			expect(editor.complaints).toEqual([]);
		},
	);
}

test('a page with the name of another one gets an address of its own', async ({
	page,
	baseURL,
}) => {
	const editor = await startNewPage(page, baseURL ?? '');
	await typeTheTop(editor);
	await editor.type('En tekst.');
	await editor.field('title').fill('Kontakt');
	await editor.save();
	await expect.poll(() => editor.file('content/pages/kontakt-1.mdx')).toContain('En tekst.');
	expect(await editor.file('content/pages/kontakt.mdx')).toBe(
		readFileSync('content/pages/kontakt.mdx', 'utf8'),
	);
});

test('a page cannot take the address of the editor, and is told so', async ({ page, baseURL }) => {
	const editor = await startNewPage(page, baseURL ?? '');
	await typeTheTop(editor);
	await editor.field('title').fill('Admin');
	await editor.saveButton.click();
	await expect(page.getByRole('alertdialog')).toContainText('Giv siden en anden overskrift');
});

test('a new page that was not saved is offered again after a reload', async ({ page, baseURL }) => {
	const editor = await startNewPage(page, baseURL ?? '');
	await typeTheTop(editor);
	await editor.type('En tekst.');
	await expect.poll(() => editor.drafts()).toContain('En tekst.');
	page.on('dialog', (dialog) => void dialog.accept());
	await page.reload();
	await page.getByRole('button', { name: 'Gendan', exact: true }).click();
	await expect(editor.field('title')).toHaveValue('Årets møde i Ærø');
	await expect(editor.text).toContainText('En tekst.');
	await editor.save();
	await expect.poll(() => editor.file(newPage)).toContain('En tekst.');
});

test('leaving a new page asks first', async ({ page, baseURL }) => {
	const editor = await startNewPage(page, baseURL ?? '');
	await typeTheTop(editor);
	await page.getByRole('button', { name: 'Annuller redigering' }).click();
	await page.getByRole('button', { name: 'Bliv på siden' }).click();
	await expect(editor.field('title')).toHaveValue('Årets møde i Ærø');
});

test('a copy of a page is a new page with an address of its own', async ({ page, baseURL }) => {
	const editor = await startNewPage(page, baseURL ?? '');
	await editor.openPage('proeve');
	await page.getByRole('button', { name: 'Vis editorindstillinger' }).click();
	await page.getByRole('menuitem', { name: 'Lav en kopi af siden' }).click();
	await expect(page.getByText('Det her er en ny side.')).toBeVisible();
	await editor.allIsQuiet();
	await editor.field('title').fill('Prøve nr. 2');
	await editor.save();
	await expect
		.poll(() => editor.file('content/pages/proeve-nr-2.mdx'))
		.toBe(`${head}\nTekst.\n`.replace('title: Prøve', 'title: Prøve nr. 2'));
});

test('a page is taken away when somebody has said where its address leads', async ({
	page,
	baseURL,
}) => {
	const editor = await startNewPage(page, baseURL ?? '');
	await editor.openPage('proeve');
	await editor.choose('leadsTo', 'Ja, og adressen skal føre til ”Spørg projektlederen”');
	await editor.saveButton.click();
	const question = page.getByRole('dialog', { name: 'Vil du fjerne siden ”Prøve”?' });
	await expect(question).toContainText(
		'Den, der bruger adressen /proeve/, kommer til ”Spørg projektlederen”.',
	);
	await question.getByRole('button', { name: 'Behold siden' }).click();
	await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
	expect(await editor.file(testPage)).not.toContain('leadsTo');
	await editor.saveButton.click();
	await question.getByRole('button', { name: 'Fjern siden' }).click();
	await expect
		.poll(() => editor.file(testPage))
		.toBe(`${head}\nTekst.\n`.replace('\n---\n', '\nleadsTo: /kontakt/\n---\n'));
	await expect(page.getByRole('gridcell', { name: 'Prøve (proeve) – fjernet' })).toBeVisible();

	await editor.openPage('proeve');
	await editor.choose('leadsTo', 'Nej, siden skal blive');
	await editor.save();
	await expect.poll(() => editor.file(testPage)).toBe(`${head}\nTekst.\n`);
});

test('a page that others need cannot be taken away, and the editor says why', async ({
	page,
	baseURL,
}) => {
	const editor = await startNewPage(page, baseURL ?? '');
	for (const [id, why] of [
		['ansoeg', 'Siden kan ikke fjernes, for den trykte folder fører til den.'],
		['persondata', 'Siden kan ikke fjernes, for andre sider fører til den.'],
	] as const) {
		await editor.openPage(id);
		await editor.choose('leadsTo', 'Ja, og adressen skal føre til ”Forsiden”');
		await editor.saveButton.click();
		const told = page.getByRole('alertdialog');
		await expect(told).toContainText(why);
		await expect(told).toContainText('Vælg "Nej, siden skal blive"');
		await told.getByRole('button', { name: 'OK' }).click();
		await editor.choose('leadsTo', 'Nej, siden skal blive');
		await expect(editor.saveButton).toBeDisabled();
	}
});

test('a new page at GitHub is a branch and a pull request, and can be thrown away until it is public', async ({
	page,
	baseURL,
}) => {
	const github = await GitHub.standIn(page);
	const editor = await Editor.atGitHub(page, baseURL ?? '');
	await editor.openNewPage();
	await typeTheTop(editor);
	await editor.type('I dag er der møde.');
	await editor.saveButton.click();
	await expect.poll(() => github.pullRequests).toHaveLength(1);
	expect(github.unknown).toEqual([]);
	expect(github.branches).toEqual(['refs/heads/cms/pages/aarets-moede-i-aeroe']);
	const { additions = [], deletions } = github.commits[0]?.fileChanges ?? {};
	expect(deletions).toEqual([]);
	expect(additions.map(({ path }) => path)).toEqual([newPage]);
	const written = Buffer.from(additions[0]?.contents ?? '', 'base64').toString('utf8');
	expect(written).toContain('\n\nI dag er der møde.\n');

	await page.getByRole('button', { name: 'Senere' }).click();
	await expect(page.locator('.content-editor')).toHaveCount(0);
	await expect(page.getByRole('columnheader', { name: 'Ikke på nettet endnu' })).toBeVisible();
	await editor.openPage('aarets-moede-i-aeroe');
	await page.getByRole('button', { name: 'Vis editorindstillinger' }).click();
	await expect(page.getByRole('menuitem', { name: 'Slet siden' })).toBeVisible();
	await page.keyboard.press('Escape');
	await editor.openPage('kontakt');
	await page.getByRole('button', { name: 'Vis editorindstillinger' }).click();
	await expect(page.getByRole('menuitem', { name: 'Lav en kopi af siden' })).toBeVisible();
	await expect(page.getByRole('menuitem', { name: 'Slet siden' })).toHaveCount(0);
});
