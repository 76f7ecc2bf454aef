import type { Page } from '@playwright/test';
import { nightly } from '../nightly.ts';

export const phones = [320, 360, 390];
export const tablet = 768;
const narrowest = 320;
const widest = 1440;
const every20 = Array.from({ length: 57 }, (_, step) => narrowest + step * 20);

/**
 * Widths of the window to test a page at: those of phones and tablets, and both sides of each breakpoint in its styles;
 * in the nightly run, every 20 pixels too.
 */
export async function widthsOf(page: Page): Promise<readonly number[]> {
	const styles = await page.locator('style').allTextContents();
	const breakpoints = [...styles.join('').matchAll(/-width:\s*([\d.]+)(em|rem|px)\)/g)].map(
		([, number, unit]) => Math.ceil(Number(number) * (unit === 'px' ? 1 : 16)),
	);
	if (breakpoints.length === 0) throw new Error(`${page.url()} has no breakpoint.`);
	const around = breakpoints.flatMap((width) => [width - 1, width]);
	const all = [...phones, tablet, ...around, ...(nightly ? every20 : []), widest];
	return [...new Set(all)].filter((width) => width >= narrowest).sort((a, b) => a - b);
}

/** Calls `check` at each width of the window, and returns everything that it finds. */
export async function atEachWidth(
	page: Page,
	widths: readonly number[],
	check: (width: number) => Promise<string[]>,
): Promise<string[]> {
	const found: string[] = [];
	for (const width of widths) {
		await page.setViewportSize({ width, height: 800 });
		found.push(...(await check(width)).map((what) => `${width}: ${what}`));
	}
	return found;
}
