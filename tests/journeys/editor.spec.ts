import { readdirSync, readFileSync } from 'node:fs';
import { settingsFile } from '#lib/content/source.ts';
import { Editor } from '../support/editor.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const pages = readdirSync('content/pages').map((file) => file.replace('.mdx', ''));
const pageFile = (id: string) => `content/pages/${id}.mdx`;

/** What the law asks of the editor; the order of its landmarks is not ours to change. */
const law = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A text with one letter taken out, if that is how it differs from another. */
function withoutOne(letter: string, text: string, before: string): string {
	const at = [...text].findIndex((each, index) => each !== before[index]);
	return text[at] === letter ? text.slice(0, at) + text.slice(at + 1) : text;
}

test('on every page, one letter typed is one letter changed in the file', async ({
	page,
	baseURL,
}) => {
	test.setTimeout(240_000);
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	for (const id of pages) {
		await editor.openPage(id);
		const before = readFileSync(pageFile(id), 'utf8');
		// Mostly a text inside a component, and so an editor within the editor.
		await editor.putCaretAtEndOf(editor.text.locator('p, li').filter({ hasText: /\w/ }).first());
		await editor.type('§');
		await editor.save();
		await expect.poll(() => editor.file(pageFile(id)), id).toContain('§');
		const after = await editor.file(pageFile(id));
		expect.soft(withoutOne('§', after, before), id).toBe(before);
	}
	expect(editor.complaints).toEqual([]);
	expect(editor.foreign).toEqual([]);
	expect(await page.context().cookies()).toEqual([]);
});

test('a letter typed on top is one letter changed in the file', async ({ page, baseURL }) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openPage('kontakt');
	const before = readFileSync(pageFile('kontakt'), 'utf8');
	await editor.append('intro', '§');
	await editor.save();
	await expect.poll(() => editor.file(pageFile('kontakt'))).toContain('§');
	const after = await editor.file(pageFile('kontakt'));
	expect(after).toMatch(/^intro: .*§$/m);
	expect(after.replace('§', '')).toBe(before);
});

test('the settings change where they are changed, and 112 and 114 cannot be', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openSettings();
	await (await editor.fieldOf('projectLead', 'name')).fill('Åse Østergård');
	for (const group of ['emergency', 'service']) {
		await expect(await editor.fieldOf(group, 'number')).toHaveAttribute('readonly');
	}
	await editor.save();
	const before = readFileSync(settingsFile, 'utf8');
	const { name } = (JSON.parse(before) as { projectLead: { name: string } }).projectLead;
	await expect.poll(() => editor.file(settingsFile)).toBe(before.replace(name, 'Åse Østergård'));
});

test('a setting in a wrong form is not saved, and the field says why', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openSettings();
	await (await editor.fieldOf('projectLead', 'phone')).fill('72 28');
	await editor.saveButton.click();
	await expect(page.getByText('Skriv nummeret med landekode').last()).toBeVisible();
	await expect.poll(() => editor.file(settingsFile)).toBe(readFileSync(settingsFile, 'utf8'));
});

test('a text that would break the site is not saved, and a dialog says why', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openPage('kontakt');
	await editor.putCaretAtEndOf(editor.text.locator('li').last());
	await page.keyboard.press('Space');
	await editor.type('Se www.politi.dk.');
	await editor.saveButton.click();
	const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
	await expect(dialog.getByText('Der står en internetadresse i teksten.')).toBeVisible();
	await expect
		.poll(() => editor.file(pageFile('kontakt')))
		.toBe(readFileSync(pageFile('kontakt'), 'utf8'));
});

test('a component can be put in, changed and taken away', async ({ page, baseURL }) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await editor.signIn();
	await editor.openPage('persondata');
	const before = readFileSync(pageFile('persondata'), 'utf8');
	const heading = '## Hvilke rettigheder har du?';
	await editor.putCaretAtEndOf(editor.text.getByText(heading.slice(3)));
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Indsæt' }).first().click();
	await page.getByRole('menuitem', { name: 'Knap' }).click();
	const text = editor.text.locator('[data-key-path$=":tekst"]').getByRole('textbox');
	const address = editor.text.locator('[data-key-path$=":adresse"]').getByRole('textbox');
	await text.fill('Ansøg om at være med');
	await address.fill('/ansoeg/');
	const preview = editor.preview.getByRole('link', { name: 'Ansøg om at være med' });
	await expect(preview).toHaveClass('button');
	await editor.save();
	const knap = '<Knap tekst="Ansøg om at være med" adresse="/ansoeg/" />';
	await expect
		.poll(() => editor.file(pageFile('persondata')))
		.toBe(before.replace(heading, `${heading}\n\n${knap}`));

	await editor.openPage('persondata');
	await text.fill('Ansøg nu');
	await editor.save();
	await expect
		.poll(() => editor.file(pageFile('persondata')))
		.toBe(
			before.replace(heading, `${heading}\n\n${knap.replace('Ansøg om at være med', 'Ansøg nu')}`),
		);

	await editor.openPage('persondata');
	await editor.text
		.locator('.component')
		.filter({ has: page.locator('[data-key-path$=":adresse"]') })
		.last()
		.getByRole('button', { name: 'Fjern' })
		.click();
	await editor.save();
	await expect.poll(() => editor.file(pageFile('persondata'))).toBe(before);
});

test('signing in, the list and the form are accessible', async ({ page, baseURL }) => {
	const editor = await Editor.open(page, baseURL ?? '');
	await expect(page.getByRole('button', { name: 'Arbejd med testrepository' })).toBeVisible();
	await expectAccessible(page, law);
	await editor.signIn();
	await expectAccessible(page, law);
	await editor.openPage('kontakt');
	await expectAccessible(page, law);
});

test('nothing of the editor is on any other page, and search engines are told to leave it', async ({
	request,
}) => {
	const response = await request.get('/admin/');
	const { 'content-security-policy': policy, ...headers } = response.headers();
	expect(policy).toMatch(/^default-src 'none'; script-src 'self'; /);
	expect(policy?.match(/default-src/g), 'there is one policy').toHaveLength(1);
	expect(policy).not.toContain('unsafe-eval');
	expect(policy).toContain(`connect-src 'self' blob: data: https://api.github.com;`);
	expect(headers).toMatchObject({
		'x-robots-tag': 'noindex',
		'x-content-type-options': 'nosniff',
		'cross-origin-opener-policy': 'same-origin-allow-popups',
	});
	expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
	expect(await response.text()).toContain('<meta name="robots" content="noindex">');
	for (const address of ['/', '/kontakt/', '/ansoeg/', '/sitemap-0.xml', '/robots.txt']) {
		expect(await (await request.get(address)).text(), address).not.toMatch(/_astro|admin/);
	}
});
