import { paths } from '#site/paths.ts';
import { expect, test } from '../support/journey.ts';
import { filledViews, views } from '../support/views.ts';

test.use({ bypassCSP: true });

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the summary of mistakes has focus when the form comes back', async ({ page }) => {
		await page.goto(paths.form);
		await page.getByRole('button', { name: 'Tjek dine svar' }).click();
		await expect(page.getByRole('alert')).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('alert').getByRole('link').first()).toBeFocused();
	});
});

test('the browser can fill in name, e-mail and phone', async ({ page }) => {
	await page.goto(paths.form);
	for (const [label, token] of [
		['Navn', 'name'],
		['E-mail', 'email'],
		['Telefonnummer', 'tel'],
	] as const) {
		const control = page.getByRole('textbox', { name: label, exact: true });
		await expect(control).toHaveAttribute('autocomplete', token);
	}
});

// Not the receipt: a page that one is sent on to cannot be changed on its way.
const changeable = filledViews.filter(({ name }) => name !== 'the receipt');

for (const { name, open } of [...views.slice(0, 3), ...changeable]) {
	test(`${name} can be read where no stylesheet reaches`, async ({ page }) => {
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
		// Drawings stay small, and what is hidden stays hidden, without the stylesheet too.
		for (const drawing of await page.locator('svg').all()) {
			expect((await drawing.boundingBox())?.width ?? 0).toBeLessThanOrEqual(360);
		}
		for (const hidden of await page.locator('[hidden]').all()) await expect(hidden).toBeHidden();
	});
}
