import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

test('a page opens at its top, and the caret is nowhere in its text', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	// Text inside components stands in editors of its own, each of which wanted to be first.
	await editor.openPage('kontakt');
	await editor.allIsQuiet();
	await expect(editor.field('title')).toBeInViewport();
	await expect(page.locator('[contenteditable="true"]:focus')).toHaveCount(0);
	await expect(page.locator('.component:focus')).toHaveCount(0);
});

test('the settings begin with the project lead and with what may be missing', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await editor.openSettings();
	const groups = page.locator('[data-key-path]:not([data-key-path*="."])');
	const names = await groups.evaluateAll((all) => all.map((each) => each.dataset.keyPath));
	expect(names.slice(0, 3)).toEqual(['projectLead', 'accessibilityStatement', 'privacy']);
});

test('a phone number may be written as people write it', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await editor.openSettings();
	const phone = await editor.fieldOf('projectLead', 'phone');
	await expect(phone).toHaveValue(/^\d\d \d\d \d\d \d\d$/);
	await phone.fill('+45 7228-3299');
	await editor.save();
	await expect
		.poll(() => editor.file('content/settings/site.json'))
		.toContain('"phone": "+4572283299"');
});

test('the dialog for a link begins empty and offers our pages', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '', {
		[testPage]: `${head}\nSpørg lederen.\n`,
	});
	await editor.openPage('proeve');
	await editor.putCaretAtEndOf(editor.text.getByText('Spørg lederen.'));
	await page.keyboard.press('Shift+Home');
	await editor.caretIsSeen();
	await page.getByRole('button', { name: 'Link', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Indsæt link' });
	await expect(dialog.getByRole('textbox', { name: 'Adresse' })).toHaveValue('');
	await dialog.getByRole('combobox', { name: 'En af vores sider' }).selectOption('/kontakt/');
	await expect(dialog.getByRole('textbox', { name: 'Adresse' })).toHaveValue('/kontakt/');
	await dialog.getByRole('button', { name: 'Indsæt' }).click();
	await expect(editor.preview.getByRole('link', { name: 'Spørg lederen.' })).toBeVisible();
	await editor.save();
	await expect.poll(() => editor.file(testPage)).toBe(`${head}\n[Spørg lederen.](/kontakt/)\n`);
});

test('every symbol is drawn, and none is written out as its name', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	const symbols = page.locator('.material-symbols-outlined');
	const widths = () =>
		symbols.evaluateAll((all: HTMLElement[]) => all.map((each) => each.offsetWidth));
	await expect.poll(async () => Math.max(...(await widths()))).toBeLessThan(40);
	await editor.openPage('kontakt');
	await editor.scrollToText();
	await page.getByRole('button', { name: 'Indsæt' }).first().click();
	await expect(page.getByRole('menuitem').first()).toBeVisible();
	expect((await widths()).filter((width) => width > 0).length).toBeGreaterThan(10);
	expect(Math.max(...(await widths()))).toBeLessThan(40);
});

test.describe('in a browser that speaks English', () => {
	test.use({ locale: 'en-US' });

	test('the editor speaks Danish all the same', async ({ page, baseURL }) => {
		// The button to practise has its Danish name.
		const editor = await Editor.signedIn(page, baseURL ?? '');
		await editor.openPage('kontakt');
		await expect(page.getByRole('button', { name: 'Gem' }).first()).toBeVisible();
	});
});

test('every field looks like one, whatever is left out of the editor', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await editor.openPage('kontakt');
	await editor.scrollToText();
	await editor.text.getByRole('textbox').last().scrollIntoViewIfNeeded();
	await editor.allIsQuiet();
	const fields = page.locator('.content-editor :is(input[type=text], textarea):visible');
	expect(await fields.count()).toBeGreaterThan(3);
	const edges = await fields.evaluateAll((all) =>
		all.map((field) => {
			const { borderTopWidth, paddingLeft } = getComputedStyle(field);
			return Math.min(parseFloat(borderTopWidth), parseFloat(paddingLeft));
		}),
	);
	expect(Math.min(...edges)).toBeGreaterThan(0);
});
