import type { Page } from '@playwright/test';
import { paths } from '#site/paths.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';
import { nightly } from '../support/nightly.ts';
import { qualwebReport } from '../support/qualweb.ts';
import { missingProperties } from '../support/page-checks/colours.ts';
import { cutFromScenes, wordsOverDrawings } from '../support/page-checks/drawings.ts';
import { focused } from '../support/page-checks/focus.ts';
import {
	brokenCalls,
	brokenHeadings,
	gluedWords,
	hyphenatedInVain,
	wordsAlone,
} from '../support/page-checks/lines.ts';
import { smallTargets, tooWide } from '../support/page-checks/reflow.ts';
import { atEach, phones, tablet, widthsOf } from '../support/page-checks/widths.ts';
import { views } from '../support/views.ts';

test.use({ bypassCSP: true });

interface Look {
	name: string;
	width: number;
	media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
}

/** Without movement, or a colour would be measured on its way to the next. */
const plain = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' } as const;

const looks: readonly Look[] = [
	{ name: 'light', width: 1280, media: { colorScheme: 'light' } },
	{ name: 'dark on a phone', width: 320, media: { colorScheme: 'dark' } },
	{ name: 'forced colours on a phone', width: 320, media: { forcedColors: 'active' } },
];
const moreLooks: readonly Look[] = [
	{ name: 'light on a phone', width: 320, media: { colorScheme: 'light' } },
	{ name: 'dark', width: 1280, media: { colorScheme: 'dark' } },
	{ name: 'forced colours', width: 1280, media: { forcedColors: 'active' } },
];

// Everything that one sees of a page on one visit; each step leaves the page to the next as it was.
for (const { name, open } of views) {
	test(`${name} can be seen, read and used, whatever it is looked at with`, async ({ page }) => {
		await open(page);
		await test.step('no line breaks where it must not, and no word lies over a drawing', async () => {
			await expectLinesInOrder(page, name);
		});
		await test.step('112 and 114 are said in the same words', () => expectCalls(page));
		await test.step('on paper it says where it is from', () => expectSource(page));
		await test.step('axe finds nothing', async () => {
			for (const { name: look, width, media } of nightly ? [...looks, ...moreLooks] : looks) {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ ...plain, ...media });
				await test.step(look, () => expectAccessible(page));
			}
		});
		await test.step('every colour that a stylesheet names is there', async () => {
			for (const colorScheme of ['dark', 'light'] as const) {
				await page.emulateMedia({ colorScheme, forcedColors: 'none' });
				expect.soft(await missingProperties(page), colorScheme).toEqual([]);
			}
		});
		await test.step('the keyboard shows where it is', () => expectVisibleFocus(page));
		await test.step('it reflows at 320 pixels, with targets for fingers', () => expectReflow(page));
		await test.step('QualWeb finds nothing that fails', async () => {
			// The Danish authority that watches over public websites evaluates them with it.
			const { judged, failed } = await qualwebReport(page);
			expect.soft(judged).toBeGreaterThan(20);
			expect.soft(failed).toEqual([]);
		});
	});
}

async function expectLinesInOrder(page: Page, name: string): Promise<void> {
	const widths = await widthsOf(page);
	// On the leaflet, words are meant to lie in their panels over the drawing, and headings break as on paper.
	const isLeaflet = name === paths.leaflet;
	const found = await atEach(page, widths, async (width) => [
		...(isLeaflet ? [] : await wordsOverDrawings(page)),
		...(isLeaflet ? [] : await cutFromScenes(page)),
		...(width < 760 ? await brokenCalls(page) : []),
		...(phones.includes(width) ? await brokenHeadings(page) : []),
		...(width < 760 && !isLeaflet ? await hyphenatedInVain(page) : []),
		...(isLeaflet || !aloneAt.includes(width) ? [] : await wordsAlone(page)),
	]);
	expect.soft(found).toEqual([]);
	expect.soft(await gluedWords(page)).toEqual([]);
	if (isLeaflet) return;
	// A typeface may be a tenth wider than the one of this machine, and a name longer.
	const wider = await page.addStyleTag({ content: 'main { letter-spacing: 0.06em }' });
	expect.soft(await atEach(page, widths, () => wordsOverDrawings(page))).toEqual([]);
	await wider.evaluate((style: HTMLStyleElement) => style.remove());
}

async function expectCalls(page: Page): Promise<void> {
	const said = await page.getByRole('main').innerText();
	const calls = said.matchAll(/[^.:\n]*(?<!Politiets.*)\bring(?:er man)?(?: altid)?\s114/gi);
	for (const [sentence] of calls) {
		expect.soft(sentence).toMatch(/ikke haster|ikke akut|^Ring 114$|112 eller/i);
	}
}

async function expectSource(page: Page): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	const footer = page.getByRole('contentinfo');
	if (await footer.isVisible()) {
		await expect.soft(footer).toContainText(/politi\.dk[\w.-]+(?:\.dk|:\d)/);
		await expect.soft(page.locator('.printed').last()).toBeVisible();
	}
	await page.emulateMedia({ media: 'screen' });
}

/** Where a short word may not be left alone on a last line. */
const aloneAt = [...phones, tablet, 960, 1280];

async function expectVisibleFocus(page: Page): Promise<void> {
	for (const width of [320, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		// From where focus is, to the end of the page; from there, the next round begins at its top.
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
		expect.soft(seen.size, `at ${width}`).toBeGreaterThan(8);
	}
}

async function expectReflow(page: Page): Promise<void> {
	// 320 pixels is what is left of 1280 at 400 percent.
	await page.setViewportSize({ width: 320, height: 640 });
	expect.soft(await tooWide(page)).toEqual([]);
	expect.soft(await smallTargets(page)).toEqual([]);
	// WCAG 1.4.12.
	const spacing = await page.addStyleTag({
		content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
			word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`,
	});
	expect.soft(await tooWide(page)).toEqual([]);
	await spacing.evaluate((style: HTMLStyleElement) => style.remove());
}
