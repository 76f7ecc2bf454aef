import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { controlsOf } from '../support/application-form.ts';
import { expect, test } from '../support/journey.ts';
import { views } from '../support/views.ts';

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('somebody without e-mail is told to ring before the form, at the question, and in the mistake', async ({
		page,
	}) => {
		await page.goto(paths.form);
		const before = page.getByRole('listitem').filter({ hasText: 'Har du ingen' });
		await expect(before.getByRole('link')).toHaveAttribute('href', paths.contact);
		const { email, check } = controlsOf(page);
		await expect(email).toHaveAccessibleDescription(/ingen e-\u2060?mail, så ring/);
		await email.fill('har ikke nogen');
		await check.click();
		await expect(page.getByRole('alert').getByRole('link', { name: 'ingen' })).toHaveText(
			/Har du ingen e-\u2060?mail, så ring til projektlederen/,
		);
	});
});

test('the first question is at most 800 pixels down on a phone, and the warning stands once', async ({
	page,
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(paths.form);
	const question = await page.locator('.label').first().boundingBox();
	// What only an engineer sees is not in the way of an applicant.
	const local = await page.locator('main .missing').first().boundingBox();
	expect((question?.y ?? Infinity) - (local?.height ?? 0)).toBeLessThanOrEqual(800);
	await expect(page.getByText('Skriv ikke om hændelser her')).toHaveCount(1);
});

test('112 and 114 are said in the same words on every page', async ({ page }) => {
	for (const { open } of views) {
		await open(page);
		const said = await page.getByRole('main').innerText();
		for (const [sentence] of said.matchAll(
			/[^.:\n]*(?<!Politiets.*)\bring(?:er man)?(?: altid)?\s114/gi,
		)) {
			expect.soft(sentence, page.url()).toMatch(/ikke haster|ikke akut|^Ring 114$|112 eller/i);
		}
	}
});

test('nothing scrolls sideways where the browser’s own letters are 32 pixels high', async ({
	baseURL,
}) => {
	const executable = await findBrowser();
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
			expect.soft(await sideways(page), `${name} at ${width}`).toEqual([]);
		}
	}
	await browser.close();
});

/** What sticks out of the window. */
function sideways(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		document.documentElement.scrollWidth <= innerWidth
			? []
			: [...document.querySelectorAll('body *:not(svg *, .visually-hidden, .skip-link)')]
					.filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
					.map((element) => element.outerHTML.slice(0, 90)),
	);
}

test('names are not translated, and answers are read in the direction of their script', async ({
	page,
}) => {
	await page.goto(paths.form);
	for (const name of ['name', 'email', 'phone'] as const) {
		await expect(controlsOf(page)[name]).toHaveAttribute('autocorrect', 'off');
	}
	await expect(controlsOf(page).motivation).toHaveAttribute('dir', 'auto');
	const place = page.getByText(settings.municipalities[0] ?? '', { exact: true });
	await expect(place).toHaveAttribute('translate', 'no');
});

test('a printed page says where it is from', async ({ page }) => {
	for (const { open } of views) {
		await open(page);
		await page.emulateMedia({ media: 'print' });
		if (await page.getByRole('contentinfo').isVisible()) {
			await expect(page.getByRole('contentinfo')).toContainText(/politi\.dk[\w.-]+(?:\.dk|:\d)/);
			await expect(page.locator('.printed').last()).toBeVisible();
		}
		await page.emulateMedia({ media: 'screen' });
	}
});
