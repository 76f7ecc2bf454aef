import { questionNames } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import { idOf, idPattern } from './id.ts';

/**
 * Longest time from the check page to sending, in milliseconds. It is shorter than the retention of a delivered
 * application, so that a repeated press always finds its entry.
 */
export const tokenLifetime = 24 * 60 * 60 * 1000;

/** A keyed digest of a text (HMAC-SHA-256), in URL-safe characters. */
export type Sign = (text: string) => string;

/** The same answers have the same fingerprint. Without the key, it reveals nothing about them. */
export function fingerprintOf(application: Application, sign: Sign): string {
	return sign(`answers ${JSON.stringify(questionNames.map((name) => application[name]))}`);
}

/**
 * A new token for the check page. The signature covers the fingerprint of the answers that the applicant saw, so that
 * one id never comes back with other answers.
 *
 * @param random 32 hexadecimal digits from a cryptographic source
 */
export function issueToken(
	application: Application,
	{ now, random }: { now: number; random: string },
	sign: Sign,
): string {
	const id = idOf(now, random);
	return `${id}.${now}.${sign(textToSign(id, now, fingerprintOf(application, sign)))}`;
}

type TokenReading =
	| { kind: 'valid'; id: string; /** Milliseconds since 1970. */ issuedAt: number }
	| { kind: 'missing' | 'forged' | 'stale' };

/** Checks a token that was posted with the answers of a fingerprint. */
export function readToken(
	token: string | undefined,
	{ fingerprint, now }: { fingerprint: string; now: number },
	sign: Sign,
): TokenReading {
	if (!token) return { kind: 'missing' };
	const [id = '', issued = '', signature = ''] = token.split('.');
	const issuedAt = Number(issued);
	const expected = sign(textToSign(id, issuedAt, fingerprint));
	if (!idPattern.test(id) || !sameText(signature, expected)) return { kind: 'forged' };
	if (now - issuedAt > tokenLifetime) return { kind: 'stale' };
	return { kind: 'valid', id, issuedAt };
}

function textToSign(id: string, issuedAt: number, fingerprint: string): string {
	return `confirmation ${id} ${issuedAt} ${fingerprint}`;
}

/** Compares texts of the same length in constant time, so that nobody can guess a signature character by character. */
export function sameText(one: string, other: string): boolean {
	if (one.length !== other.length) return false;
	let difference = 0;
	for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
	return difference === 0;
}

/** What the receipt page shows about an application. It contains nothing about the applicant. */
export interface Receipt {
	reference: string;
	/** When it was accepted, in milliseconds since 1970. */
	at: number;
	/** Whether a receipt by e-mail follows. */
	hasReceipt: boolean;
}

/** Serialises a receipt for the address of its page, with a signature against forgery. */
export function signedReceipt({ reference, at, hasReceipt }: Receipt, sign: Sign): string {
	const text = `${reference}.${at}.${hasReceipt ? 1 : 0}`;
	return `${text}.${sign(`receipt ${text}`)}`;
}

/** The receipt in an address, or `null` where we did not sign it. */
export function readReceipt(signedText: string, sign: Sign): Receipt | null {
	const [, text = '', signature = ''] = /^(.*)\.(.*)$/.exec(signedText) ?? [];
	if (!sameText(signature, sign(`receipt ${text}`))) return null;
	const [reference = '', at, hasReceipt] = text.split('.');
	return { reference, at: Number(at), hasReceipt: hasReceipt === '1' };
}
