import { renderToString } from 'preact-render-to-string';
import { h } from 'preact';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '#application/asking/questions.ts';
import { type Programme, nextStep } from '#application/programme.ts';
import { FormPage } from '#application/form/form-page.tsx';
import { ReceiptPage } from '#application/form/receipt-page.tsx';
import { letterToApplicant } from '#application/letters/to-applicant.ts';
import { settings } from '#content/settings.ts';
import { theChecked } from '../../support/application.ts';

const programmeWith = (answering: Programme['answering']): Programme => ({
	...settings,
	answering,
});
const unset = programmeWith({ who: null, within: null });
const set = programmeWith({ who: 'Sekretariatet', within: '14 dage' });

test('who answers, and when, as far as it is decided', () => {
	expect(nextStep(unset)).toBe('Projektlederen kan ringe eller skrive til dig.');
	expect(nextStep(programmeWith({ who: 'Sekretariatet', within: null }))).toBe(
		'Sekretariatet kan ringe eller skrive til dig.',
	);
	expect(nextStep(set)).toBe('Sekretariatet ringer eller skriver til dig inden for 14 dage.');
});

const places: Record<string, (programme: Programme) => string> = {
	'the form': (programme) =>
		renderToString(
			h(FormPage, {
				text: { title: 'T', intro: 'I', html: '' },
				programme,
				questions: questionsOf(settings.municipalities),
			}),
		),
	'the receipt page': (programme) =>
		renderToString(
			h(ReceiptPage, {
				from: 'ansoegning@eksempel.dk',
				reference: 'K7M4-QX9R',
				at: 0,
				hasReceipt: true,
				programme,
			}),
		),
	'the receipt letter': (programme) =>
		letterToApplicant(
			{ id: '2026112410-0123456789abcdef0123456789abcdef', at: 0, application: theChecked() },
			{ programme, from: 'A <a@b.example>', questions: questionsOf(settings.municipalities) },
		).text,
};
describe('a promised time stands on', () => {
	for (const [place, shown] of Object.entries(places)) {
		test(`${place}, and no word of it while nothing is promised`, () => {
			expect(shown(set)).toContain(nextStep(set));
			expect(shown(unset)).toContain(nextStep(unset));
			expect(shown(unset)).not.toContain('inden for');
		});
	}
});
