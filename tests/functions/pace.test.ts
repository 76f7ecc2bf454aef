import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { anApplication } from '../support/application.ts';
import { expect, test } from '../support/functions.ts';
import { HtmlPage } from '../support/html-page.ts';

/*
 * How long an application takes by keyboard, for "Det tager 5 til 10 minutter" in content/pages/ansoeg.mdx. Words
 * and controls are counted on the real pages; each is given the time that people take in studies:
 *
 *     a key           0.28 s   an average typist (Card, Moran and Newell 1983, the keystroke-level model)
 *     a thought       1.35 s   before each answer and each button (the same)
 *     a word read     0.30 s   200 words a minute, all that stands on the page (238 for adults: Brysbaert 2019)
 *     a word composed 3.16 s   19 words a minute, for the two answers that one thinks about (Karat and others 1999)
 *
 * It leaves out mistakes, and making up one's mind. Outside of the range, a question came or went: measure, and
 * write the sentence anew.
 */
const seconds = { key: 0.28, thought: 1.35, read: 60 / 200, composed: 60 / 19 };

for (const [wordsOfEach, from, to] of [
	[15, 4, 7],
	[50, 8, 11],
] as const) {
	test(`an application with ${wordsOfEach} words in each long answer takes ${from} to ${to} minutes`, async ({
		functions,
	}) => {
		const words = Array.from({ length: wordsOfEach }, () => 'klubben').join(' ');
		const answers = anApplication({ network: words, motivation: words });
		const { name, email, phone, area, callTime } = answers;
		const form = new HtmlPage(readFileSync(join('dist', paths.form, 'index.html'), 'utf8'));
		const { page } = await functions.post(paths.check, answers);

		const read = [form, page].flatMap((each) => each.one('main').visibleText.trim().split(/\s+/));
		const typed = [name, email, phone, area, callTime].join('').length;
		// Tab to every control, and through the municipalities by arrow.
		const controls = [form, page].flatMap((each) =>
			['a', 'button', 'textarea', 'input'].flatMap((tag) => each.one('main').all(tag)),
		);
		const thoughts = Object.keys(answers).length + 2;
		const spent =
			read.length * seconds.read +
			(typed + controls.length + settings.municipalities.length) * seconds.key +
			thoughts * seconds.thought +
			2 * wordsOfEach * seconds.composed;
		expect(spent / 60).toBeGreaterThan(from);
		expect(spent / 60).toBeLessThan(to);
	});
}
