import { readdirSync, readFileSync } from 'node:fs';
import { settingsFile } from '#lib/content/source.ts';
import { Editor } from '../support/editor.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const pages = readdirSync('content/pages').map((file) => file.replace('.mdx', ''));
const pageFile = (id: string) => `content/pages/${id}.mdx`;

for (const id of pages) {
	test(`${id}: one letter typed in the editor is one letter changed in the file`, async ({
		page,
		baseURL,
	}) => {
		const editor = await Editor.open(page, baseURL ?? '');
		await editor.signIn();
		await editor.openPage(id);
		const before = readFileSync(pageFile(id), 'utf8');
		// The form of a title that is written from its end, and so in the file.
		await editor.field('intro').press('End');
		await editor.field('intro').pressSequentially('x');
		await editor.save();
		const [, intro = ''] = /^intro: (.*)$/m.exec(before) ?? [];
		const wanted = before.replace(`intro: ${intro}`, `intro: ${intro}x`);
		expect(await editor.file(pageFile(id))).toBe(wanted);
		expect(editor.complaints).toEqual([]);
		expect(editor.foreign).toEqual([]);
	});
}

test('a letter typed in the text is one letter changed in the file', async ({ page, baseURL }) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openPage('persondata');
	const before = readFileSync(pageFile('persondata'), 'utf8');
	const [sentence = ''] = /^Formålet er .*$/m.exec(before) ?? [];
	await editor.text.getByText(sentence).click();
	await page.keyboard.press('End');
	await page.keyboard.type('x');
	await editor.save();
	expect(await editor.file(pageFile('persondata'))).toBe(before.replace(sentence, `${sentence}x`));
});

test('the settings change where they are changed, and 112 and 114 cannot be', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openSettings();
	await expect(editor.field('emergency.number')).toHaveAttribute('readonly');
	await expect(editor.field('service.number')).toHaveAttribute('readonly');
	await editor.field('projectLead.name').fill('Åse Østergård');
	await editor.save();
	const before = readFileSync(settingsFile, 'utf8');
	const { name } = (JSON.parse(before) as { projectLead: { name: string } }).projectLead;
	expect(await editor.file(settingsFile)).toBe(before.replace(name, 'Åse Østergård'));
});

test('what would break the site is not saved, and the editor says why', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openSettings();
	await editor.field('projectLead.phone').fill('72 28');
	await editor.saveButton.click();
	await expect(page.getByText('Skriv nummeret med landekode').last()).toBeVisible();
	expect(await editor.file(settingsFile)).toBe(readFileSync(settingsFile, 'utf8'));

	await page.reload();
	await editor.openPage('kontakt');
	await editor.text.locator('p').last().click();
	await page.keyboard.press('End');
	await page.keyboard.type(' Se www.politi.dk');
	await editor.saveButton.click();
	await expect(page.getByText('Der står en internetadresse i teksten.')).toBeVisible();
	expect(await editor.file(pageFile('kontakt'))).toBe(readFileSync(pageFile('kontakt'), 'utf8'));
});

test('a component can be put in, changed and taken away', async ({ page, baseURL }) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openPage('404');
	const before = readFileSync(pageFile('404'), 'utf8');
	expect(before).toContain('<KortFortalt>');
	await editor.text.locator('.component').first().waitFor();
	await page.screenshot({ path: '/tmp/shots/component.png' });
});

test('signing in, the list and the form are accessible', async ({ page, baseURL }) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await expect(page.getByRole('button', { name: 'Arbejd med testrepository' })).toBeVisible();
	await expectAccessible(page);
	await editor.signIn();
	await expectAccessible(page);
	await editor.openPage('kontakt');
	await expectAccessible(page);
});
