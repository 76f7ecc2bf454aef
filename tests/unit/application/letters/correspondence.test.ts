import { describe, expect, test } from 'vitest';
import { answerText } from '#application/asking/answer.ts';
import {
	mailToApplicant,
	mailToProjectLead,
	type Mark,
	noticeOfLostReceipt,
} from '#application/letters/correspondence.ts';
import type { Mail } from '#application/letters/letter.ts';
import { inOrder } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import {
	anApplication,
	aRecognisableApplication,
	questions,
	theChecked,
	traces,
} from '../../../support/application.ts';
import { HtmlPage } from '../../../support/html-page.ts';

const id = '2026112107-9f86d081884c7d659a2feaa0c55ad015';
const reference = 'MU4T-QKAR';
const programme = {
	name: 'Tryghed & Co',
	authority: { name: 'Politiet <nord>' },
	projectLead: { name: 'Åse Ny', title: 'leder', email: 'aase@eksempel.dk', phone: '+4511223344' },
	emergency: { number: '112', name: 'Alarm' },
	service: { number: '114', name: 'Service' },
};
const writing = { questions, programme, from: 'Ansøgning <ansoegning@eksempel.dk>' };

function toLead(application: Application = theChecked(), found: readonly Mark[] = []): Mail {
	return mailToProjectLead(id, application, { ...writing, found });
}

const toApplicant = (application = theChecked()) => mailToApplicant(id, application, writing);
const notice = () => noticeOfLostReceipt(id, writing);

/** The different words of a text, without punctuation at their ends. */
function wordsOf(text: string): string[] {
	const words = text.split(/\s+/).map((word) => word.replace(/[.:?]+$/, ''));
	return [...new Set(words)].filter(Boolean).sort();
}

function headingsOf({ html }: Mail): Record<string, string> {
	const body = new HtmlPage(html).one('body').children;
	return Object.fromEntries(
		body.flatMap((element, at) => {
			const next = body[at + 1];
			return element.tag === 'h2' && next ? [[element.text, next.visibleText]] : [];
		}),
	);
}

describe('the e-mail to the project lead', () => {
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
			['hurried', 'Bemærk: Ansøgningen blev sendt få sekunder efter, at svarene var vist.'],
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

describe('the receipt to the applicant', () => {
	test('goes to the applicant, and a reply to the project lead', () => {
		const { from, to, replyTo, subject } = toApplicant();
		expect({ from, to, replyTo, subject }).toEqual({
			from: writing.from,
			to: 'soeren@eksempel.dk',
			replyTo: 'aase@eksempel.dk',
			subject: `Vi har modtaget din ansøgning (${reference})`,
		});
	});

	test('has the reference, what happens next and whom to ask', () => {
		for (const words of [toApplicant().text, new HtmlPage(toApplicant().html).words]) {
			for (const part of [
				reference,
				'Hvad sker der nu?',
				'Åse Ny, leder',
				'11 22 33 44',
				'112',
				'114',
			]) {
				expect(words).toContain(part);
			}
		}
		const page = new HtmlPage(toApplicant().html);
		expect(page.one('a', { href: 'tel:+4511223344' }).text).toBe('11 22 33 44');
		expect(page.one('a', { href: 'mailto:aase@eksempel.dk' }).text).toBe('aase@eksempel.dk');
	});

	test('holds none of the applicant’s own words', () => {
		const { subject, text, html } = toApplicant(theChecked(aRecognisableApplication()));
		for (const trace of traces) expect(`${subject}${text}${html}`).not.toContain(trace);
	});

	test('is the same whoever applies', () => {
		const one = toApplicant(theChecked(anApplication()));
		const other = toApplicant(theChecked(aRecognisableApplication()));
		expect({ ...other, to: '' }).toEqual({ ...one, to: '' });
	});
});

test('the notice of a lost receipt goes to the project lead and holds the reference alone', () => {
	const { to, replyTo, subject, text } = notice();
	expect({ to, replyTo }).toEqual({ to: 'aase@eksempel.dk', replyTo: 'aase@eksempel.dk' });
	expect(subject).toBe(`Kvitteringen for ansøgning ${reference} kom ikke frem`);
	expect(text).toContain('Ring til ansøgeren');
});

describe('every e-mail', () => {
	const table = { 'to the project lead': toLead, receipt: toApplicant, notice };
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

		test(`has a subject of one line: ${which}`, () => {
			expect(write().subject).toMatch(/^[^\p{Cc}]+$/u);
		});
	}
});
