import { describe, expect, test } from 'vitest';
import { HtmlPage } from '../../../support/html-page.ts';
import { theChecked } from '../../../support/application.ts';
import { lostReceipt, toApplicant, toLead } from '../../../support/letters.ts';

/** The different words of a text, without punctuation at their ends. */
function wordsOf(text: string): string[] {
	const words = text.split(/\s+/).map((word) => word.replace(/[.:?]+$/, ''));
	return [...new Set(words)].filter(Boolean).sort();
}

/** The longest line, in bytes. */
function longest(...parts: string[]): number {
	return Math.max(
		...parts.flatMap((part) => part.split('\n').map((line) => Buffer.byteLength(line))),
	);
}

test('the lines of a long answer fit an e-mail, and contain every character of it', () => {
	const answers = ['x'.repeat(1500), 'ord på '.repeat(214), '&'.repeat(1500), '👨‍👩‍👧‍👦'.repeat(1500)];
	for (const motivation of answers) {
		const short = [...new Intl.Segmenter().segment(motivation)].slice(0, 100);
		const name = short.map(({ segment }) => segment).join('');
		const { text, html } = toLead(theChecked({ motivation, name, area: name, callTime: name }));
		expect(longest(text, html)).toBeLessThanOrEqual(998);
		expect(text.replace(/\s/g, '')).toContain(motivation.replace(/\s/g, ''));
	}
});

test('the longest e-mail and name fit as well', () => {
	const email = `${'x'.repeat(64)}@${`${'y'.repeat(61)}.`.repeat(3)}dk`;
	const { text, html } = toLead(theChecked({ email, name: 'Ω'.repeat(49) }));
	expect(longest(text, html)).toBeLessThanOrEqual(998);
});

describe('every letter', () => {
	const table = {
		'to the project lead': toLead,
		receipt: toApplicant,
		'about a lost receipt': lostReceipt,
	};
	for (const [which, write] of Object.entries(table)) {
		test(`says the same in text and in HTML: ${which}`, () => {
			const { subject, text, html } = write();
			const page = new HtmlPage(html);
			expect(wordsOf(`${page.title} ${page.words}`)).toEqual(wordsOf(`${subject} ${text}`));
		});

		test(`is in Danish, loads nothing and runs nothing: ${which}`, () => {
			const page = new HtmlPage(write().html);
			expect(page.attributes.lang).toBe('da');
			expect(page.all('*', { src: true })).toEqual([]);
			expect(page.all('script')).toEqual([]);
			for (const link of page.all('a')) expect(link.attributes.href).toMatch(/^(tel|mailto):/);
			expect(page.title).toBe(write().subject);
		});

		test(`suppresses automatic replies, and has dark colours and a language: ${which}`, () => {
			const { headers, html } = write();
			expect(headers).toEqual({
				'Auto-Submitted': 'auto-generated',
				'X-Auto-Response-Suppress': 'OOF, AutoReply',
			});
			const page = new HtmlPage(html);
			expect(page.one('meta', { name: 'color-scheme' }).attributes.content).toBe('light dark');
			expect(page.one('style').text).toContain('@media (prefers-color-scheme: dark)');
			expect(page.one('body').one('div').attributes.lang).toBe('da');
		});

		test(`has no line that is too long for an e-mail: ${which}`, () => {
			const { text, html } = write();
			expect(longest(text, html)).toBeLessThanOrEqual(998);
		});

		test(`has a subject of one line: ${which}`, () => {
			expect(write().subject).toMatch(/^[^\p{Cc}]+$/u);
		});
	}
});
