import { describe, expect, test } from 'vitest';
import { answerText } from '#application/asking/answer.ts';
import { inOrder } from '#application/asking/questions.ts';
import type { Letter } from '#application/letters/letter.ts';
import type { Mark } from '#application/letters/to-project-lead.ts';
import { questions, theChecked } from '../../../support/application.ts';
import { HtmlPage } from '../../../support/html-page.ts';
import { reference, toLead, writing } from '../../../support/letters.ts';

function headingsOf({ html }: Letter): Record<string, string> {
	const body = new HtmlPage(html).one('body').children;
	return Object.fromEntries(
		body.flatMap((element, at) => {
			const next = body[at + 1];
			return element.tag === 'h2' && next ? [[element.text, next.visibleText]] : [];
		}),
	);
}

describe('the letter to the project lead', () => {
	test('goes to the project lead, and a reply to the applicant', () => {
		const { from, to, replyTo } = toLead();
		expect({ from, to, replyTo }).toEqual({
			from: writing.from,
			to: 'aase@eksempel.dk',
			replyTo: 'soeren@eksempel.dk',
		});
	});

	test('has every answer under its heading, in the order of the questions', () => {
		const application = theChecked();
		const expected = inOrder(questions).map((question) => [
			question.heading,
			answerText(question, application[question.name]),
		]);
		expect(Object.entries(headingsOf(toLead()))).toEqual(
			expected.map(([heading, text = '']) => [heading, text.replaceAll('\n', '\n\n')]),
		);
		const { text } = toLead();
		for (const [heading, answer] of expected) expect(text).toContain(`\n\n${heading}\n${answer}\n`);
	});

	test('says where a question was left unanswered', () => {
		const mail = toLead(theChecked({ callTime: '' }));
		expect(headingsOf(mail)['Tid for opkald']).toBe('Ikke besvaret');
		expect(mail.text).toContain(`Tid for opkald\nIkke besvaret\n`);
	});

	test('has links to call and to write', () => {
		const page = new HtmlPage(toLead(theChecked({ email: "o'b+x@eksempel.dk" })).html);
		expect(page.one('a', { href: 'tel:+4520304050' }).text).toBe('20 30 40 50');
		expect(page.one('a', { href: "mailto:o'b%2Bx@eksempel.dk" }).text).toBe("o'b+x@eksempel.dk");
	});

	test('has the same subject whatever was written, even line breaks and markup', () => {
		const hostile = theChecked();
		for (const name of ['name', 'area', 'network', 'motivation', 'callTime'] as const) {
			hostile[name] = 'x\r\nBcc: alle@eksempel.dk <b>';
		}
		expect(toLead(hostile).subject).toBe(`Ny ansøgning ${reference}`);
		expect(toLead(hostile).subject).toBe(toLead().subject);
	});

	test('holds what was written as text, never as markup', () => {
		const hostile = `</p><script>alert(1)</script><img src=x onerror=alert(1)> "&amp;'`;
		const page = new HtmlPage(toLead(theChecked({ name: hostile, motivation: hostile })).html);
		expect(page.skeleton).toEqual(new HtmlPage(toLead().html).skeleton);
		expect(headingsOf(toLead(theChecked({ motivation: hostile }))).Begrundelse).toBe(hostile);
	});

	describe('shows', () => {
		const table: [Mark, string][] = [
			['honeypot', 'Bemærk: Et felt, som er skjult for mennesker, var udfyldt.'],
			['hurried', 'Bemærk: Ansøgningen blev sendt få sekunder efter at svarene var vist.'],
		];
		for (const [mark, words] of table) {
			test(`the mark ${mark}, in text and in HTML, and no other`, () => {
				const mail = toLead(theChecked(), [mark]);
				expect(mail.text).toContain(words);
				expect(new HtmlPage(mail.html).words).toContain(words);
				expect(mail.text.match(/Bemærk/g)).toHaveLength(1);
			});
		}
		test('every mark that was found', () => {
			const mail = toLead(theChecked(), ['honeypot', 'hurried']);
			expect(mail.text.match(/Bemærk/g)).toHaveLength(2);
			expect(new HtmlPage(mail.html).all('p', { class: 'mark' })).toHaveLength(2);
		});
		test('no mark where none was found', () => {
			expect(`${toLead().text}${toLead().html}`).not.toContain('Bemærk');
		});
	});
});
