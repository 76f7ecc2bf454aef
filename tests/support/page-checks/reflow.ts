import type { Page } from '@playwright/test';

/** Elements that are partly outside the window, or that cut off what does not fit into them. */
export function tooWide(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found = [...document.querySelectorAll('body *:not(svg *)')].filter((element) => {
			if (element.closest('.visually-hidden, .skip-link')) return false;
			const { overflowX } = getComputedStyle(element);
			const isCut = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
			return isCut || element.getBoundingClientRect().right > innerWidth + 1;
		});
		const scrolls = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls'] : [];
		return [...scrolls, ...found.map((element) => element.outerHTML.slice(0, 100))];
	});
}

/** Targets of less than 44 pixels, except links in a sentence, which WCAG allows to be as high as their line. */
export function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('a, button, input, textarea')]
			.filter((element) => {
				if (element.closest('.visually-hidden, .skip-link')) return false;
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
