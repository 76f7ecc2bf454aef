import type { Page } from '@playwright/test';
import { Editor } from '../support/editor.ts';
import { expect, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

async function practise(page: Page, own: string): Promise<Editor> {
	const editor = await Editor.practise(page, own);
	await editor.signIn();
	return editor;
}

test('a page opens at its top, and the caret is nowhere in its text', async ({ page, baseURL }) => {
	const editor = await practise(page, baseURL ?? '');
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
	const editor = await practise(page, baseURL ?? '');
	await editor.openSettings();
	const groups = page.locator('[data-key-path]:not([data-key-path*="."])');
	const names = await groups.evaluateAll((all) => all.map((each) => each.dataset.keyPath));
	expect(names.slice(0, 3)).toEqual(['projectLead', 'accessibilityStatement', 'privacy']);
});

test('a phone number may be written as people write it', async ({ page, baseURL }) => {
	const editor = await practise(page, baseURL ?? '');
	await editor.openSettings();
	const phone = await editor.fieldOf('projectLead', 'phone');
	await expect(phone).toHaveValue(/^\d\d \d\d \d\d \d\d$/);
	await phone.fill('+45 7228-3299');
	await editor.save();
	await expect
		.poll(() => editor.file('content/settings/site.json'))
		.toContain('"phone": "+4572283299"');
});
