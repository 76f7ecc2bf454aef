// `npm run shots`: a picture of every page in six conditions, for people to look at. It judges nothing.
import type { Page } from '@playwright/test';
import { test } from '../support/journey.ts';
import { views } from '../support/views.ts';

type Media = Parameters<Page['emulateMedia']>[0];

const conditions: readonly { name: string; width: number; media?: Media }[] = [
	{ name: '320', width: 320 },
	{ name: '768', width: 768 },
	{ name: '1280', width: 1280 },
	{ name: 'dark', width: 1280, media: { colorScheme: 'dark' } },
	{ name: 'forced-colours', width: 1280, media: { forcedColors: 'active' } },
	// A sheet of A4 on its side, in CSS pixels.
	{ name: 'print', width: 1123, media: { media: 'print' } },
];

for (const { name, open } of views) {
	const file = name.replace(/^\/$/, 'forside').replace(/\W+/g, ' ').trim().replaceAll(' ', '-');
	test(name, async ({ page }) => {
		await open(page);
		for (const { name: condition, width, media } of conditions) {
			await page.setViewportSize({ width, height: 800 });
			await page.emulateMedia({
				colorScheme: 'light',
				forcedColors: 'none',
				media: 'screen',
				reducedMotion: 'reduce',
				...media,
			});
			await page.screenshot({ path: `screenshots/${file}-${condition}.png`, fullPage: true });
		}
	});
}
