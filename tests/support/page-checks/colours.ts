import type { Page } from '@playwright/test';

/** Custom properties that a stylesheet uses, and that have no value. */
export function undefinedProperties(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent);
		const named = [...styles.join('').matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => name);
		const root = getComputedStyle(document.documentElement);
		return [...new Set(named)].filter((name) => root.getPropertyValue(name) === '');
	});
}
