import { expect, test } from 'vitest';
import { fingerprintOf } from '#application/confirming/token.ts';
import { questionNames } from '#application/asking/questions.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import {
	aRecognisableApplication,
	readableSign,
	theChecked,
	traces,
} from '../../../support/application.ts';

const sign = signWith(Buffer.alloc(32, 1).toString('base64'));

test('the same answers have the same fingerprint, in whatever order they come', () => {
	const answers = theChecked();
	const turned = Object.fromEntries(Object.entries(answers).reverse()) as typeof answers;
	expect(fingerprintOf(turned, sign)).toBe(fingerprintOf(answers, sign));
});

test('answers written differently but kept the same have the same fingerprint', () => {
	const one = theChecked({ phone: '72283200', network: 'en\r\nto' });
	const other = theChecked({ phone: '+45 72 28 32 00 ', network: 'en\nto ' });
	expect(fingerprintOf(one, sign)).toBe(fingerprintOf(other, sign));
});

test('every answer counts', () => {
	const answers = theChecked();
	const prints = questionNames.map((name) => {
		const changed = { ...answers, [name]: `${answers[name]}x` } as typeof answers;
		return fingerprintOf(changed, sign);
	});
	expect(new Set([...prints, fingerprintOf(answers, sign)]).size).toBe(questionNames.length + 1);
});

test('what stands in one answer cannot pass for what stands in the next', () => {
	const one = theChecked({ area: 'Ulfborg","x', network: 'y' });
	const other = theChecked({ area: 'Ulfborg', network: 'x","y' });
	expect(fingerprintOf(one, readableSign)).not.toBe(fingerprintOf(other, readableSign));
});

test('a fingerprint tells nothing of the answers, and needs the key', () => {
	const answers = theChecked(aRecognisableApplication());
	const print = fingerprintOf(answers, sign);
	for (const trace of traces) expect(print).not.toContain(trace);
	expect(print).not.toBe(fingerprintOf(answers, signWith(Buffer.alloc(32, 2).toString('base64'))));
});
