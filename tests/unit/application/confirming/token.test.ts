import { describe, expect, test } from 'vitest';
import { idOf } from '#application/confirming/id.ts';
import {
	issueToken,
	readReceipt,
	readToken,
	sameText,
	signedReceipt,
	tokenLifetime,
} from '#application/confirming/token.ts';
import { readableSign as sign } from '../../../support/application.ts';

const issuedAt = Date.UTC(2026, 10, 21, 12);
const id = idOf(issuedAt, 'a'.repeat(32));
const fingerprint = 'these answers';
const token = issueToken({ id, issuedAt, fingerprint }, sign);
const [, , signature = ''] = token.split('.');

function reading(
	text: string | undefined,
	{ now = issuedAt + 60_000, answers = fingerprint } = {},
) {
	return readToken(text, { fingerprint: answers, now }, sign);
}

test('a token that comes back with its answers gives its id and the time of its issue', () => {
	expect(reading(token)).toEqual({ kind: 'valid', id, issuedAt });
});

test('a token lasts 24 hours, and not a moment longer', () => {
	expect(tokenLifetime).toBe(24 * 60 * 60 * 1000);
	expect(reading(token, { now: issuedAt + tokenLifetime }).kind).toBe('valid');
	expect(reading(token, { now: issuedAt + tokenLifetime + 1 }).kind).toBe('stale');
});

test('where there is no token, it is missing', () => {
	expect(reading(undefined)).toEqual({ kind: 'missing' });
	expect(reading('')).toEqual({ kind: 'missing' });
});

describe('a token is forged', () => {
	const other = idOf(issuedAt, 'b'.repeat(32));
	const badId = '../../application/x';
	const table = {
		'with another id': `${other}.${issuedAt}.${signature}`,
		'with a later time': `${id}.${issuedAt + 1}.${signature}`,
		'with a time that is no number': `${id}.NaN.${signature}`,
		'with another signature': `${id}.${issuedAt}.${signature.replace('these', 'those')}`,
		'with a signature cut short': `${id}.${issuedAt}.${signature.slice(0, -1)}`,
		'with no signature': `${id}.${issuedAt}.`,
		'with no time': `${id}..${signature}`,
		'when it is some other text': 'ja',
		'when it is only dots': '..',
		'when its id is none, though signed': issueToken({ id: badId, issuedAt, fingerprint }, sign),
		'when it is a receipt’s signature': signedReceipt(
			{ reference: 'MU4T-QKAR', at: issuedAt, hasReceipt: true },
			sign,
		),
	};
	for (const [how, text] of Object.entries(table)) {
		test(how, () => {
			expect(reading(text)).toEqual({ kind: 'forged' });
		});
	}
	test('when it comes back with other answers', () => {
		expect(reading(token, { answers: 'other answers' })).toEqual({ kind: 'forged' });
	});
	test('when it was signed with another key', () => {
		const foreign = issueToken({ id, issuedAt, fingerprint }, (text) => `other(${text})`);
		expect(reading(foreign)).toEqual({ kind: 'forged' });
	});
	test('rather than stale, however old it is', () => {
		expect(reading(`${other}.${issuedAt}.${signature}`, { now: issuedAt * 2 }).kind).toBe('forged');
	});
});

test('texts are the same when every character is', () => {
	expect(sameText('abc', 'abc')).toBe(true);
	expect(sameText('', '')).toBe(true);
	for (const other of ['abd', 'Abc', 'ab', 'abcd', '']) expect(sameText('abc', other)).toBe(false);
});

describe('the address of a receipt', () => {
	const reference = 'MU4T-QKAR';
	const signed = signedReceipt({ reference, at: issuedAt, hasReceipt: false }, sign);

	test('gives back its reference, its time and whether a receipt by e-mail follows', () => {
		for (const hasReceipt of [true, false]) {
			const receipt = { reference, at: issuedAt, hasReceipt };
			expect(readReceipt(signedReceipt(receipt, sign), sign)).toEqual(receipt);
		}
	});

	const later = signed.replace(String(issuedAt), String(issuedAt + 1));
	const another = signed.replace('MU4T', '3333');
	const promising = signed.replace('.0.', '.1.');
	for (const other of ['', reference, `${reference}.`, another, later, promising, token]) {
		test(`gives nothing when it is ${JSON.stringify(other.slice(0, 24))}`, () => {
			expect(readReceipt(other, sign)).toBeNull();
		});
	}
});
