import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { paths } from '#site/paths.ts';
import { qrCode } from '#site/qr.ts';
import { expect, test } from '../support/journey.ts';
import { HtmlPage } from '../support/html-page.ts';
import { leafletSentences, withoutSpaces } from '../support/leaflet.ts';

test('the leaflet prints as a tagged PDF of two A4 pages, with every sentence as text', async ({
	page,
}) => {
	await page.goto(paths.leaflet);
	const printed = await page.pdf({ preferCSSPageSize: true, tagged: true });
	const pdf = await getDocumentProxy(new Uint8Array(printed));

	expect(pdf.numPages).toBe(2);
	expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
	for (const number of [1, 2]) {
		const side = await pdf.getPage(number);
		const [, , width = 0, height = 0] = side.view;
		expect(Math.round((width / 72) * 25.4)).toBe(297);
		expect(Math.round((height / 72) * 25.4)).toBe(210);
		expect(JSON.stringify(await side.getStructTree())).toMatch(/"role":"H[12]"/);
	}
	const { text } = await extractText(pdf, { mergePages: true });
	const words = withoutSpaces(text);
	for (const sentence of leafletSentences) expect(words).toContain(withoutSpaces(sentence));
});

// A typeface that is not installed falls back to the machine's, so wider spaces imitate the widest one.
const typefaces = {
	'the machine’s typeface': '/* */',
	'DejaVu Serif': ':root { --font-display: "DejaVu Serif", serif; --font-sans: "DejaVu Sans" }',
	'Noto Serif': ':root { --font-display: "Noto Serif", serif; --font-sans: "Noto Sans" }',
	'an imitated wide typeface': 'main { letter-spacing: 0.02em }',
};

test.describe('on paper', () => {
	test.use({ bypassCSP: true });

	test('the text of each leaflet panel fits, in every typeface', async ({ page }) => {
		await page.goto(paths.leaflet);
		for (const [name, content] of Object.entries(typefaces)) {
			const style = await page.addStyleTag({ content });
			await test.step(name, () => expectTextFits(page));
			await style.evaluate((element: HTMLStyleElement) => element.remove());
		}
	});
});

async function expectTextFits(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 1123, height: 794 });
	const scene = await page.locator('.fold > .horizon').boundingBox();
	for (const panel of await page.locator('.fold-panel').all()) {
		const [content, room] = await panel.evaluate((element) => [
			element.scrollHeight,
			element.clientHeight,
		]);
		expect(content).toBeLessThanOrEqual(room);
	}
	for (const text of await page.locator('.fold > section p').all()) {
		const box = await text.boundingBox();
		expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(scene?.y ?? 0);
	}
}

test('a link in the footer opens the leaflet, with its sentences in the order of the panels', async ({
	page,
}) => {
	await page.goto('/');
	await page.getByRole('contentinfo').getByRole('link', { name: 'Folder til print' }).click();
	const front = new HtmlPage(readFileSync(join('dist', 'index.html'), 'utf8'));
	const panel = page.getByRole('heading', { level: 2, name: front.one('h1').text, exact: true });
	await expect(panel).toBeVisible();
	const words = withoutSpaces(await page.getByRole('main').innerText());
	let read = 0;
	for (const sentence of leafletSentences) {
		const place = words.indexOf(withoutSpaces(sentence), read);
		expect(place, sentence).toBeGreaterThanOrEqual(read);
		read = place + withoutSpaces(sentence).length;
	}
});

test('the QR code of the leaflet is that of the form’s absolute address', () => {
	const html = readFileSync(join('dist', paths.leaflet, 'index.html'), 'utf8');
	const [, site = ''] = /<link rel="canonical" href="([^"]+)folder\/"/.exec(html) ?? [];
	expect(site).toMatch(/^https?:\/\/[^/]+\/$/);
	expect(html).toContain(`d="${qrCode(new URL(paths.form, site).href).path}"`);
});
