import { extractText, getDocumentProxy } from 'unpdf';
import { paths } from '#site/paths.ts';
import { anApplicant, textFields } from '../support/application-form.ts';
import { brokenWords } from '../support/broken-words.ts';
import { engines, type Tab } from '../support/engines.ts';
import { expect, test } from '../support/journey.ts';
import { readingTime } from '../support/site.ts';
import { leafletSentences, withoutSpaces } from '../support/leaflet.ts';

// One journey through the whole site, in the engines that the other journeys do not use.
for (const { name, missing, open } of engines) {
	test.describe(name, () => {
		test(`${name}: a citizen reads, mends three mistakes, goes back, applies and prints`, async ({
			baseURL,
			mailbox,
		}) => {
			const address = baseURL ?? '';
			const tab = await open();
			if (!tab) {
				test.skip(true, missing);
				return;
			}
			const applicant = anApplicant({ email: `${name.toLowerCase()}@eksempel.dk` });
			try {
				await read(tab, address);
				await makeThreeMistakes(tab, applicant.municipality);
				await mend(tab, applicant.email);
				await readingTime();
				const reference = await send(tab);
				expect(reference).toMatch(/^[3-9A-Y]{4}-[3-9A-Y]{4}$/);
				expect(await goBackAndSend(tab)).toBe(reference);
				await expect.poll(() => mailbox.emailsWith(reference)).toHaveLength(2);
				await print(tab, address, reference);
			} finally {
				await tab.close();
			}
		});
	});
}

async function read(tab: Tab, site: string): Promise<void> {
	await tab.goto(`${site}/`);
	expect(await tab.evaluate(`document.querySelector('a[href="tel:112"]').innerText`)).toContain(
		'112',
	);
	for (const address of [paths.about, paths.police, paths.leaflet, paths.privacy, paths.form]) {
		await tab.goto(site + address);
		const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
		expect(await tab.evaluate(overflow), address).toBe(0);
		expect(await tab.evaluate(brokenWords), address).toEqual([]);
	}
}

async function makeThreeMistakes(tab: Tab, municipality: string): Promise<void> {
	const wrong = { ...anApplicant(), email: 'soeren', phone: '20 30' };
	for (const field of textFields) await tab.write(`#${field}`, wrong[field]);
	const id = await tab.evaluate(`document.querySelector('[value="${municipality}"]').id`);
	await tab.press(`[for="${String(id)}"]`);
	await tab.press('form .button');
	await atTitle(tab, /^Fejl: /);

	const summary = `document.querySelector('[role=alert]')`;
	expect(await tab.evaluate(`document.activeElement === ${summary}`)).toBe(true);
	expect(await tab.evaluate(`${summary}.querySelectorAll('a').length`)).toBe(3);
	for (const field of ['email', 'phone', 'confirmation']) {
		await tab.press(`[href="#${field}"]`);
		expect(await tab.evaluate('document.activeElement.id')).toBe(field);
		const question = `document.activeElement.closest('.question').getBoundingClientRect()`;
		expect(await tab.evaluate(`${question}.top`), field).toBeGreaterThanOrEqual(0);
	}
	expect(await tab.evaluate('document.querySelector("#name").value')).toBe(wrong.name);
	await leaveAndReturn(tab, /^Fejl: /);
	expect(await tab.evaluate('document.querySelector("#network").value')).toBe(wrong.network);
}

/** Follows a link of the footer and goes back. The browser must not ask whether to post the form again. */
async function leaveAndReturn(tab: Tab, title: RegExp): Promise<void> {
	await tab.press(`footer [href="${paths.privacy}"]`);
	await atTitle(tab, /^Privatlivspolitik/);
	await tab.evaluate('history.back()');
	await atTitle(tab, title);
}

async function mend(tab: Tab, email: string): Promise<void> {
	await tab.write('#email', email);
	await tab.write('#phone', '20 30 40 50');
	await tab.press('[for=confirmation]');
	await tab.press('form .button');
	await atTitle(tab, /^Tjek dine svar/);
	await tab.press('[name=edit][value=area]');
	await expect.poll(() => tab.evaluate('document.activeElement?.id')).toBe('area');
	await tab.press('form .button');
	await atTitle(tab, /^Tjek dine svar/);
	await leaveAndReturn(tab, /^Tjek dine svar/);
	expect(await tab.evaluate('document.querySelector("main").innerText')).toContain(email);
}

async function send(tab: Tab): Promise<string> {
	await tab.press('form .button');
	await atTitle(tab, /^Kvittering/);
	return String(await tab.evaluate('document.querySelector(".reference").textContent.trim()'));
}

/** Goes back to the check page and sends the answers again. Returns the reference on the receipt. */
async function goBackAndSend(tab: Tab): Promise<string> {
	await tab.evaluate('history.back()');
	await atTitle(tab, /^Tjek dine svar/);
	return send(tab);
}

/** Prints the receipt on one page, and every sentence of the leaflet on two. */
async function print({ print: toPaper, goto }: Tab, site: string, reference: string) {
	if (!toPaper) return;
	const receipt = await getDocumentProxy(await toPaper({ landscape: false }));
	expect(receipt.numPages).toBe(1);
	expect((await extractText(receipt, { mergePages: true })).text).toContain(reference);

	await goto(site + paths.leaflet);
	const leaflet = await getDocumentProxy(await toPaper({ landscape: true }));
	expect(leaflet.numPages).toBe(2);
	const words = withoutSpaces((await extractText(leaflet, { mergePages: true })).text);
	for (const sentence of leafletSentences) expect(words).toContain(withoutSpaces(sentence));

	// The wave along the foot of the inside covers any text that reaches it.
	const inside = await leaflet.getPage(2);
	const { items } = await inside.getTextContent();
	const feet = items.flatMap((item) => ('transform' in item ? [Number(item.transform[5])] : []));
	expect((Math.min(...feet) / 72) * 25.4, 'mm from the foot').toBeGreaterThan(20);
}

/**
 * Waits until a page with this title has loaded. Until then, an expression fails or is evaluated in the page before, and
 * WebKit can ignore `history.back()`.
 */
async function atTitle(tab: Tab, title: RegExp): Promise<void> {
	const loaded = 'document.readyState === "complete" ? document.title : ""';
	await expect(async () => expect(await tab.evaluate(loaded)).toMatch(title)).toPass();
}
