import { readdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { addressOf } from '#content/navigation.ts';
import { Editor } from '../support/editor.ts';
import { expect, test } from '../support/journey.ts';
import { differingPoints } from '../support/pictures.ts';

test.use({ viewport: { width: 1400, height: 900 } });

const pages = readdirSync('content/pages').map((file) => file.replace('.mdx', ''));
/** What the buttons above the preview are called, and how wide a page each shows. */
const widths = { Telefon: 390, Computer: 1280 };

test('beside its form each page is the page, point by point, on a phone and on a computer', async ({
	page,
	baseURL,
	context,
}, info) => {
	test.setTimeout(600_000);
	const editor = await Editor.signedIn(page, baseURL ?? '');
	const site = await context.newPage();
	for (const id of pages) {
		await page.bringToFront();
		await editor.openPage(id);
		await site.goto(id === '404' ? '/404.html' : addressOf({ id }));
		await leaveMainOnly(site);
		for (const [device, width] of Object.entries(widths)) {
			await site.bringToFront();
			await site.setViewportSize({ width, height: 1 });
			const height = await site.evaluate(() =>
				Math.ceil(document.body.getBoundingClientRect().height),
			);
			await site.setViewportSize({ width, height });
			const real = await site.screenshot({ animations: 'disabled' });
			await page.bringToFront();
			await page.getByRole('button', { name: device, exact: true }).click();
			const main = editor.preview.locator('main');
			// It is drawn a moment after the form.
			await expect.poll(() => wordsOf(main), id).toBe(await wordsOf(site.locator('main')));
			await expect.poll(() => main.evaluate(() => innerWidth), device).toBe(width);
			const shown = await inFront(page, height, () => main.screenshot({ animations: 'disabled' }));
			const differing = await differingPoints(real, shown);
			if (differing > 0) {
				await info.attach(`${id} real`, { body: real, contentType: 'image/png' });
				await info.attach(`${id} shown`, { body: shown, contentType: 'image/png' });
			}
			expect.soft(differing, `${id}, ${device}`).toBe(0);
		}
	}
});

/** The header and the footer are not for editing, and not in the preview. */
async function leaveMainOnly(site: Page): Promise<void> {
	await site.evaluate(() => {
		document.body.replaceChildren(...document.querySelectorAll('main'));
	});
}

async function wordsOf(part: Locator): Promise<string> {
	return (await part.innerText()).replace(/\s/g, '');
}

/** Puts the preview in front of the editor, in its own width and its whole length; its pane would cut it off. */
async function inFront(page: Page, height: number, look: () => Promise<Buffer>): Promise<Buffer> {
	await page.setViewportSize({ width: 1400, height });
	const style = await page.addStyleTag({
		content: `
			.content-editor .content:not(:has(> iframe)) { opacity: 0; }
			iframe.preview {
				position: fixed !important;
				inset: 0;
				z-index: 9;
				height: ${height}px !important;
				transform: none !important;
			}`,
	});
	const picture = await look();
	await style.evaluate((element) => (element as Element).remove());
	await page.setViewportSize({ width: 1400, height: 900 });
	return picture;
}

test('the choice of a width stays from page to page, and the whole page can be seen', async ({
	page,
	baseURL,
}) => {
	const editor = await Editor.signedIn(page, baseURL ?? '');
	await editor.openPage('kontakt');
	const phone = page.getByRole('button', { name: 'Telefon', exact: true });
	const computer = page.getByRole('button', { name: 'Computer', exact: true });
	await expect(phone).toHaveAttribute('aria-pressed', 'true');
	const width = () => editor.preview.locator('html').evaluate(() => innerWidth);
	await expect.poll(width).toBe(390);
	await computer.click();
	await editor.openPage('persondata');
	await expect(computer).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(width).toBe(1280);
	// It is as wide as its pane, and neither wider nor cut off.
	const pane = page.locator('.content:has(> iframe)');
	const edges = async (part: Locator) =>
		Object.values((await part.boundingBox()) ?? {}).map(Math.round);
	await expect.poll(async () => edges(page.locator('iframe'))).toEqual(await edges(pane));
	await expect(pane).toBeInViewport({ ratio: 0.99 });
});
