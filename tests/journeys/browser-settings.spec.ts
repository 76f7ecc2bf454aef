import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { paths } from '#site/paths.ts';
import { controlsOf } from '../support/application-form.ts';
import { expect, test } from '../support/journey.ts';
import { tooWide } from '../support/page-checks/reflow.ts';
import { filledViews, views } from '../support/views.ts';

test.use({ bypassCSP: true });

test('no page scrolls sideways where the browser’s font size is set to 32 pixels', async ({
	baseURL,
}) => {
	const executable = findBrowser();
	const browser = await chromium.launch({
		...(executable ? { executablePath: executable } : {}),
		args: ['--no-sandbox', '--disable-gpu', '--blink-settings=defaultFontSize=32'],
	});
	const page = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage();
	for (const { name, open } of views) {
		await page.setViewportSize({ width: 1280, height: 800 });
		await open(page);
		for (const width of [1280, 768, 390, 320]) {
			await page.setViewportSize({ width, height: 800 });
			expect.soft(await tooWide(page), `${name} at ${width}`).toEqual([]);
		}
	}
	await browser.close();
});

test('at 400 percent, a link in the error summary shows the field with the mistake', async ({
	page,
}) => {
	// A window of 1280 × 1024 pixels at 400 percent.
	await page.setViewportSize({ width: 320, height: 256 });
	await page.goto(paths.form);
	await controlsOf(page).check.click();
	for (const link of await page.getByRole('alert').getByRole('link').all()) {
		await link.click();
		await expect(page.locator(':focus')).toBeInViewport({ ratio: 0.4 });
	}
});

// Not the receipt: a page after a redirect cannot be changed by a route.
const changeable = filledViews.filter(({ name }) => name !== 'the receipt');

for (const { name, open } of [...views.slice(0, 3), ...changeable]) {
	test(`${name} is readable without its stylesheet`, async ({ page }) => {
		await page.route('**/*', async (route) => {
			if (route.request().resourceType() !== 'document') return route.continue();
			const response = await route.fetch();
			const html = (await response.text()).replace(/<style>[\s\S]*?<\/style>/g, '');
			return route.fulfill({ response, body: html });
		});
		await page.setViewportSize({ width: 320, height: 640 });
		await open(page);
		await expect(page.locator('style')).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByRole('banner').getByRole('link', { name: '112' })).toBeVisible();
		// Attributes alone make drawings small.
		for (const drawing of await page.locator('svg').all()) {
			expect((await drawing.boundingBox())?.width ?? 0).toBeLessThanOrEqual(360);
		}
	});
}
