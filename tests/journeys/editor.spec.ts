import { readdirSync, readFileSync } from 'node:fs';
import { settingsFile } from '#content/source.ts';
import { type AttributeRule, type ComponentRule, components } from '#content/table/components.ts';
import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const pages = readdirSync('content/pages').map((file) => file.replace('.mdx', ''));
const pageFile = (id: string) => `content/pages/${id}.mdx`;

/** What the law asks. The rest of axe's advice (region, landmark-one-main, page-has-heading-one) is about Sveltia's own page. */
const law = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A text with one letter taken out, if that is how it differs from another. */
function withoutOne(letter: string, text: string, before: string): string {
	const at = [...text].findIndex((each, index) => each !== before[index]);
	return text[at] === letter ? text.slice(0, at) + text.slice(at + 1) : text;
}

/** A page that no editor rewords, with room for a component. */
const aPage = (block = '') => `${head}\nFørst.\n\n${block}Sidst.\n`;

test('on every page, one letter typed is one letter changed in the file', async ({
	page,
	baseURL,
}) => {
	test.setTimeout(600_000);
	const editor = await Editor.signedIn(page, baseURL ?? '');
	for (const id of pages) {
		await editor.openPage(id);
		await editor.scrollToText();
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
	const editor = await Editor.signedIn(page, baseURL ?? '', { [testPage]: aPage() });
	await editor.openPage('proeve');
	await editor.append('intro', '§');
	await editor.save();
	await expect.poll(() => editor.file(testPage)).toContain('§');
	const after = await editor.file(testPage);
	expect(after).toMatch(/^intro: .*§$/m);
	expect(after.replace('§', '')).toBe(aPage());
});

test('the settings change where they are changed', async ({ page, baseURL }) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await editor.openSettings();
	await (await editor.fieldOf('projectLead', 'name')).fill('Åse Østergård');
	await editor.save();
	const before = readFileSync(settingsFile, 'utf8');
	const { name } = (JSON.parse(before) as { projectLead: { name: string } }).projectLead;
	await expect.poll(() => editor.file(settingsFile)).toBe(before.replace(name, 'Åse Østergård'));
});

test('a setting in a wrong form is not saved, and the field says why', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await editor.openSettings();
	await (await editor.fieldOf('projectLead', 'phone')).fill('72 28');
	await editor.saveButton.click();
	const field = page.locator('[data-key-path="projectLead.phone"]');
	await expect(field.getByText('Skriv nummeret, fx 12 34 56 78.')).toBeVisible();
	await expect.poll(() => editor.file(settingsFile)).toBe(readFileSync(settingsFile, 'utf8'));
});

test('a text that would break the site is not saved, and a dialog says why', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.signedIn(page, baseURL ?? '', { [testPage]: aPage() });
	await editor.openPage('proeve');
	await editor.putCaretAtEndOf(editor.text.getByText('Sidst.'));
	await page.keyboard.press('Space');
	await editor.type('Se www.politi.dk.');
	await editor.saveButton.click();
	const dialog = page.getByRole('alertdialog').or(page.getByRole('dialog'));
	await expect(dialog.getByText('Der står en internetadresse i teksten.')).toBeVisible();
	await expect.poll(() => editor.file(testPage)).toBe(aPage());
});

/** With a text, with attributes, and with neither; the nightly run takes the others too. */
const ofEachKind = ['KortFortalt', 'Knap', 'Projektleder'];

for (const [name, rule] of Object.entries<ComponentRule>(components)) {
	const tag = ofEachKind.includes(name) ? [] : ['@nightly'];
	test(`${name} can be put in, changed and taken away`, { tag }, async ({ page, baseURL }) => {
		const editor = await Editor.signedIn(page, baseURL ?? '', { [testPage]: aPage() });

		await editor.openPage('proeve');
		await editor.putCaretAtEndOf(editor.text.getByText('Først.'));
		await page.keyboard.press('Enter');
		await page.getByRole('button', { name: 'Indsæt' }).first().click();
		await page.getByRole('menuitem', { name: rule.label, exact: true }).click();
		const remove = editor.text.getByRole('button', { name: 'Fjern' });
		await expect(remove).toHaveCount(1);
		await fillIn(editor, rule, 0);
		await editor.save();
		await expect.poll(() => editor.file(testPage)).toBe(aPage(`${written(name, rule, 0)}\n\n`));

		if (rule.holds === 'text' || Object.keys(rule.attributes).length > 0) {
			await editor.openPage('proeve');
			await editor.scrollToText();
			await fillIn(editor, rule, 1);
			await editor.save();
			await expect.poll(() => editor.file(testPage)).toBe(aPage(`${written(name, rule, 1)}\n\n`));
		}

		await editor.openPage('proeve');
		await editor.scrollToText();
		await remove.click();
		await expect(remove).toHaveCount(0);
		await editor.save();
		await expect.poll(() => editor.file(testPage)).toBe(aPage());
		expect(editor.complaints).toEqual([]);
	});
}

/** What an attribute is given: at first, and when it is changed. */
function answer({ kind, choices = [] }: AttributeRule, round: 0 | 1): string {
	// The first, and the last: two that do not look the same in the preview.
	if (kind === 'choice') return choices.at(-round) ?? '';
	return (kind === 'link' ? ['/ansoeg/', '/'] : ['Ansøg nu', 'Gå til "forsiden"'])[round] ?? '';
}

/** The text in a component, and what is added when it is changed. */
const inner = ['Noget', ' mere'] as const;

async function fillIn(editor: Editor, rule: ComponentRule, round: 0 | 1): Promise<void> {
	if (rule.holds === 'text') {
		const line = editor.text.locator('[data-key-path$=":body"] [contenteditable="true"] p');
		await editor.putCaretAtEndOf(line);
		await editor.type(inner[round]);
	}
	const shown = editor.preview.locator('main');
	for (const [attribute, each] of Object.entries(rule.attributes)) {
		const field = editor.text.locator(`[data-key-path$=":${attribute}"]`);
		const given = answer(each, round);
		if (each.kind === 'choice') {
			// Until something is chosen, there is nothing to see.
			const before = await shown.innerHTML();
			await field.getByRole('combobox').click();
			await editor.page.getByRole('option', { name: given, exact: true }).click();
			await expect.poll(() => shown.innerHTML(), `${attribute} shows`).not.toBe(before);
		} else {
			await field.getByRole('textbox').fill(given);
			const place =
				each.kind === 'link' ? shown.locator(`a[href="${given}"]`) : shown.getByText(given);
			await expect(place).toBeVisible();
		}
	}
}

function written(name: string, { holds, attributes }: ComponentRule, round: 0 | 1): string {
	const pairs = Object.entries(attributes).map(
		([attribute, rule]) => ` ${attribute}="${answer(rule, round).replaceAll('"', '&quot;')}"`,
	);
	const opening = `<${name}${pairs.join('')}`;
	return holds === 'text'
		? `${opening}>\n\n${inner.slice(0, round + 1).join('')}\n\n</${name}>`
		: `${opening} />`;
}

test('signing in, the list and the form are accessible', async ({ page, baseURL }) => {
	const editor = await Editor.practise(page, baseURL ?? '');
	await expect(page.getByRole('button', { name: 'Øv dig uden at logge ind' })).toBeVisible();
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
	// A page may name the editor's address; its scripts and styles lie in /_astro/.
	for (const address of ['/', '/kontakt/', '/ansoeg/']) {
		expect(await (await request.get(address)).text(), address).not.toContain('_astro');
	}
	for (const address of ['/sitemap-0.xml', '/robots.txt']) {
		expect(await (await request.get(address)).text(), address).not.toContain('admin');
	}
});
