import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { inOrder, type QuestionName, questionNames } from '#application/asking/questions.ts';
import { check } from '#application/asking/rules.ts';
import { CheckPage } from '#application/form/check-page.tsx';
import { FormPage } from '#application/form/form-page.tsx';
import { notices, troubles, unsure } from '#application/form/messages.ts';
import { honeypot } from '#application/form/parts.tsx';
import { ReceiptPage } from '#application/form/receipt-page.tsx';
import { TroublePage } from '#application/form/trouble-page.tsx';
import { letterToApplicant } from '#application/letters/to-applicant.ts';
import { nextStep, type Programme } from '#application/programme.ts';
import { nonBreaking } from '#application/typesetting.ts';
import { settings as programme } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import {
	aMunicipality,
	anApplication,
	questions,
	required,
	theChecked,
} from '../../../support/application.ts';
import { type HtmlElement, HtmlPage } from '../../../support/html-page.ts';

const text = { title: 'Ansøg', intro: 'Svar her.', html: '<p>Fra redaktøren</p>' };
const form = { text, programme, questions };

function pageOf(view: VNode): HtmlPage {
	return new HtmlPage(`<!doctype html><html><body>${renderToString(view)}</body></html>`);
}

/** The form with answers and their mistakes. */
function formWith(fields: Record<string, string>): HtmlPage {
	const checked = check(fields, questions);
	const mistakes = checked.kind === 'invalid' ? checked.mistakes : [];
	return pageOf(<FormPage {...form} fields={fields} mistakes={mistakes} />);
}

const textsOf = (elements: readonly HtmlElement[]) => elements.map((each) => each.text);

/** The element around each question, in order. */
function questionsOn(page: HtmlPage): HtmlElement[] {
	return page.all('div').filter(({ attributes }) => /^question\b/.test(attributes.class ?? ''));
}

function questionOf(page: HtmlPage, name: QuestionName): HtmlElement {
	const found = questionsOn(page).find((each) => each.all('*', { name }).length > 0);
	if (!found) throw new Error(`no question asks for ${name}`);
	return found;
}

describe('the form', () => {
	const empty = pageOf(<FormPage {...form} />);

	test('asks every question once, in order, under three headings, and says which is optional', () => {
		const names = empty.one('form').all('*', { name: true });
		expect([...new Set(names.map(({ attributes }) => attributes.name))]).toEqual([
			...questionNames,
			honeypot,
		]);
		expect(textsOf(empty.one('form').all('h2'))).toEqual(['Om dig', 'Dit netværk', 'Dit ønske']);
		for (const { attributes } of empty.all('section')) {
			expect(empty.all('h2', { id: attributes['aria-labelledby'] ?? '' })).toHaveLength(1);
		}
		for (const { name, label, optional } of inOrder(questions)) {
			const words = textsOf(questionOf(empty, name).all('*'));
			expect(words).toContain(optional ? `${label} (frivilligt)` : label);
		}
	});

	test('shows the text that staff write above the questions', () => {
		expect(empty.words).toMatch(/Svar her\..*Fra redaktøren.*Om dig/);
	});

	test('shows the rules to confirm beside the box, not in its description as well', () => {
		const group = empty.all('fieldset').at(-1);
		expect(group?.visibleText).toMatch(/ringer man 112[^]*ringer man 114/);
		expect(group?.attributes).not.toHaveProperty('aria-describedby');
	});

	test('excludes municipalities from translation, and lets answers follow the direction of their script', () => {
		for (const id of ['name', 'email', 'phone']) {
			const { attributes } = empty.one('input', { id });
			expect(attributes).toMatchObject({ autocorrect: 'off', dir: 'auto' });
		}
		expect(empty.one('textarea', { id: 'motivation' }).attributes.dir).toBe('auto');
		expect(textsOf(empty.all('label', { translate: 'no' }))).toEqual(programme.municipalities);
	});

	test('has no markup of mistakes where there are none', () => {
		for (const page of [empty, formWith(anApplication())]) {
			expect(page.all('*', { role: 'alert' })).toEqual([]);
			expect(page.all('*', { 'aria-invalid': true })).toEqual([]);
			expect(page.all('div', { class: 'question wrong' })).toEqual([]);
			expect(page.words).not.toContain('Fejl:');
		}
	});

	test('checks the posted choices, and no others', () => {
		const chosen = formWith(anApplication({ name: '' })).all('input', { checked: true });
		expect(chosen.map(({ attributes }) => attributes.value)).toEqual([aMunicipality, 'ja']);
	});

	test('preserves empty lines at the beginning of an answer, as browsers post them', () => {
		for (const network of ['\n\nTo tomme linjer', '\r\n\r\nTo tomme linjer']) {
			const { network: shown } = formWith(anApplication({ network })).formTo(paths.check);
			expect(shown).toBe('\n\nTo tomme linjer');
		}
	});
});

describe('the honeypot', () => {
	const [hidden] = pageOf(<FormPage {...form} />).all('div', { 'aria-hidden': 'true' });
	const { attributes } = hidden?.one('input') ?? {};

	test('is hidden from screen readers and skipped by the keyboard', () => {
		expect(attributes).toMatchObject({ name: honeypot, tabindex: '-1' });
	});

	/**
	 * The words by which browsers and password managers recognise a field in Danish and in English: the tokens of
	 * HTML's `autocomplete`, and the words of Chromium's and Bitwarden's lists for identities, cards and logins.
	 */
	const knownToAutofill =
		/name|navn|tit(?:el|le)|user|log.?in|pass|kode|code|mail|post|phone|te?le?f|mobil|addr|street|vej|gade|by\b|city|town|kommune|state|region|country|land\b|zip|company|firma|business|organi[sz]|birth|bday|dat[eo]|day|month|year|sex|card|kort|cc-|cv[cv]|url|web|site|home|hjemmeside|search|attn/i;

	test('is filled in by no browser and no password manager', () => {
		expect(`${honeypot} ${hidden?.one('label').text ?? ''}`).not.toMatch(knownToAutofill);
		expect('website url company').toMatch(knownToAutofill);
		expect(attributes).toMatchObject({
			autocomplete: 'off',
			'data-1p-ignore': 'true',
			'data-bwignore': 'true',
			'data-form-type': 'other',
		});
	});
});

describe('the form with every mistake', () => {
	const page = formWith({});
	const summary = page.one('div', { class: 'error-summary' });

	test('begins with a summary that takes focus, whose links lead to the first control of each question', () => {
		expect(summary.attributes).toMatchObject({ role: 'alert', autofocus: '' });
		expect(summary.one('h2').text).toBe('Der er problemer');
		const tags = page.descendants.map(({ tag, attributes }) => attributes.role ?? tag);
		expect(tags.indexOf('alert')).toBeLessThan(tags.indexOf('h1'));
		expect(summary.all('a').map(({ attributes }) => attributes.href)).toEqual(
			required.map(({ name }) => `#${name}`),
		);
		for (const { name } of required) {
			const [first] = page.one('form').all('*', { name });
			expect(page.one('*', { id: name }).attributes).toEqual(first?.attributes);
		}
	});

	test('repeats each message between the hint and the control, which both describe', () => {
		for (const [at, { name, kind }] of required.entries()) {
			const question = questionOf(page, name);
			expect(question.attributes.class).toBe('question wrong');
			const error = question.one('p', { id: `${name}-error` });
			const link = summary.all('a')[at]?.text ?? '';
			expect(error.visibleText.replace(/\s+/g, ' ')).toBe(`Fejl: ${link}`);

			const ids = question.all('*', { id: true }).map(({ attributes }) => attributes.id);
			const hint = ids.includes(`${name}-hint`) ? [`${name}-hint`] : [];
			expect(ids.slice(0, hint.length + 2)).toEqual([...hint, `${name}-error`, name]);
			const [described] = question.all('*', { 'aria-describedby': true });
			expect(described?.attributes['aria-describedby']).toBe([...hint, `${name}-error`].join(' '));
			for (const { attributes } of question.all('*', { name })) {
				expect(attributes['aria-invalid']).toBe(kind === 'choice' ? undefined : 'true');
			}
		}
	});
});

test('one mistake marks its own question and no other', () => {
	const page = formWith(anApplication({ phone: '12' }));
	expect(page.one('div', { class: 'error-summary' }).all('li')).toHaveLength(1);
	expect(page.all('*', { 'aria-invalid': true }).map(({ attributes }) => attributes.name)).toEqual([
		'phone',
	]);
	expect(page.all('div', { class: 'question wrong' })).toHaveLength(1);
	expect(page.all('p', { class: 'field-error' })).toHaveLength(1);
});

describe('the check page', () => {
	const answers = { email: 'ny@eksempel.dk', network: 'en\nto', callTime: '' };
	const state = {
		questions,
		fields: anApplication(answers),
		application: theChecked(answers),
		token: 'kode',
	};
	const page = pageOf(<CheckPage {...state} />);

	test('shows every answer under its heading, with a button that leads to its question', () => {
		const shown: Record<QuestionName, string> = {
			...state.fields,
			callTime: 'Ikke besvaret',
			confirmation: questions.confirmation.statement,
		};
		expect(textsOf(page.all('dt'))).toEqual(inOrder(questions).map(({ heading }) => heading));
		const rows = page.all('dd').map((row) => textsOf(row.children));
		expect(rows).toEqual(
			inOrder(questions).map(({ name, heading }) => [shown[name], `Ret ${heading}`]),
		);
		const back = formWith(anApplication());
		const buttons = page.one('dl').all('button', { name: 'edit' });
		expect(buttons.map(({ attributes }) => attributes.value)).toEqual(questionNames);
		for (const { attributes } of buttons) {
			const [path, id = ''] = (attributes.formaction ?? '').split('#');
			expect(path).toBe(paths.check);
			expect(back.all('*', { id })).toHaveLength(1);
		}
	});

	test('posts every answer again, with one button that sends and one that goes back', () => {
		const sending = page.one('form', { action: paths.submit });
		expect(page.formTo(paths.submit)).toEqual({ ...state.fields, [honeypot]: '', token: 'kode' });
		expect(sending.all('input').every(({ attributes }) => attributes.type === 'hidden')).toBe(true);
		const senders = sending.all('button').filter(({ attributes }) => attributes.name !== 'edit');
		expect(textsOf(senders)).toEqual(['Send ansøgning']);
		expect(sending.all('button').at(-1)?.attributes).toMatchObject({
			value: '',
			formaction: paths.check,
		});
	});

	test('says where the receipt is sent, and only once that nothing is sent yet', () => {
		expect(page.words).toContain('sender vi den også til ny@eksempel.dk');
		for (const [notice, times] of [
			[undefined, 1],
			[notices.stale, 0],
			[unsure(programme), 0],
		] as const) {
			const { words } = pageOf(<CheckPage {...state} notice={notice} />);
			expect(words.match(/ikke sendt endnu/g) ?? []).toHaveLength(times);
		}
	});
});

const receipt = {
	reference: 'K7M4-QX9R',
	at: Date.UTC(2026, 10, 24, 8, 15),
	hasReceipt: true,
	from: 'ansoegning@eksempel.dk',
	programme,
};

test('the receipt shows its reference, when it was received, and whom to ask', () => {
	const page = pageOf(<ReceiptPage {...receipt} />);
	expect(page.one('p', { class: 'reference' }).text).toBe('K7M4-QX9R');
	expect(page.words).toContain('Modtaget 24. november 2026 kl. 9.15');
	expect(page.all('a', { href: `tel:${programme.projectLead.phone}` })).toHaveLength(1);
	expect(page.words).toContain(nonBreaking('Vi sender en kvittering til din e-mail'));
	const without = pageOf(<ReceiptPage {...receipt} hasReceipt={false} />);
	expect(without.words).toContain(nonBreaking('Du får ikke en kvittering på e-mail'));
	expect(without.words).not.toContain('Vi sender en kvittering');
});

for (const [why, trouble] of Object.entries(troubles)) {
	test(`trouble (${why}) says what to do, and whom to call`, () => {
		const page = pageOf(<TroublePage trouble={trouble} programme={programme} />);
		expect(page.one('h1').text).toBe(trouble.title);
		for (const each of trouble.paragraphs) expect(page.words).toContain(nonBreaking(each));
		expect(page.all('a', { href: `tel:${programme.projectLead.phone}` })).toHaveLength(1);
	});
}

describe('who answers, and how soon', () => {
	const answeredBy = (who: string | null, within: string | null): Programme => ({
		...programme,
		answering: { who, within },
	});
	const unset = answeredBy(null, null);
	const set = answeredBy('Sekretariatet', '14 dage');

	test('is stated as far as the settings say', () => {
		expect(nextStep(unset)).toBe('Projektlederen kan ringe eller skrive til dig.');
		expect(nextStep(answeredBy('Sekretariatet', null))).toBe(
			'Sekretariatet kan ringe eller skrive til dig.',
		);
		expect(nextStep(set)).toBe('Sekretariatet ringer eller skriver til dig inden for 14 dage.');
	});

	const received = { id: `2026112410-${'0'.repeat(32)}`, at: 0, application: theChecked() };
	const places: Record<string, (programme: Programme) => string> = {
		'the form': (each) => renderToString(<FormPage {...form} programme={each} />),
		'the receipt page': (each) => renderToString(<ReceiptPage {...receipt} programme={each} />),
		'the receipt letter': (each) =>
			letterToApplicant(received, { programme: each, from: 'A <a@b.example>', questions }).text,
	};
	for (const [place, shown] of Object.entries(places)) {
		test(`is stated in ${place}, without a time where none is set`, () => {
			expect(shown(set)).toContain(nextStep(set));
			expect(shown(unset)).toContain(nextStep(unset));
			expect(shown(unset)).not.toContain('inden for');
		});
	}
});
