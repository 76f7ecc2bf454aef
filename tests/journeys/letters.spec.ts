import type { Page } from '@playwright/test';
import { theChecked } from '../support/application.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';
import { toApplicant, toLead } from '../support/letters.ts';

const long = 'å'.repeat(120);
const letters = {
	'the project lead': toLead(theChecked({ name: long.slice(0, 100), network: long }), {
		marks: ['honeypot'],
	}),
	'the applicant': toApplicant(),
};

for (const [who, { html }] of Object.entries(letters)) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`the letter to ${who} fits a narrow window, and axe finds nothing in ${colorScheme} colours`, async ({
			page,
		}) => {
			await page.setViewportSize({ width: 320, height: 700 });
			await page.emulateMedia({ colorScheme });
			await page.setContent(html);
			expect(await overflow(page)).toBe(0);
			await expectAccessible(page, ['wcag2a', 'wcag2aa', 'wcag21aa']);
		});
	}

	test(`the letter to ${who} is readable without its styles`, async ({ page }) => {
		await page.setContent(html.replace(/<style>[^]*?<\/style>/, ''));
		const lines = (await page.locator('body').innerText()).split('\n');
		// No heading shares its line with the text under it.
		for (const heading of await page.getByRole('heading').allInnerTexts()) {
			expect(lines).toContain(heading);
		}
		await expectAccessible(page, ['wcag2a', 'wcag2aa']);
	});
}

function overflow(page: Page): Promise<number> {
	return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
