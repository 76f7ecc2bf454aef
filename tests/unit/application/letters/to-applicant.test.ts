import { describe, expect, test } from 'vitest';
import {
	anApplication,
	aRecognisableApplication,
	theChecked,
	traces,
} from '../../../support/application.ts';
import { HtmlPage } from '../../../support/html-page.ts';
import { reference, toApplicant, writing } from '../../../support/letters.ts';

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
				'24. november 2026 kl. 9.15',
				'leder Åse Ny',
				'21 22 33 44',
				'112',
				'114',
			]) {
				expect(words).toContain(part);
			}
		}
		const page = new HtmlPage(toApplicant().html);
		expect(page.one('a', { href: 'tel:+4521223344' }).text).toBe('21 22 33 44');
		expect(
			page.one('a', { href: `mailto:aase@eksempel.dk?subject=Min%20ans%C3%B8gning%20${reference}` })
				.text,
		).toBe('aase@eksempel.dk');
	});

	test('warns of fraud, and names 112 and 114 in the words of the pages', () => {
		const { text } = toApplicant();
		expect(text).toContain('Send aldrig CPR-nummer, kodeord eller kortoplysninger på e-mail.');
		expect(text).toContain(
			'Er det akut, så ring 112. Vil du anmelde noget, der ikke haster, så ring 114.',
		);
	});

	test('contains none of the applicant’s own words', () => {
		const { subject, text, html } = toApplicant(theChecked(aRecognisableApplication()));
		for (const trace of traces) expect(`${subject}${text}${html}`).not.toContain(trace);
	});

	test('is the same for every applicant', () => {
		const one = toApplicant(theChecked(anApplication()));
		const other = toApplicant(theChecked(aRecognisableApplication()));
		expect({ ...other, to: '' }).toEqual({ ...one, to: '' });
	});
});
