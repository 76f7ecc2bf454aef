import type { Locator, Page } from '@playwright/test';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { anApplicant, controlsOf, referenceOn } from '../support/application-form.ts';
import { expect, test } from '../support/journey.ts';
import { aLook } from '../support/site.ts';

/*
 * How long an application takes by keyboard, for "Det tager 5 til 10 minutter" in content/pages/ansoeg.mdx. Keys
 * are pressed and words are counted on the real pages; each is given the time that people take in studies:
 *
 *     a key           0.28 s   an average typist (Card, Moran and Newell 1983, the keystroke-level model)
 *     a thought       1.35 s   before each answer and each button (the same)
 *     a word read     0.30 s   200 words a minute, all that stands on the page (238 for adults: Brysbaert 2019)
 *     a word composed 3.16 s   19 words a minute, for the two answers that one thinks about (Karat and others 1999)
 *
 * It came to 5.3 minutes with 15 words in each long answer, and to 9.4 with 50. It leaves out mistakes, and making
 * up one's mind. Outside of the range, a question came or went: measure, and write the sentence anew.
 */
const seconds = { key: 0.28, thought: 1.35, read: 60 / 200, composed: 60 / 19 };

test.use({ javaScriptEnabled: false });

for (const [wordsOfEach, from, to] of [
	[15, 4, 7],
	[50, 8, 11],
] as const) {
	test(`an application with ${wordsOfEach} words in each long answer takes ${from} to ${to} minutes`, async ({
		page,
		site,
	}) => {
		const minutes = (await secondsToApply(page, wordsOfEach, () => site.forward(aLook))) / 60;
		expect(minutes).toBeGreaterThan(from);
		expect(minutes).toBeLessThan(to);
	});
}

async function secondsToApply(page: Page, wordsOfEach: number, look: () => Promise<void>) {
	const words = Array.from({ length: wordsOfEach }, () => 'klubben').join(' ');
	const applicant = anApplicant({ email: `tempo.${wordsOfEach}@eksempel.dk` });
	const controls = controlsOf(page);
	let spent = 0;
	const press = async (key: string) => {
		spent += seconds.key;
		await page.keyboard.press(key);
	};
	const tabTo = async (control: Locator) => {
		spent += seconds.thought;
		do await press('Tab');
		while (!(await control.evaluate((element) => element === document.activeElement)));
	};
	const write = async (control: Locator, answer: string) => {
		await tabTo(control);
		spent += answer.length * seconds.key;
		await page.keyboard.insertText(answer);
	};
	const compose = async (control: Locator) => {
		await tabTo(control);
		spent += wordsOfEach * seconds.composed;
		await page.keyboard.insertText(words);
	};
	const read = async () => {
		const text = await page.getByRole('main').innerText();
		spent += text.trim().split(/\s+/).length * seconds.read;
	};

	await page.goto(paths.form);
	await read();
	for (const name of ['name', 'email', 'phone'] as const)
		await write(controls[name], applicant[name]);
	await tabTo(controls.municipality(settings.municipalities[0] ?? ''));
	await press('Space');
	while (!(await controls.municipality(applicant.municipality).isChecked()))
		await press('ArrowDown');
	await write(controls.area, applicant.area);
	await compose(controls.network);
	await compose(controls.motivation);
	await write(controls.callTime, applicant.callTime);
	await tabTo(controls.confirmation);
	await press('Space');
	await tabTo(controls.check);
	await press('Enter');
	await page.getByRole('heading', { name: 'Tjek dine svar' }).waitFor();
	await read();
	await look();
	await tabTo(controls.send);
	await press('Enter');
	await referenceOn(page);
	return spent;
}
