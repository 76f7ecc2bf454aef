import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { paths } from '#site/paths.ts';
import { anApplicant, check, controlsOf, referenceOn } from '../support/application-form.ts';
import { expect, test } from '../support/journey.ts';
import { withoutSpaces } from '../support/leaflet.ts';
import { atEachWidth, phones, widthsOf } from '../support/page-checks/widths.ts';

test('the lines of the menu differ by at most one link at every width', async ({ page }) => {
	await page.goto('/');
	const lines = () =>
		page.locator('.menu > li').evaluateAll((items) => {
			const tops = items.map((item) => item.getBoundingClientRect().top);
			const lengths = [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
			const isEven = Math.max(...lengths) - Math.min(...lengths) <= 1;
			return isEven ? [] : [lengths.join(' + ')];
		});
	expect(await atEachWidth(page, await widthsOf(page), lines)).toEqual([]);
});

test('on a phone, the first question begins within 800 pixels, and the warning is shown once', async ({
	page,
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(paths.form);
	const question = await page.locator('.label').first().boundingBox();
	// Only an engineer's machine shows the box of missing settings, so its height does not count.
	const missingSettings = await page.locator('main .missing').first().boundingBox();
	expect((question?.y ?? Infinity) - (missingSettings?.height ?? 0)).toBeLessThanOrEqual(800);
	await expect(page.getByText('Skriv ikke om hændelser her')).toHaveCount(1);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const width of [320, 390, 1280]) {
		test(`a link in the error summary shows the whole question in a window of ${width} pixels`, async ({
			page,
		}) => {
			await page.setViewportSize({ width, height: 740 });
			await page.goto(paths.form);
			await controlsOf(page).email.fill('soeren');
			await controlsOf(page).check.click();
			for (const link of await page.getByRole('alert').getByRole('link').all()) {
				await link.click();
				expect.soft(await outsideWindow(page), await link.innerText()).toEqual([]);
			}
		});
	}

	test('"Ret" shows the whole question on a phone', async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 740 });
		for (const answer of [3, -1]) {
			await check(page, anApplicant());
			await page.getByRole('button', { name: /^Ret / }).nth(answer).click();
			await page.waitForURL(/#/);
			expect.soft(await outsideWindow(page), `answer ${answer}`).toEqual([]);
		}
	});
});

/** The parts of the question with focus that are outside the window. */
async function outsideWindow(page: Page): Promise<string[]> {
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

test('each answer on the check page is level with its "Ret", and the answers print on one sheet', async ({
	page,
}) => {
	const applicant = anApplicant();
	await check(page, applicant);
	expect
		.soft(await atEachWidth(page, [...phones, 700, 1280], () => unalignedEdits(page)))
		.toEqual([]);

	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
	expect.soft(pdf.numPages).toBe(1);
	const { text } = await extractText(pdf, { mergePages: true });
	for (const said of ['ikke sendt endnu', applicant.name, applicant.motivation]) {
		expect.soft(withoutSpaces(text)).toContain(withoutSpaces(said));
	}
	expect
		.soft(text, 'buttons and instructions')
		.not.toMatch(/\bRet\b|Tryk|Send ansøgning|Tilbage|udskriv|Om webstedet/);

	await page.setViewportSize({ width: 700, height: 800 });
	expect.soft(await narrowGaps(page)).toEqual([]);
});

/** Answers whose "Ret" is not level with their first line. */
function unalignedEdits(page: Page): Promise<string[]> {
	return page.locator('.summary dd').evaluateAll((rows) =>
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
}

/** Gaps in pixels that are too narrow, between a heading of several lines and the rule under it. */
function narrowGaps(page: Page): Promise<number[]> {
	return page.locator('.summary dt').evaluateAll((headings) =>
		headings.flatMap((heading) => {
			heading.textContent = 'En overskrift, der er lang nok til at brydes over flere linjer';
			const range = document.createRange();
			range.selectNodeContents(heading);
			const gap = heading.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom;
			return gap >= 6 ? [] : [gap];
		}),
	);
}

test('the receipt prints on one sheet, and a reference of wide letters fits on one line', async ({
	page,
}) => {
	await check(page, anApplicant());
	await controlsOf(page).send.click();
	const reference = await referenceOn(page);
	const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })));
	expect.soft(pdf.numPages).toBe(1);
	const { text } = await extractText(pdf, { mergePages: true });
	expect.soft(text).toContain(reference);
	expect.soft(text, 'instructions for printing').not.toMatch(/Ctrl|Om webstedet/);

	const number = page.locator('.reference');
	await number.evaluate((element) => (element.textContent = 'WMWM-MWMW'));
	const misfits = () =>
		number.evaluate((element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			const fits = range.getBoundingClientRect().right <= element.getBoundingClientRect().right;
			return fits && range.getClientRects().length === 1 ? [] : ['does not fit'];
		});
	expect(await atEachWidth(page, [...phones, 700, 1280], misfits)).toEqual([]);
});
