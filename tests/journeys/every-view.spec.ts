import type { Page } from '@playwright/test';
import { paths } from '#site/paths.ts';
import { expect, expectAccessible, test } from '../support/journey.ts';
import { nightly } from '../support/nightly.ts';
import { qualwebReport } from '../support/qualweb.ts';
import { undefinedProperties } from '../support/page-checks/colours.ts';
import { cutShapes, textsOverDrawings } from '../support/page-checks/drawings.ts';
import { focusedElement } from '../support/page-checks/focus.ts';
import {
	brokenCalls,
	brokenHeadings,
	joinedWords,
	needlessHyphens,
	shortLastLines,
} from '../support/page-checks/lines.ts';
import { smallTargets, tooWide } from '../support/page-checks/reflow.ts';
import { atEachWidth, phones, tablet, widthsOf } from '../support/page-checks/widths.ts';
import { views } from '../support/views.ts';

test.use({ bypassCSP: true });

interface Appearance {
	name: string;
	width: number;
	media: NonNullable<Parameters<Page['emulateMedia']>[0]>;
}

/** Without motion: axe would measure a colour in the middle of a transition. */
const plain = { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' } as const;

const appearances: readonly Appearance[] = [
	{ name: 'light', width: 1280, media: { colorScheme: 'light' } },
	{ name: 'dark on a phone', width: 320, media: { colorScheme: 'dark' } },
	{ name: 'forced colours on a phone', width: 320, media: { forcedColors: 'active' } },
];
const nightlyAppearances: readonly Appearance[] = [
	{ name: 'light on a phone', width: 320, media: { colorScheme: 'light' } },
	{ name: 'dark', width: 1280, media: { colorScheme: 'dark' } },
	{ name: 'forced colours', width: 1280, media: { forcedColors: 'active' } },
];

// All checks of a page on one visit. Each step undoes what it changes.
for (const { name, open } of views) {
	test(`${name} passes the checks of lines, drawings, print, colours, focus, reflow, axe and QualWeb`, async ({
		page,
	}) => {
		await open(page);
		await test.step('lines break where they may, and no text overlaps a drawing', async () => {
			await expectLinesInOrder(page, name);
		});
		await test.step('each sentence about 114 says when to ring it', () => expectReasonToRing(page));
		await test.step('the printed page has the address of the site', () => expectSource(page));
		await test.step('axe finds nothing', async () => {
			const all = nightly ? [...appearances, ...nightlyAppearances] : appearances;
			for (const { name: appearance, width, media } of all) {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ ...plain, ...media });
				await test.step(appearance, () => expectAccessible(page));
			}
		});
		await test.step('every custom property has a value', async () => {
			for (const colorScheme of ['dark', 'light'] as const) {
				await page.emulateMedia({ colorScheme, forcedColors: 'none' });
				expect.soft(await undefinedProperties(page), colorScheme).toEqual([]);
			}
		});
		await test.step('the focus of the keyboard is visible', () => expectVisibleFocus(page));
		await test.step('it reflows at 320 pixels, with targets of 44 pixels', () =>
			expectReflow(page));
		await test.step('QualWeb finds no failure', async () => {
			// The Danish authority that monitors public websites uses QualWeb.
			const { judged, failed } = await qualwebReport(page);
			expect.soft(judged).toBeGreaterThan(20);
			expect.soft(failed).toEqual([]);
		});
	});
}

async function expectLinesInOrder(page: Page, name: string): Promise<void> {
	const widths = await widthsOf(page);
	// On the leaflet, the panels are meant to overlap the drawing, and headings break as on paper.
	const isLeaflet = name === paths.leaflet;
	const found = await atEachWidth(page, widths, async (width) => [
		...(isLeaflet ? [] : await textsOverDrawings(page)),
		...(isLeaflet ? [] : await cutShapes(page)),
		...(width < 760 ? await brokenCalls(page) : []),
		...(phones.includes(width) ? await brokenHeadings(page) : []),
		...(width < 760 && !isLeaflet ? await needlessHyphens(page) : []),
		...(isLeaflet || !lastLineWidths.includes(width) ? [] : await shortLastLines(page)),
	]);
	expect.soft(found).toEqual([]);
	expect.soft(await joinedWords(page)).toEqual([]);
	if (isLeaflet) return;
	// Another machine's typeface may be a tenth wider, and another name longer.
	const wider = await page.addStyleTag({ content: 'main { letter-spacing: 0.06em }' });
	expect.soft(await atEachWidth(page, widths, () => textsOverDrawings(page))).toEqual([]);
	await wider.evaluate((style: HTMLStyleElement) => style.remove());
}

async function expectReasonToRing(page: Page): Promise<void> {
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

/** The widths at which the last line must not be only a short word. */
const lastLineWidths = [...phones, tablet, 960, 1280];

async function expectVisibleFocus(page: Page): Promise<void> {
	for (const width of [320, 1280]) {
		await page.setViewportSize({ width, height: 800 });
		// The first round begins where the page puts focus, the second at the top of the page.
		await page.evaluate(() => {
			scrollTo(0, 0);
			if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
		});
		const seen = new Set<string>();
		for (let presses = 0; presses < 80; presses++) {
			await page.keyboard.press('Tab');
			const focus = await focusedElement(page);
			if (!focus) break;
			expect.soft(focus.faults, `${focus.name} at ${width}`).toEqual([]);
			seen.add(focus.name);
		}
		expect.soft(seen.size, `at ${width}`).toBeGreaterThan(8);
	}
}

async function expectReflow(page: Page): Promise<void> {
	// A window of 1280 pixels at 400 percent.
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
