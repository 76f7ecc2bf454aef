import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { inOrder, questionNames } from '#application/asking/questions.ts';
import { check } from '#application/asking/rules.ts';
import { CheckPage } from '#application/form/check-page.tsx';
import { FormPage } from '#application/form/form-page.tsx';
import { ReceiptPage } from '#application/form/receipt-page.tsx';
import { honeypot } from '#application/form/parts.tsx';
import { notices, unsure, troubles } from '#application/form/messages.ts';
import { TroublePage } from '#application/form/trouble-page.tsx';
import { nonBreaking } from '#application/typesetting.ts';
import { settings as programme } from '#content/settings.ts';
import { anApplication, questions, theChecked } from '../../../support/application.ts';
import { HtmlPage } from '../../../support/html-page.ts';

const text = { title: 'Ansøg', intro: 'Svar her.', html: '<p>Fra redaktøren</p>' };
const form = { text, programme, questions };

function pageOf(view: VNode): HtmlPage {
	return new HtmlPage(`<!doctype html><html><body>${renderToString(view)}</body></html>`);
}

test('the form asks every question once, in order, under three headings', () => {
	const page = pageOf(<FormPage {...form} />);
	const names = page
		.one('form')
		.all('*', { name: true })
		.map(({ attributes }) => attributes.name);
	expect([...new Set(names)]).toEqual([...questionNames, honeypot]);
	expect(
		page
			.one('form')
			.all('h2')
			.map((each) => each.text),
	).toEqual(['Om dig', 'Dit netværk', 'Dit ønske']);
	for (const { attributes } of page.all('section')) {
		expect(page.all('h2', { id: attributes['aria-labelledby'] ?? '' })).toHaveLength(1);
	}
});

test('the form shows what staff write above it, as they wrote it', () => {
	expect(pageOf(<FormPage {...form} />).words).toMatch(/Svar her\..*Fra redaktøren.*Om dig/);
});

test('with mistakes, the first thing on the page is what is wrong, and it takes focus', () => {
	const checked = check({}, questions);
	if (checked.kind !== 'invalid') throw new Error('nothing is wrong');
	const page = pageOf(<FormPage {...form} mistakes={checked.mistakes} />);
	const summary = page.one('div', { role: 'alert' });
	expect(summary.attributes).toHaveProperty('autofocus');
	expect(summary.all('a').map((each) => each.text)).toEqual(
		checked.mistakes.map(({ message }) => nonBreaking(message)),
	);
	const tags = page.descendants.map(({ tag, attributes }) => attributes.role ?? tag);
	expect(tags.indexOf('alert')).toBeLessThan(tags.indexOf('h1'));
});

test('names are not translated, and answers are read in the direction of their script', () => {
	const page = pageOf(<FormPage {...form} />);
	for (const id of ['name', 'email', 'phone']) {
		expect(page.one('input', { id }).attributes).toMatchObject({ autocorrect: 'off', dir: 'auto' });
	}
	expect(page.one('textarea', { id: 'motivation' }).attributes.dir).toBe('auto');
	const [place = ''] = programme.municipalities;
	const label = page.all('label', { translate: 'no' }).find(({ text: name }) => name === place);
	expect(label).toBeDefined();
});

test('what people do not see is not read aloud either', () => {
	const [hidden] = pageOf(<FormPage {...form} />).all('div', { 'aria-hidden': 'true' });
	expect(hidden?.one('input').attributes).toMatchObject({ name: honeypot, tabindex: '-1' });
});

/**
 * What browsers and password managers know a field by, in the languages that they read here: the tokens of
 * HTML's `autocomplete`, and the words of Chromium's and Bitwarden's lists for identities, cards and logins.
 */
const knownToAutofill =
	/name|navn|tit(?:el|le)|user|log.?in|pass|kode|code|mail|post|phone|te?le?f|mobil|addr|street|vej|gade|by\b|city|town|kommune|state|region|country|land\b|zip|company|firma|business|organi[sz]|birth|bday|dat[eo]|day|month|year|sex|card|kort|cc-|cv[cv]|url|web|site|home|hjemmeside|search|attn/i;

test('nothing fills in for people what they do not see', () => {
	const [hidden] = pageOf(<FormPage {...form} />).all('div', { 'aria-hidden': 'true' });
	expect(`${honeypot} ${hidden?.one('label').text ?? ''}`).not.toMatch(knownToAutofill);
	expect('website url company').toMatch(knownToAutofill);
	expect(hidden?.one('input').attributes).toMatchObject({
		autocomplete: 'off',
		'data-1p-ignore': 'true',
		'data-bwignore': 'true',
		'data-form-type': 'other',
	});
});

test('the rules that are confirmed stand at the box, and are read once', () => {
	const page = pageOf(<FormPage {...form} />);
	const group = page.all('fieldset').at(-1);
	expect(group?.visibleText).toContain('ringer man 112');
	expect(group?.visibleText).toContain('ringer man 114');
	expect(group?.attributes).not.toHaveProperty('aria-describedby');
});

test('the check page says where the receipt goes, and that nothing is sent', () => {
	const application = theChecked({ email: 'ny@eksempel.dk' });
	const fields = anApplication({ email: 'ny@eksempel.dk' });
	const state = { questions, fields, application, token: 'kode' };
	const page = pageOf(<CheckPage {...state} />);
	expect(page.words).toContain('sender vi den også til ny@eksempel.dk');
	expect(page.words).toContain('ikke sendt endnu');
	expect(page.all('dt').map((each) => each.text)).toEqual(
		inOrder(questions).map(({ heading }) => heading),
	);
});

test('the check page does not say twice, or against its notice, whether anything is sent', () => {
	const state = { questions, fields: anApplication(), application: theChecked(), token: 'kode' };
	for (const notice of [notices.stale, unsure(programme)]) {
		const page = pageOf(<CheckPage {...state} notice={notice} />);
		const said = page.words.match(/ikke sendt endnu/g) ?? [];
		expect(said).toHaveLength(notice.includes('ikke sendt endnu') ? 1 : 0);
	}
});

test('the receipt shows its reference, when it was received, and whom to ask', () => {
	const at = Date.UTC(2026, 10, 24, 8, 15);
	const receipt = { reference: 'K7M4-QX9R', at, programme };
	const page = pageOf(<ReceiptPage {...receipt} hasReceipt from="ansoegning@eksempel.dk" />);
	expect(page.one('p', { class: 'reference' }).text).toBe('K7M4-QX9R');
	expect(page.words).toContain('Modtaget 24. november 2026 kl. 9.15');
	expect(page.all('a', { href: `tel:${programme.projectLead.phone}` })).toHaveLength(1);
	expect(page.words).toMatch(/Vi sender en kvittering til din e-\u2060?mail/);
	const without = pageOf(
		<ReceiptPage {...receipt} hasReceipt={false} from="ansoegning@eksempel.dk" />,
	);
	expect(without.words).toContain(nonBreaking('Du får ikke en kvittering på e-mail'));
	expect(without.words).not.toContain('Vi sender en kvittering');
});

for (const [why, trouble] of Object.entries(troubles)) {
	test(`trouble (${why}) says what to do, and whom to call`, () => {
		const page = pageOf(<TroublePage trouble={trouble} programme={programme} />);
		expect(page.one('h1').text).toBe(trouble.title);
		for (const paragraph of trouble.paragraphs)
			expect(page.words).toContain(nonBreaking(paragraph));
		expect(page.all('a', { href: `tel:${programme.projectLead.phone}` })).toHaveLength(1);
	});
}
