import { describe, expect, test } from 'vitest';
import { questionNames } from '#application/asking/questions.ts';
import { idOf } from '#application/confirming/id.ts';
import {
	fingerprintOf,
	issueToken,
	readReceipt,
	readToken,
	sameText,
	signedReceipt,
	tokenLifetime,
} from '#application/confirming/token.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import {
	aRecognisableApplication,
	readableSign as sign,
	theChecked,
	traces,
} from '../../../support/application.ts';

const answers = theChecked();
const fingerprint = fingerprintOf(answers, sign);
const issuedAt = Date.UTC(2026, 10, 21, 12);
const issued = { now: issuedAt, random: 'a'.repeat(32) };
const id = idOf(issuedAt, issued.random);
const token = issueToken(answers, issued, sign);
const [, , signature = ''] = token.split('.');
const receipt = { reference: 'MU4T-QKAR', at: issuedAt, hasReceipt: false };

const reading = (text: string | undefined, now = issuedAt + 60_000) =>
	readToken(text, { fingerprint, now }, sign);

test('a token that comes back with its answers gives its id and the time of its issue', () => {
	expect(reading(token)).toEqual({ kind: 'valid', id, issuedAt });
});

test('a token is valid for 24 hours, and stale a millisecond later', () => {
	expect(tokenLifetime).toBe(24 * 60 * 60 * 1000);
	expect(reading(token, issuedAt + tokenLifetime).kind).toBe('valid');
	expect(reading(token, issuedAt + tokenLifetime + 1).kind).toBe('stale');
});

test('no token, or an empty one, is missing', () => {
	for (const text of [undefined, '']) expect(reading(text)).toEqual({ kind: 'missing' });
});

describe('a token is forged', () => {
	const other = idOf(issuedAt, 'b'.repeat(32));
	const noId = '../../application/x';
	const table = {
		'with another id': `${other}.${issuedAt}.${signature}`,
		'with a later time': `${id}.${issuedAt + 1}.${signature}`,
		'with a time that is no number': `${id}.NaN.${signature}`,
		'with another signature': `${id}.${issuedAt}.${signature.replace('2026', '2027')}`,
		'with a signature cut short': `${id}.${issuedAt}.${signature.slice(0, -1)}`,
		'with no signature': `${id}.${issuedAt}.`,
		'with no time': `${id}..${signature}`,
		'when it is some other text': 'ja',
		'when it is only dots': '..',
		'when its id is malformed, even if signed': `${noId}.${issuedAt}.${sign(`confirmation ${noId} ${issuedAt} ${fingerprint}`)}`,
		'when it is a receipt’s signature': signedReceipt(receipt, sign),
		'when it was issued for other answers': issueToken(theChecked({ area: 'Lem' }), issued, sign),
		'when it was signed with another key': issueToken(answers, issued, (text) => `other(${text})`),
	};
	for (const [how, text] of Object.entries(table)) {
		test(how, () => {
			expect(reading(text)).toEqual({ kind: 'forged' });
		});
	}
	test('rather than stale, however old it is', () => {
		expect(reading(`${other}.${issuedAt}.${signature}`, issuedAt * 2).kind).toBe('forged');
	});
});

test('sameText compares the length and every character', () => {
	expect(sameText('abc', 'abc')).toBe(true);
	expect(sameText('', '')).toBe(true);
	for (const other of ['abd', 'Abc', 'ab', 'abcd', '']) expect(sameText('abc', other)).toBe(false);
});

describe('the same answers have the same fingerprint', () => {
	test('in any order, and in any spelling with the same value', () => {
		const turned = Object.fromEntries(Object.entries(answers).reverse()) as typeof answers;
		expect(fingerprintOf(turned, sign)).toBe(fingerprint);
		const one = theChecked({ phone: '72283200', network: 'en\r\nto' });
		const other = theChecked({ phone: '+45 72 28 32 00 ', network: 'en\nto ' });
		expect(fingerprintOf(one, sign)).toBe(fingerprintOf(other, sign));
	});

	test('and a change of any answer gives another one', () => {
		const prints = questionNames.map((name) =>
			fingerprintOf({ ...answers, [name]: `${answers[name]}x` }, sign),
		);
		expect(new Set([...prints, fingerprint]).size).toBe(questionNames.length + 1);
		const one = theChecked({ area: 'Ulfborg","x', network: 'y' });
		const other = theChecked({ area: 'Ulfborg', network: 'x","y' });
		expect(fingerprintOf(one, sign)).not.toBe(fingerprintOf(other, sign));
	});

	test('which depends on the key and contains no answer', () => {
		const applicant = theChecked(aRecognisableApplication());
		const [print, other] = [1, 2].map((byte) =>
			fingerprintOf(applicant, signWith(Buffer.alloc(32, byte).toString('base64'))),
		);
		for (const trace of traces) expect(print).not.toContain(trace);
		expect(print).not.toBe(other);
	});
});

describe('the address of a receipt', () => {
	const signed = signedReceipt(receipt, sign);

	test('contains its reference, its time and whether a receipt by e-mail follows', () => {
		for (const hasReceipt of [true, false]) {
			const each = { ...receipt, hasReceipt };
			expect(readReceipt(signedReceipt(each, sign), sign)).toEqual(each);
		}
	});

	const later = signed.replace(String(issuedAt), String(issuedAt + 1));
	const another = signed.replace('MU4T', '3333');
	const promising = signed.replace('.0.', '.1.');
	for (const other of ['', 'MU4T-QKAR', 'MU4T-QKAR.', another, later, promising, token]) {
		test(`is refused when it is ${JSON.stringify(other.slice(0, 24))}`, () => {
			expect(readReceipt(other, sign)).toBeNull();
		});
	}
});
