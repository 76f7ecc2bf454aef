import { describe, expect, test } from 'vitest';
import { answerText, inOrder } from '#application/asking/questions.ts';
import { referenceOf } from '#application/confirming/id.ts';
import type { Letter } from '#application/letters/letter.ts';
import type { Mark } from '#application/confirming/confirm.ts';
import { aMunicipality, questions, theChecked } from '../../../support/application.ts';
import { HtmlPage } from '../../../support/html-page.ts';
import { reference, toLead, writing } from '../../../support/letters.ts';

function headingsOf({ html }: Letter): Record<string, string> {
	const body = new HtmlPage(html).one('body').one('div').children;
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

	test('begins with name, place, phone, e-mail and when to call', () => {
		const { text, html } = toLead();
		expect(text).toContain(
			[
				'Søren Å. Müller-Østergård, Hvide Sande',
				'',
				'20 30 40 50',
				'soeren@eksempel.dk',
				'',
				'Hvornår vi må ringe: Hverdage efter klokken 16',
				`Kommune: ${aMunicipality}`,
				'',
				'Modtaget 24. november 2026 kl. 9.15',
				`Referencenummer ${reference}`,
			].join('\n'),
		);
		expect(new HtmlPage(html).words).toContain('Modtaget 24. november 2026 kl. 9.15');
	});

	test('contains every answer: some at the top, the others in order under their headings', () => {
		const application = theChecked();
		const { text } = toLead();
		for (const question of inOrder(questions)) {
			expect(text, question.name).toContain(answerText(question, application[question.name]));
		}
		const headings = Object.keys(headingsOf(toLead()));
		const onTop = ['name', 'area', 'municipality', 'phone', 'email', 'callTime'];
		const below = inOrder(questions).filter(({ name }) => !onTop.includes(name));
		expect(headings).toEqual([
			...below.map(({ heading }) => heading),
			'Til et regneark: Kopiér linjen, og sæt den ind i en række',
		]);
	});

	test('says where a question was left unanswered', () => {
		const letter = toLead(theChecked({ callTime: '' }));
		expect(letter.text).toContain(`Hvornår vi må ringe: Ikke besvaret\n`);
		expect(new HtmlPage(letter.html).words).toContain('Hvornår vi må ringe: Ikke besvaret');
	});

	test('has a link that dials, and one that opens a reply with a greeting and the reference', () => {
		const page = new HtmlPage(toLead(theChecked({ email: "o'b+x@rødgrød.dk" })).html);
		expect(page.one('a', { href: 'tel:+4520304050' }).text).toBe('20 30 40 50');
		const links = page.all('a').filter(({ text }) => text === "o'b+x@rødgrød.dk");
		const { pathname, searchParams } = new URL(links[0]?.attributes.href ?? '');
		expect(decodeURIComponent(pathname)).toBe("o'b+x@xn--rdgrd-vuad.dk");
		expect(searchParams.get('subject')).toBe(
			`Din ansøgning om at blive tryghedsambassadør (${reference})`,
		);
		expect(searchParams.get('body')).toMatch(
			/^Kære Søren Å\. Müller-Østergård\r\n\r\nTak for din ansøgning\.[^]*Åse Ny, leder$/,
		);
	});

	test('has a row for a spreadsheet, without formulas', () => {
		const application = theChecked({
			name: '=HYPERLINK("https://eksempel.dk")',
			phone: '+46701234567',
		});
		const row = `2026-11-24 09:15\t${reference}\t'=HYPERLINK("https://eksempel.dk")\t'+46 701 234 567\tsoeren@eksempel.dk\t${aMunicipality}\tHvide Sande\tHverdage efter klokken 16`;
		const { text, html } = toLead(application);
		expect(text.split('\n')).toContain(row);
		expect(new HtmlPage(html).one('pre').text).toBe(row);
	});

	test.each(['=1+1', '+1', '-1', '@a', '"a', '＝1+1', '＋1', '－1', '＠a'])(
		'makes the cell %s of that row text',
		(name) => {
			expect(toLead(theChecked({ name })).text).toContain(`\t'${name}\t`);
		},
	);

	test('has no line that begins with a formula, where the row is folded', () => {
		for (const gap of [' ', '']) {
			const callTime = `${'"'.repeat(130)}${gap}${'=1+1'.repeat(15)}`;
			const { text, html } = toLead(theChecked({ name: '"'.repeat(95), callTime }));
			const row = new HtmlPage(html).one('pre').text;
			expect(text).toContain(row);
			expect(row).not.toMatch(/^[=+@"]/m);
		}
	});

	test('mentions a missing receipt and an earlier application only where it is so', () => {
		const noReceipt = 'har ikke fået en kvittering på e-mail';
		const id = '2026112107-9f86d081884c7d659a2feaa0c55ad016';
		const { text } = toLead(theChecked(), { hasReceipt: false, sameMailboxAs: id });
		expect(text).toContain(noReceipt);
		expect(text).toContain(`Samme e-mail som i ansøgning ${referenceOf(id)}.`);
		expect(toLead().text).not.toMatch(/kvittering|Samme e-mail/);
	});

	test('has no Reply-To to a refused address, and then says that it cannot be answered', () => {
		const plain = toLead(theChecked(), { isPlain: true });
		expect(plain.replyTo).toBe(plain.to);
		expect(plain.text).toContain('Svar ikke på denne e-mail');
		expect(toLead().text).not.toContain('Svar ikke');
	});

	test('has nothing in its subject that the applicant wrote', () => {
		const hostile = theChecked();
		for (const name of ['name', 'area', 'network', 'motivation', 'callTime'] as const) {
			hostile[name] = 'x\r\nBcc: alle@eksempel.dk <b>';
		}
		expect(toLead(hostile).subject).toBe(
			`Ny ansøgning ${reference}: Tryghed & Co, ${aMunicipality}`,
		);
	});

	test('masks a CPR number in every text', () => {
		const cpr = 'Jeg er 010190-1234';
		const texts = { name: cpr, area: cpr, network: cpr, motivation: cpr, callTime: cpr };
		const { subject, text, html } = toLead(theChecked(texts));
		expect(`${subject}${text}${html}`).not.toMatch(/010190|1234/);
		expect(text.match(/\[skjult: ligner et CPR-nummer\]/g)).toHaveLength(8);
	});

	test('escapes markup in the answers', () => {
		const hostile = `</p><script>alert(1)</script><img src=x onerror=alert(1)> "&amp;'`;
		const page = new HtmlPage(toLead(theChecked({ name: hostile, motivation: hostile })).html);
		expect(page.skeleton).toEqual(new HtmlPage(toLead().html).skeleton);
		expect(headingsOf(toLead(theChecked({ motivation: hostile })))['Hvorfor du vil være med']).toBe(
			hostile,
		);
	});

	describe('shows', () => {
		const table: [Mark, string][] = [
			['honeypot', 'Bemærk: Et felt, som mennesker ikke kan se, var udfyldt.'],
			[
				'hurried',
				'Bemærk: Der gik under 2 sekunder, fra svarene blev vist, til ansøgningen blev sendt.',
			],
		];
		for (const [mark, words] of table) {
			test(`the mark ${mark}, in text and in HTML, and no other`, () => {
				const mail = toLead(theChecked(), { marks: [mark] });
				expect(mail.text).toContain(words);
				expect(new HtmlPage(mail.html).words).toContain(
					`${words} Ring til ansøgeren, og hør, om ansøgningen er ægte.`,
				);
				expect(mail.text.match(/Bemærk/g)).toHaveLength(1);
			});
		}
		test('every mark that was found', () => {
			const mail = toLead(theChecked(), { marks: ['honeypot', 'hurried'] });
			expect(mail.text.match(/Bemærk/g)).toHaveLength(2);
			expect(new HtmlPage(mail.html).all('p', { class: 'mark' })).toHaveLength(1);
			expect(mail.text.match(/Ring til ansøgeren/g)).toHaveLength(1);
		});
		test('no mark where none was found', () => {
			expect(`${toLead().text}${toLead().html}`).not.toContain('Bemærk');
		});
	});
});
