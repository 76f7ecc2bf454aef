import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { canonicalSettings } from '#content/canonical.ts';
import { settingsFile } from '#content/source.ts';
import type { Settings } from '#content/table/settings.ts';
import { head, testPage } from '../support/broken-content.ts';
import { Editor } from '../support/editor.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';

test.use({ viewport: { width: 1400, height: 900 } });

/** What the law asks; see editor.spec.ts. */
const law = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

function practise(page: Page, own: string, text = 'Tekst.'): Promise<Editor> {
	return Editor.signedIn(page, own, { [testPage]: `${head}\n${text}\n` });
}

/** The same, with the caret on an empty line between two texts. */
async function startLine(page: Page, own: string): Promise<Editor> {
	const editor = await practise(page, own, 'Tekst.\n\nSlut.');
	await editor.openPage('proeve');
	await editor.putCaretAtEndOf(editor.text.getByText('Tekst.'));
	await page.keyboard.press('Enter');
	return editor;
}

test('what is typed while a page is still being drawn is all there', async ({ page, baseURL }) => {
	const editor = await practise(page, baseURL ?? '');
	// The texts inside its components are drawn one after the other.
	await editor.openPage('kontakt');
	await editor.text.locator('> h2').first().click();
	await page.keyboard.press('End');
	await editor.caretIsSeen();
	await page.keyboard.press('Enter');
	await page.keyboard.type('Å, hvor er det godt.', { delay: 30 });
	await expect(editor.text).toContainText('Å, hvor er det godt.');
});

test('what the check would say is told while one types, and leads to its place', async ({
	page,
	baseURL,
}) => {
	const editor = await practise(page, baseURL ?? '');
	await editor.openPage('proeve');
	await editor.putCaretAtEndOf(editor.text.getByText('Tekst.'));
	await editor.type(' Ring 22 33 44 55, og se www.politi.dk.');
	const told = page.getByRole('region', { name: 'Om din tekst' });
	await expect(told.getByRole('status')).toHaveText('2 ting skal rettes, før du kan gemme:');
	await expect(told.getByRole('listitem')).toHaveText([
		/^Der står en internetadresse i teksten\. .+ Vis stedet$/,
		/^Der står et telefonnummer i teksten: 22 33 44 55\. .+ Vis stedet$/,
	]);
	await expect(page.getByRole('alertdialog')).toHaveCount(0);
	await expectAccessible(page, law);
	await told.getByRole('button', { name: /telefonnummer/ }).click();
	await expect(editor.text.locator('.site-mistake')).toContainText('22 33 44 55');

	await editor.text.locator('p').fill('Nu er den god.');
	await expect(told.getByRole('listitem')).toHaveCount(0);
	await expect(told.getByRole('status')).toHaveText('');
	await editor.save();
});

test('nothing is told of what somebody has not come to yet', async ({ page, baseURL }) => {
	const editor = await practise(page, baseURL ?? '');
	await editor.openNewPage();
	await editor.field('title').fill('En ny side');
	await editor.putCaretAtEndOf(editor.text);
	await editor.type('Se www.politi.dk.');
	const told = page.getByRole('region', { name: 'Om din tekst' });
	await expect(told.getByRole('listitem')).toHaveText([/^Der står en internetadresse/]);
});

test('the settings are told of while one types too, and each mistake leads to its field', async ({
	page,
	baseURL,
}) => {
	const editor = await practise(page, baseURL ?? '');
	await editor.openSettings();
	const phone = await editor.fieldOf('projectLead', 'phone');
	const number = await phone.inputValue();
	// Only of what a person did, and not a script, the editor keeps a draft.
	await phone.click();
	await phone.fill('72 28');
	const told = page.getByRole('region', { name: 'Om din tekst' });
	const aboutPhone = /^"72 28" kan ikke bruges i "Projektleder: Telefon"\. .+ Vis stedet$/;
	await expect(told.getByRole('listitem')).toHaveText([aboutPhone]);
	const municipalities = editor.field('municipalities');
	await municipalities.fill('Herning\nViborg\n\nHerning\n');
	await expect(told.getByRole('status')).toHaveText('2 ting skal rettes, før du kan gemme:');
	await expect(told.getByRole('listitem')).toHaveText([
		/^"Herning" står to gange i "Kommuner"\. /,
		aboutPhone,
	]);
	await expect(page.getByRole('alertdialog')).toHaveCount(0);
	await expect(phone).not.toBeInViewport();
	await told.getByRole('button', { name: /72 28/ }).click();
	await expect(page.locator('[data-key-path="projectLead.phone"].site-mistake')).toHaveCount(1);
	await expect(phone).toBeInViewport();
	await told.getByRole('button', { name: /Herning/ }).click();
	await expect(page.locator('[data-key-path="municipalities"].site-mistake')).toHaveCount(1);

	await municipalities.fill('Herning\nViborg');
	await phone.fill(number);
	await expect(told.getByRole('listitem')).toHaveCount(0);
	await editor.save();
});

test('what is told of the settings leads to a field that is not drawn yet', async ({
	page,
	baseURL,
}) => {
	const before = JSON.parse(readFileSync(settingsFile, 'utf8')) as Settings;
	// An alarm that the project lead's mailbox is out of order would go the same way.
	const mailboxes = { ...before.mailboxes, alarms: before.projectLead.email };
	const text = canonicalSettings({ ...before, mailboxes });
	const editor = await Editor.signedIn(page, baseURL ?? '', { [settingsFile]: text });
	await editor.openSettings();
	const title = await editor.fieldOf('projectLead', 'title');
	await title.press('End');
	await page.keyboard.type(' i Herning');
	await expect(page.locator('[data-key-path="mailboxes.alarms"]')).toHaveCount(0);
	await page.getByRole('button', { name: /^Vis stedet: .+ samme domæne/ }).click();
	await expect(page.locator('[data-key-path="mailboxes.alarms"].site-mistake')).toBeInViewport();
});

test('what was put right is said when the page is saved', async ({ page, baseURL }) => {
	const editor = await practise(page, baseURL ?? '');
	await editor.openPage('proeve');
	await editor.putCaretAtEndOf(editor.text.getByText('Tekst.'));
	await editor.type(' Tryg\u200bheds\u00ad.');
	await editor.append('intro', '\u00ad');
	await editor.save();
	const told = page.getByRole('region', { name: 'Om din tekst' });
	await expect(told.getByRole('status')).toHaveText('Det blev rettet, da du gemte:');
	await expect(told.getByRole('listitem')).toHaveText([
		'Et usynligt tegn er slettet i ”Indledning”.',
		'2 usynlige tegn er slettet i teksten.',
	]);
	await expect.poll(() => editor.file(testPage)).toBe(`${head}\nTekst. Trygheds.\n`);
	await editor.openPage('kontakt');
	await expect(told.getByRole('listitem')).toHaveCount(0);
});

test('a table is pasted from another program, saved as one, and gets another row', async ({
	page,
	baseURL,
}) => {
	const editor = await startLine(page, baseURL ?? '');
	await page.evaluate(() => {
		const copied = new DataTransfer();
		const row = (one: string, other: string) => `<tr><td>${one}</td><td>${other}</td></tr>`;
		copied.setData('text/html', `<table>${row('Hvem', 'Hvor')}${row('Bo', 'Viborg')}</table>`);
		copied.setData('text/plain', 'Hvem\tHvor\nBo\tViborg');
		document.activeElement?.dispatchEvent(
			new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }),
		);
	});
	await expect(editor.preview.locator('body')).toContainText('Viborg');
	await editor.save();
	const rows = '| Hvem | Hvor |\n| --- | --- |\n| Bo | Viborg |\n';
	const whole = (table: string) => `${head}\nTekst.\n\n${table}\nSlut.\n`;
	await expect.poll(() => editor.file(testPage)).toBe(whole(rows));

	await editor.openPage('proeve');
	await editor.putCaretAtEndOf(editor.text.getByText('Slut.'));
	await page.keyboard.press('Home');
	await editor.caretIsSeen();
	await page.keyboard.type('| Ib | Skive |');
	await page.keyboard.press('Enter');
	await expect(editor.preview.locator('body')).toContainText('Skive');
	await expect(editor.preview.getByText('Slut.')).toHaveText('Slut.');
	await editor.save();
	await expect.poll(() => editor.file(testPage)).toBe(whole(`${rows}| Ib | Skive |\n`));
});

test('a table is put in, and Enter goes from field to field and on to a new row', async ({
	page,
	baseURL,
}) => {
	const editor = await startLine(page, baseURL ?? '');
	await page.getByRole('button', { name: 'Indsæt' }).first().click();
	await page.getByRole('menuitem', { name: 'Tabel', exact: true }).click();
	await expect(editor.text.locator('th, td')).toHaveCount(4);
	await expect(editor.text).toBeFocused();
	for (const field of ['Hvem', 'Hvor', 'Bo', 'Viborg', 'Ib']) {
		await page.keyboard.type(field);
		await page.keyboard.press('Enter');
		await editor.caretIsSeen();
	}
	await page.keyboard.type('Skive');
	await page.keyboard.press('ArrowDown');
	await editor.caretIsSeen();
	await editor.type('Efter.');
	await editor.save();
	const rows = '| Hvem | Hvor |\n| --- | --- |\n| Bo | Viborg |\n| Ib | Skive |\n';
	await expect
		.poll(() => editor.file(testPage))
		.toBe(`${head}\nTekst.\n\n${rows}\nEfter.\n\nSlut.\n`);
	expect(editor.complaints).toEqual([]);
});

for (const [width, height] of [
	[390, 800],
	[1400, 900],
] as const) {
	test(`the buttons over a text are never covered at ${width} pixels`, async ({
		page,
		baseURL,
	}) => {
		const editor = await practise(page, baseURL ?? '');
		await page.setViewportSize({ width, height });
		await editor.openPage('kontakt');
		await editor.scrollToText();
		const scroller = page.locator('.pane[data-mode="edit"] .content');
		const covered = new Set<string>();
		for (let top = 0; top < (await scroller.evaluate((all) => all.scrollHeight)); top += 150) {
			await scroller.evaluate((all, to) => (all.scrollTop = to), top);
			await editor.allIsQuiet();
			for (const each of await page.evaluate(coveredButtons)) covered.add(each);
		}
		expect([...covered]).toEqual([]);
	});
}

/** The buttons of the toolbar over the page's text, and those of the page on top, that something lies over. */
function coveredButtons(): string[] {
	const text = document.querySelector('[data-key-path="body"] [role="toolbar"]');
	const own = [...(text?.querySelectorAll('button') ?? [])];
	const onTop = [...document.querySelectorAll('.content-editor .toolbar.primary button')];
	const area = document.querySelector('.pane[data-mode="edit"] .content')?.getBoundingClientRect();
	const isInSight = (element: Element) => {
		const { top, bottom } = element.getBoundingClientRect();
		return area !== undefined && top >= area.top && bottom <= area.bottom;
	};
	return [...onTop, ...own.filter(isInSight)].flatMap((button) => {
		const { x, y, width, height } = button.getBoundingClientRect();
		const hit = document.elementFromPoint(x + width / 2, y + height / 2);
		// A button that cannot be pressed yet lets the pointer through to what it stands on.
		return hit && (button.contains(hit) || hit.contains(button))
			? []
			: [`${button.textContent} under ${hit?.outerHTML}`];
	});
}
