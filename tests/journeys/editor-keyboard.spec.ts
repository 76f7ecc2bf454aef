import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

test('a page is found, changed and saved with the keyboard alone', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '', { [testPage]: `${head}\nTekst.\n` });
	const { keyboard } = page;
	const goTo = async (key: string, role: string, name?: string, within = '') => {
		for (let presses = 0; presses < 40; presses++) {
			const isThere = await page.evaluate(
				([wanted = '', label, place = '']) => {
					const at = document.activeElement;
					const called = at?.getAttribute('aria-label') ?? at?.textContent.trim();
					return (
						at?.getAttribute('role') === wanted &&
						(label === undefined || called === label) &&
						(place === '' || at.closest(place) !== null)
					);
				},
				[role, name, within],
			);
			if (isThere) return;
			await keyboard.press(key);
			await page.evaluate(() => new Promise(requestAnimationFrame));
		}
		throw new Error(`The keyboard does not lead to ${role} ${name ?? within}.`);
	};

	// The rows are drawn one after the other.
	await expect(page.getByRole('row', { name: 'Prøve' })).toBeVisible();
	await editor.allIsQuiet();
	await goTo('Tab', 'row');
	await goTo('ArrowDown', 'row', 'Prøve');
	await keyboard.press('Enter');
	await expect(editor.text).toBeVisible();
	await editor.allIsQuiet();
	await goTo('Tab', 'textbox', undefined, '[data-key-path="body"]');
	await keyboard.press('Control+End');
	await editor.type(' I dag.');
	await expect(editor.saveButton).toBeEnabled();
	await goTo('Shift+Tab', 'button', 'Gem');
	await keyboard.press('Enter');
	await expect.poll(() => editor.file(testPage)).toBe(`${head}\nTekst. I dag.\n`);
});

test('a new page is made and placed in the menu with the keyboard alone', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	const { keyboard } = page;
	await page.getByRole('button', { name: 'Lav en ny side' }).focus();
	await keyboard.press('Enter');
	await expect(editor.text).toBeVisible();
	await editor.allIsQuiet();
	const isIn = (field: string) =>
		page.evaluate((name) => {
			const at = document.activeElement;
			const isField = at?.matches('input, textarea, [contenteditable], [role="combobox"]');
			return isField === true && at?.closest(`[data-key-path="${name}"]`) !== null;
		}, field);
	for (const [field, text] of [
		['title', 'Møde i Ry'],
		['intro', 'Kom.'],
		['description', 'Kom til møde.'],
		['body', 'I dag.'],
		['menu', 'Møde'],
	] as const) {
		for (let presses = 0; presses < 12 && !(await isIn(field)); presses++)
			await keyboard.press('Tab');
		await keyboard.type(text);
	}
	for (let presses = 0; presses < 12 && !(await isIn('order')); presses++)
		await keyboard.press('Tab');
	await keyboard.press('Enter');
	await expect(page.getByRole('searchbox', { name: 'Filtrér muligheder' })).toBeFocused();
	await expect(page.getByRole('option', { name: 'Sidst' })).toContainClass('focused');
	await keyboard.press('ArrowDown');
	await expect(page.getByRole('option', { name: 'Først' })).toContainClass('focused');
	await keyboard.press('Enter');
	await expect(page.locator('[data-key-path="order"]')).toContainText('Først');
	await keyboard.press('Control+s');
	await expect.poll(() => editor.file('content/pages/moede-i-ry.mdx')).toContain('order: 0.5');
	expect(await editor.file('content/pages/moede-i-ry.mdx')).toContain('\n\nI dag.\n');
});
