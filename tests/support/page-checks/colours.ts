import type { Page } from '@playwright/test';

/** Colours and other properties that a stylesheet names, and that are not there. */
export function missingProperties(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent);
		const named = [...styles.join('').matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name);
		const root = getComputedStyle(document.documentElement);
		return [...new Set(named)].filter((name) => root.getPropertyValue(name) === '');
	});
}
