import type { Page } from '@playwright/test';
import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { GitHub } from '../support/github.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const aPage = `${head}\nFørst.\n\nSidst.\n`;

async function startTyping(page: Page, own: string): Promise<Editor> {
	const editor = await Editor.signedIn(page, own, { [testPage]: aPage });
	await page.getByRole('gridcell', { name: /\(proeve\)/ }).click();
	await editor.putCaretAtEndOf(editor.text.getByText('Sidst.'));
	await editor.type(' Mere.');
	return editor;
}

const question = (page: Page) => page.getByRole('dialog', { name: 'Du har ikke gemt' });

/** Every way out that the browser leaves to the page. */
const waysOut: Record<string, (page: Page) => Promise<unknown>> = {
	'the back arrow': (page) => page.getByRole('button', { name: 'Annuller redigering' }).click(),
	Escape: (page) => page.keyboard.press('Escape'),
	"the browser's back": (page) => page.evaluate(() => history.back()),
	'another address': (page) => page.evaluate(() => (location.hash = '#/collections/pages')),
};

for (const [way, leave] of Object.entries(waysOut)) {
	test(`${way} asks before unsaved work is left, and staying keeps it`, async ({
		page,
		baseURL,
	}) => {
		const editor = await startTyping(page, baseURL ?? '');
		await leave(page);
		await question(page).getByRole('button', { name: 'Bliv på siden' }).click();
		await expect(editor.text).toContainText('Sidst. Mere.');
		await leave(page);
		await question(page).getByRole('button', { name: 'Gå uden at gemme' }).click();
		await expect(editor.saveButton).toHaveCount(0);
		expect(editor.complaints).toEqual([]);
	});
}

test('leaving asks nothing where nothing was typed, or all of it is saved', async ({
	page,
	baseURL,
}) => {
	const editor = await startTyping(page, baseURL ?? '');
	await editor.save();
	await expect.poll(() => editor.file(testPage)).toContain('Sidst. Mere.');
	await expect(page.getByRole('status', { name: 'Det, du har gemt' })).toContainText('Prøve, gemt');
	await editor.openSettings();
	await (await editor.fieldOf('projectLead', 'name')).click();
	await page.getByRole('button', { name: 'Annuller redigering' }).click();
	await expect(editor.saveButton).toHaveCount(0);
	await expect(question(page)).toHaveCount(0);
});

test('closing or reloading asks, and what was typed is offered again', async ({
	page,
	baseURL,
}) => {
	const editor = await startTyping(page, baseURL ?? '');
	await expect.poll(() => editor.drafts()).toContain('Sidst. Mere.');
	const asked = page.waitForEvent('dialog');
	const reload = page.reload();
	const dialog = await asked;
	expect(dialog.type()).toBe('beforeunload');
	await dialog.accept();
	await reload;
	await page.getByRole('button', { name: 'Gendan', exact: true }).click();
	await expect(editor.text).toContainText('Sidst. Mere.');
	await editor.save();
	await expect.poll(() => editor.file(testPage)).toContain('Sidst. Mere.');
});

test('what was typed the moment before "Gem" is saved too', async ({ page, baseURL }) => {
	const editor = await startTyping(page, baseURL ?? '');
	// The letters come one by one, so that the first of them has already been taken over.
	await page.keyboard.type(' Og det allersidste ord', { delay: 15 });
	await page.keyboard.press('Control+s');
	await expect.poll(() => editor.file(testPage)).toContain('Mere. Og det');
	expect(await editor.file(testPage)).toContain('Og det allersidste ord');
});

for (const [name, fault] of [
	['the connection is lost', 'offline'],
	['the sign-in has run out', 'signed out'],
] as const) {
	test(`when ${name}, saving says so and what was typed stays`, async ({ page, baseURL }) => {
		const github = await GitHub.standIn(page);
		const editor = await Editor.atGitHub(page, baseURL ?? '');
		await editor.openPage('kontakt');
		await editor.field('intro').press('Control+End');
		await editor.type(' Mere.');
		github.fault = fault;
		await editor.saveButton.click();
		const told = page.getByRole('alertdialog');
		await expect(told).toContainText(
			fault === 'offline' ? 'ikke forbindelse til GitHub' : 'Du er ikke længere logget ind',
		);
		await told.getByRole('button').last().click();
		await expect(editor.field('intro')).toHaveValue(/Mere\.$/);
		await expect.poll(() => editor.drafts()).toContain(' Mere.');
		github.fault = undefined;
		await editor.saveButton.click();
		await expect.poll(() => github.pullRequests).toHaveLength(1);
	});
}
