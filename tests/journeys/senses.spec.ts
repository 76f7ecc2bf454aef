import type { Page } from '@playwright/test';
import { paths } from '#site/paths.ts';
import { expect, test } from '../support/journey.ts';
import { filledViews, views } from '../support/views.ts';

test.use({ bypassCSP: true });

/** What the element with focus looks like: its name, and what a person would miss. */
function focused(page: Page) {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) return null;
		// A choice is drawn by its label, over a control that is see-through.
		const drawn = element.matches('.choice input') ? element.nextElementSibling : element;
		const pseudo = drawn === element ? null : '::before';
		const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(
			drawn ?? element,
			pseudo,
		);
		const { left, top, right, bottom } = element.getBoundingClientRect();
		const around = Math.max(0, parseFloat(outlineOffset) + parseFloat(outlineWidth));
		// What has a place of its own is drawn over the ring of what has none.
		const isCovered = [top - around + 1, bottom + around - 1].some((y) => {
			let over = document.elementFromPoint((left + right) / 2, y);
			while (over && !over.contains(element) && !element.contains(over)) {
				const { position, backgroundColor } = getComputedStyle(over);
				if (position !== 'static' && backgroundColor !== 'rgba(0, 0, 0, 0)') return true;
				over = over.parentElement;
			}
			return false;
		});
		const isCut = left < around || right + around > innerWidth || (top >= 0 && top < around);
		// A link over two lines has nothing in the middle of its box.
		const [line] = element.getClientRects();
		const at = line ?? { left, top, width: right - left, height: bottom - top };
		const x = at.left + Math.min(at.width / 2, 20);
		const y = Math.max(2, Math.min(at.top + at.height / 2, innerHeight - 2));
		const onTop = document.elementFromPoint(x, y);
		// A browser brings the line to be written into view, which may be one of many.
		const isInView = element.matches('textarea')
			? top < innerHeight && bottom > 0
			: top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
		const missing = [
			...(outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 ? [] : ['an outline']),
			...(isCut || isCovered ? ['a side of its ring'] : []),
			...(isInView ? [] : ['room']),
			...(onTop && (element.contains(onTop) || onTop.contains(element))
				? []
				: ['its place on top']),
		];
		return { name: element.outerHTML.slice(0, 100), missing };
	});
}

for (const { name, open } of views) {
	test(`the keyboard shows where it is on ${name}`, async ({ page }) => {
		for (const width of [320, 1280]) {
			await page.setViewportSize({ width, height: 800 });
			await open(page);
			await page.evaluate(() => {
				scrollTo(0, 0);
				if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
			});
			const seen = new Set<string>();
			for (let presses = 0; presses < 80; presses++) {
				await page.keyboard.press('Tab');
				const focus = await focused(page);
				if (!focus) break;
				expect.soft(focus.missing, `${focus.name} at ${width}`).toEqual([]);
				seen.add(focus.name);
			}
			expect(seen.size).toBeGreaterThan(8);
		}
	});

	test(`${name} reflows at 320 pixels, also with wide spacing, with targets for fingers`, async ({
		page,
	}) => {
		// 320 pixels is what is left of 1280 at 400 percent.
		await page.setViewportSize({ width: 320, height: 640 });
		await open(page);
		expect(await tooWide(page)).toEqual([]);
		expect(await smallTargets(page)).toEqual([]);
		// WCAG 1.4.12.
		await page.addStyleTag({
			content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
				word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`,
		});
		expect(await tooWide(page)).toEqual([]);
	});
}

/** What sticks out of the window, or is cut off by a box that hides what flows over. */
function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found = [...document.querySelectorAll('body *:not(svg *)')].filter((element) => {
			if (element.closest('.visually-hidden, .skip-link, [hidden]')) return false;
			const { overflowX } = getComputedStyle(element);
			const isCut = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
			return isCut || element.getBoundingClientRect().right > innerWidth + 1;
		});
		const scrolls = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls'] : [];
		return [...scrolls, ...found.map((element) => element.outerHTML.slice(0, 100))];
	});
}

/** Targets of less than 44 pixels, other than links in a sentence, which WCAG lets be as high as a line. */
function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('a, button, input, textarea')]
			.filter((element) => {
				if (element.closest('.visually-hidden, .skip-link, [hidden]')) return false;
				if (element instanceof HTMLInputElement && element.type === 'hidden') return false;
				const own = element.textContent.trim().length;
				const sentence = element.closest('p, li')?.textContent.trim().length ?? own;
				if (element.matches('a') && sentence > own + 3) return false;
				const { width, height } = element.getBoundingClientRect();
				return Math.min(width, height) < 44;
			})
			.map((element) => element.outerHTML.slice(0, 120)),
	);
}

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
