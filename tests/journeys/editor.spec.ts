import { readdirSync, readFileSync } from 'node:fs';
import { components, componentEntries } from '#content/schema/components.ts';
import { fieldsOf } from '#content/schema/field.ts';
import { settingsFile } from '#content/source.ts';
import { head, testPage } from '../support/broken-content.ts';
import { readIn } from '../support/compiled.ts';
import { Editor } from '../support/editor.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';
import { nightly } from '../support/nightly.ts';

test.use({ viewport: { width: 1400, height: 900 } });

/** The rules of WCAG. The rest of axe's advice concerns Sveltia's own page. */
const law = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const intros = nightly ? ['Ny.', 'Nyere.', 'Nyest.'] : ['Ny.'];

test('a change of the introduction changes nothing else in a page', async ({ page }) => {
	const editor = await Editor.practise(page);
	for (const name of readdirSync('content/pages')) {
		const file = `content/pages/${name}`;
		const before = readFileSync(file, 'utf8');
		for (const intro of intros) {
			await editor.openPage(name.replace('.mdx', ''));
			await editor.fill('intro', intro);
			await editor.save();
			await expect.poll(() => editor.file(file)).toContain(`intro: ${intro}\n`);
			const after = await editor.file(file);
			expect.soft(after).toBe(before.replace(/^intro: .*$/m, `intro: ${intro}`));
			expect.soft(await readIn(bodyOf(after))).toBe(await readIn(bodyOf(before)));
		}
	}
	expect(editor.complaints).toEqual([]);
	expect(editor.foreign).toEqual([]);
	expect(await page.context().cookies()).toEqual([]);
});

const bodyOf = (file: string) => file.replace(/^---\n.*?\n---\n/s, '');

test('every component can be inserted and filled in', async ({ page }) => {
	const places = componentEntries.map(([name]) => `${name}.`).join('\n\n');
	const text = `${head}\n## Alt\n\n${places}\n`;
	const editor = await Editor.practise(page, { [testPage]: text });
	await editor.openPage('proeve');
	const answers = { tekst: 'Gå til "forsiden"', adresse: '/', navn: 'retsgrundlag' };
	let expected = text;
	for (const [name, { label, holds, attributes }] of componentEntries) {
		await editor.putCaretAfter(`${name}.`);
		await page.keyboard.press('Enter');
		await editor.frames(2);
		await editor.insert(label);
		const fields = fieldsOf(attributes);
		for (const field of fields) {
			const value = answers[field.name as keyof typeof answers];
			const place = editor.text.locator(`[data-key-path$=":${field.name}"]`).last();
			if (field.kind === 'choice') {
				await place.getByRole('combobox').click();
				await page.getByRole('option', { name: value, exact: true }).click();
			} else await place.getByRole('textbox').fill(value);
		}
		if (holds === 'text') {
			// Sveltia loses keys that are pressed before the field has its caret.
			await editor.allIsQuiet();
			const body = editor.text.locator('[data-key-path$=":body"] [contenteditable="true"]').last();
			await body.click();
			await page.keyboard.type('Noget.');
			await expect(body).toHaveText('Noget.');
		}
		const written = fields.map(
			(field) =>
				` ${field.name}="${answers[field.name as keyof typeof answers].replaceAll('"', '&quot;')}"`,
		);
		const opening = `<${name}${written.join('')}`;
		const block = holds === 'text' ? `${opening}>\n\nNoget.\n\n</${name}>` : `${opening} />`;
		expected = expected.replace(`${name}.\n`, `${name}.\n\n${block}\n`);
	}
	await editor.allIsQuiet();
	await editor.save();
	await expect.poll(() => editor.file(testPage)).toBe(expected);
	expect(Object.keys(components).length).toBeGreaterThan(10);
});

test('one setting changes alone, and a wrong one is refused with its label', async ({ page }) => {
	const editor = await Editor.practise(page);
	await editor.openSettings();
	await editor.fill('projectLead.phone', '72 28');
	const check = page.locator('[data-key-path="check"]');
	const list = check.getByRole('listitem');
	// Sveltia draws fields when they become visible.
	await expect(async () => {
		await page.locator('[data-key-path]').last().scrollIntoViewIfNeeded();
		await expect(check).toBeVisible({ timeout: 1000 });
	}).toPass();
	await expect(list).toContainText(['Telefon']);
	const said = await editor.refusal();
	expect(said).toContain('Telefon');
	expect(await editor.file(settingsFile)).toBe(readFileSync(settingsFile, 'utf8'));

	await editor.fill('projectLead.phone', '+45 7228-3299');
	await editor.save();
	const before = readFileSync(settingsFile, 'utf8');
	await expect
		.poll(() => editor.file(settingsFile))
		.toBe(before.replace(/"phone": ".*"/, '"phone": "+4572283299"'));
});

test('all mistakes of a page are refused together, and no text is lost', async ({ page }) => {
	const text = `${head}\nFørst.\n`;
	const editor = await Editor.practise(page, { [testPage]: text });
	await editor.openPage('proeve');
	await editor.putCaretAfter('Først.');
	await editor.type(' Se {navn}.');
	await editor.fill('intro', 'Se <b>her</b>.');
	const said = await editor.refusal();
	expect(said).toMatch(/Indledning/);
	expect(said).toMatch(/”Først\. Se \{navn\}\.”/);
	expect(await editor.file(testPage)).toBe(text);
	await expect(editor.text).toContainText('Se {navn}.');
});

test('signing in, the list and the form are accessible', async ({ page }) => {
	const editor = await Editor.practise(page);
	// Sveltia forbids enlarging on phones: docs/decisions/0007-editor-as-published.md.
	await page.locator('meta[content*="maximum-scale"]').evaluate((meta) => meta.remove());
	await expectAccessible(page, law);
	await editor.openPage('kontakt');
	await expectAccessible(page, law);
});

test('the editor is on no other page, and search engines may not list it', async ({ request }) => {
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
	// A page may name the editor's address; its scripts and styles lie in /_astro/.
	for (const address of ['/', '/kontakt/', '/ansoeg/'])
		expect(await (await request.get(address)).text(), address).not.toContain('_astro');
	for (const address of ['/sitemap.txt', '/robots.txt'])
		expect(await (await request.get(address)).text(), address).not.toContain('admin');
});
