import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { paths } from '#site/paths.ts';
import { anApplicant, check, controlsOf, referenceOn } from '../support/application-form.ts';
import { brokenWords } from '../support/broken-words.ts';
import { expect, test } from '../support/journey.ts';
import { squeezed } from '../support/leaflet.ts';
import { pages } from '../support/published.ts';
import { views } from '../support/views.ts';

/** From the smallest phone past the widest column, in steps that no breakpoint hides between. */
const widths = Array.from({ length: 57 }, (_, step) => 320 + step * 20);
const phones = [320, 360, 390];

test.use({ bypassCSP: true });

async function atEach(page: Page, sizes: readonly number[], look: () => Promise<string[]>) {
	const found: string[] = [];
	for (const width of sizes) {
		await page.setViewportSize({ width, height: 800 });
		found.push(...(await look()).map((what) => `${width}: ${what}`));
	}
	return found;
}

for (const { name, open } of views.filter(({ name }) => name !== paths.leaflet)) {
	test(`the drawing of ${name} is whole, and under no words, at any width`, async ({ page }) => {
		await open(page);
		const look = async () => [...(await wordsOverDrawings(page)), ...(await cutFromScenes(page))];
		expect(await atEach(page, widths, look)).toEqual([]);
		// A typeface may be a tenth wider than the one of this machine, and a name longer.
		await page.addStyleTag({ content: 'main { letter-spacing: 0.06em }' });
		expect(await atEach(page, widths, () => wordsOverDrawings(page))).toEqual([]);
	});
}

test('a long word of a heading breaks at a seam on a phone, and no other breaks', async ({
	page,
}) => {
	for (const { name, open } of views) {
		await open(page);
		const broken = () => page.evaluate<string[]>(brokenWords);
		expect.soft(await atEach(page, phones, broken), name).toEqual([]);
	}
});

test('no heading, and no introduction, leaves a short word alone on its last line', async ({
	page,
}) => {
	const alone = () =>
		page.locator('main :is(h1, h2, .intro)').evaluateAll((blocks) =>
			blocks.flatMap((block) => {
				const range = document.createRange();
				range.selectNodeContents(block);
				const widths = [...range.getClientRects()]
					.map(({ width }) => width)
					.filter((width) => width > 0);
				const isAlone = widths.length > 1 && (widths.at(-1) ?? 0) < Math.max(...widths) / 6;
				return isAlone ? [block.textContent] : [];
			}),
		);
	for (const address of pages.filter((address) => address !== paths.leaflet)) {
		await page.goto(address);
		expect.soft(await atEach(page, [...phones, 768, 960, 1280], alone), address).toEqual([]);
	}
});

test('"ring 112" stays on one line', async ({ page }) => {
	const sizes = widths.filter((width) => width < 760);
	for (const address of pages) {
		await page.goto(address);
		expect(await atEach(page, sizes, () => brokenCalls(page)), address).toEqual([]);
	}
});

/** Words that share a pixel with a shape, taken as the box around it. */
function wordsOverDrawings(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const drawn = [...document.querySelectorAll('main svg[aria-hidden]')].flatMap((svg) => {
			const frame = svg.getBoundingClientRect();
			return [...svg.querySelectorAll('path, circle')].map((shape) => {
				const box = shape.getBoundingClientRect();
				return {
					left: Math.max(box.left, frame.left),
					right: Math.min(box.right, frame.right),
					top: Math.max(box.top, frame.top),
					bottom: Math.min(box.bottom, frame.bottom),
				};
			});
		});
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (texts.nextNode()) {
			const range = document.createRange();
			range.selectNodeContents(texts.currentNode);
			const text = texts.currentNode.textContent?.trim() ?? '';
			if (text === '' || !texts.currentNode.parentElement?.checkVisibility()) continue;
			const lies = [...range.getClientRects()].some((line) =>
				drawn.some(
					(box) =>
						line.left < box.right &&
						line.right > box.left &&
						line.top < box.bottom &&
						line.bottom > box.top,
				),
			);
			if (lies) found.push(text);
		}
		return found;
	});
}

/** What stands on the hills of a scene, and runs out of it; the hills themselves do. */
function cutFromScenes(page: Page): Promise<string[]> {
	return page.locator('.page-scene').evaluateAll((scenes) =>
		scenes.flatMap((scene) => {
			const frame = scene.getBoundingClientRect();
			const shapes = scene.querySelectorAll(':is(path, circle):not([class^="fill-heath"])');
			return [...shapes].flatMap((shape) => {
				const { left, right, top } = shape.getBoundingClientRect();
				const isWhole = left >= frame.left && right <= frame.right && top >= frame.top;
				return isWhole ? [] : [shape.outerHTML];
			});
		}),
	);
}

/** Where "ring" stands on one line and its number on the next. */
function brokenCalls(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('p, li, h1, h2, h3, label, legend')].flatMap((block) => {
			const texts: Text[] = [];
			const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) texts.push(walker.currentNode as Text);
			const whole = texts.map(({ data }) => data).join('');
			/** The place of one letter of the whole. */
			const place = (at: number) => {
				let node = 0;
				while (at >= (texts[node]?.length ?? Infinity)) at -= texts[node++]?.length ?? 0;
				const range = document.createRange();
				const text = texts[node];
				if (!text) return new DOMRect();
				range.setStart(text, at);
				range.setEnd(text, at + 1);
				return range.getBoundingClientRect();
			};
			return [...whole.matchAll(/ring\s+11[24]/gi)]
				.filter(({ index, 0: call }) => {
					const word = place(index);
					const number = place(index + call.length - 1);
					return word.bottom < number.top + 1 || number.bottom < word.top + 1;
				})
				.map(() => whole.trim().slice(0, 60));
		}),
	);
}

test('the menu leaves no word alone on its line', async ({ page }) => {
	await page.goto('/');
	const lines = () =>
		page.locator('.menu > li').evaluateAll((items) => {
			const tops = items.map((item) => item.getBoundingClientRect().top);
			const lengths = [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
			const isEven = Math.max(...lengths) - Math.min(...lengths) <= 1;
			return isEven ? [] : [lengths.join(' + ')];
		});
	expect(await atEach(page, widths, lines)).toEqual([]);
});

test('each page has a heading of its own', async ({ page }) => {
	const headings = new Map<string, string>();
	for (const address of pages) {
		await page.goto(address);
		const heading = await page.getByRole('heading', { level: 1 }).innerText();
		expect(headings.get(heading), `${address} has the heading of`).toBeUndefined();
		headings.set(heading, address);
	}
});

test('words that only the stylesheet parts are apart without it too', async ({ page }) => {
	for (const address of pages) {
		await page.goto(address);
		const glued = await page
			.locator('body :is(a, strong, span, b, em) + :is(a, strong, span, b, em)')
			.evaluateAll((elements) =>
				elements
					.filter(({ previousSibling: before, textContent }) => {
						const isGlued = before?.nodeType === Node.ELEMENT_NODE;
						return isGlued && /\S$/.test(before.textContent ?? '') && /^\S/.test(textContent);
					})
					.map((element) => element.parentElement?.textContent.trim().slice(0, 60) ?? ''),
			);
		expect(glued, address).toEqual([]);
	}
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const width of [320, 390, 1280]) {
		test(`a link in the summary of mistakes shows the whole question at ${width}`, async ({
			page,
		}) => {
			await page.setViewportSize({ width, height: 740 });
			await page.goto(paths.form);
			await controlsOf(page).email.fill('soeren');
			await controlsOf(page).check.click();
			for (const link of await page.getByRole('alert').getByRole('link').all()) {
				await link.click();
				expect.soft(await questionInView(page), await link.innerText()).toEqual([]);
			}
		});
	}

	test('"Ret" shows the whole question on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 740 });
		for (const answer of [3, -1]) {
			await check(page, anApplicant());
			await page.getByRole('button', { name: /^Ret / }).nth(answer).click();
			await page.waitForURL(/#/);
			expect.soft(await questionInView(page), `answer ${answer}`).toEqual([]);
		}
	});
});

/** What of the question that has focus lies outside the window. */
async function questionInView(page: Page): Promise<string[]> {
	const control = page.locator(':focus');
	const question = page.locator('.question, fieldset').filter({ has: control }).first();
	const label = question.locator('.label').first();
	const window = page.viewportSize()?.height ?? 0;
	const [labelled, controlled] = [await label.boundingBox(), await control.boundingBox()];
	if (!labelled || !controlled) return ['no question has focus'];
	return [
		...(labelled.y >= 0 ? [] : [`the label is ${Math.round(-labelled.y)} px above`]),
		...(controlled.y + 44 <= window ? [] : ['the control is below']),
	];
}

test('each answer on the check page has its "Ret" beside its first line', async ({ page }) => {
	await check(page, anApplicant());
	const away = () =>
		page.locator('.summary dd').evaluateAll((rows) =>
			rows.flatMap((row) => {
				const [answer, edit] = [row.firstElementChild, row.lastElementChild].map((element) => {
					const range = document.createRange();
					if (element?.firstChild) range.selectNode(element.firstChild);
					return range.getClientRects()[0];
				});
				if (!answer || !edit) return ['a row without an answer or a button'];
				const off = Math.round(edit.top - answer.top);
				return Math.abs(off) < 6 ? [] : [`${off} px from “${row.textContent.trim().slice(0, 30)}”`];
			}),
		);
	expect(await atEach(page, [...phones, 700, 1280], away)).toEqual([]);
});

test('a heading of the check page that breaks keeps away from its line', async ({ page }) => {
	await check(page, anApplicant());
	await page.setViewportSize({ width: 700, height: 800 });
	const near = await page.locator('.summary dt').evaluateAll((headings) =>
		headings.flatMap((heading) => {
			heading.textContent = 'En overskrift, der er lang nok til at brydes over flere linjer';
			const range = document.createRange();
			range.selectNodeContents(heading);
			const gap = heading.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom;
			return gap >= 6 ? [] : [gap];
		}),
	);
	expect(near).toEqual([]);
});

test('the reference stands on one line, whatever its letters', async ({ page }) => {
	await check(page, anApplicant());
	await controlsOf(page).send.click();
	await referenceOn(page);
	const number = page.locator('.reference');
	await number.evaluate((element) => (element.textContent = 'WMWM-MWMW'));
	const broken = () =>
		number.evaluate((element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			const lies = range.getBoundingClientRect().right <= element.getBoundingClientRect().right;
			return lies && range.getClientRects().length === 1 ? [] : ['does not fit'];
		});
	expect(await atEach(page, [...phones, 700, 1280], broken)).toEqual([]);
});

test('the answers print as a page of one’s own, marked as not sent, without a word to press', async ({
	page,
}) => {
	const applicant = anApplicant();
	await check(page, applicant);
	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
	expect(pdf.numPages).toBe(1);
	const { text } = await extractText(pdf, { mergePages: true });
	for (const said of ['ikke sendt endnu', applicant.name, applicant.motivation]) {
		expect(squeezed(text)).toContain(squeezed(said));
	}
	expect(text).not.toMatch(/\bRet\b|Tryk|Send ansøgning|Tilbage|udskriv|Om siden/);
});

test('the receipt prints on one sheet, without a word about printing', async ({ page }) => {
	await check(page, anApplicant());
	await controlsOf(page).send.click();
	const reference = await referenceOn(page);
	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
	expect(pdf.numPages).toBe(1);
	const { text } = await extractText(pdf, { mergePages: true });
	expect(text).toContain(reference);
	expect(text).not.toMatch(/Ctrl|Om siden/);
});

test('every colour that a stylesheet names is there, in the light as in the dark', async ({
	page,
}) => {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme });
		for (const address of pages) {
			await page.goto(address);
			const missing = await page.evaluate(() => {
				const styles = [...document.querySelectorAll('style')].map(
					({ textContent }) => textContent,
				);
				const named = [...styles.join('').matchAll(/var\((--[\w-]+)\)/g)].map(
					([, name = '']) => name,
				);
				const root = getComputedStyle(document.documentElement);
				return [...new Set(named)].filter((name) => root.getPropertyValue(name) === '');
			});
			expect(missing, `${address}, ${colorScheme}`).toEqual([]);
		}
	}
});
