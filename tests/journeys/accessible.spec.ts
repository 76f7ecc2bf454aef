import type { Page } from '@playwright/test';
import { expectAccessible, test } from '../support/journey.ts';
import { views } from '../support/views.ts';

interface Look {
	name: string;
	width: number;
	media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
}

/** Without movement, or a colour would be measured on its way to the next. */
const plain = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' } as const;

const looks: readonly Look[] = [
	{ name: 'light', width: 1280, media: { colorScheme: 'light' } },
	{ name: 'light on a phone', width: 320, media: { colorScheme: 'light' } },
	{ name: 'dark', width: 1280, media: { colorScheme: 'dark' } },
	{ name: 'dark on a phone', width: 320, media: { colorScheme: 'dark' } },
	{ name: 'forced colours', width: 1280, media: { forcedColors: 'active' } },
	{ name: 'forced colours on a phone', width: 320, media: { forcedColors: 'active' } },
];

for (const { name, open } of views) {
	test(`axe finds nothing on ${name}, however it is shown`, async ({ page }) => {
		await open(page);
		for (const { name: look, width, media } of looks) {
			await test.step(look, async () => {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ ...plain, ...media });
				await expectAccessible(page);
			});
		}
	});
}
