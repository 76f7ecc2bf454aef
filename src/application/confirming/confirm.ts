import type { Application } from '#application/asking/rules.ts';
import type { Mark } from '#application/letters/to-project-lead.ts';
import type { Confirmed } from './accept.ts';
import { fingerprintOf } from './fingerprint.ts';
import { idOf } from './id.ts';
import { originOf } from './suspicion.ts';
import { issueToken, readToken, type Sign } from './token.ts';

/** Faster than a person can look at the check page, in milliseconds. */
const hurried = 1500;

/**
 * A token that lets exactly these answers be sent.
 *
 * @param random 32 hexadecimal digits from a cryptographic source
 */
export function tokenFor(
	application: Application,
	{ now, random }: { now: number; random: string },
	sign: Sign,
): string {
	const fingerprint = fingerprintOf(application, sign);
	return issueToken({ id: idOf(now, random), issuedAt: now, fingerprint }, sign);
}

/** What came from the check page. */
export interface Press {
	application: Application;
	token: string | undefined;
	/** What stands in the field that people do not see. */
	hidden: string | undefined;
	now: number;
	/** The internet address that it came from. */
	address: string;
}

/** What a press of "Send ansøgning" confirms, or why the answers must be looked at again. */
export function confirm(
	{ application, token, hidden, now, address }: Press,
	sign: Sign,
): ({ kind: 'confirmed' } & Confirmed) | { kind: 'missing' | 'forged' | 'stale' } {
	const fingerprint = fingerprintOf(application, sign);
	const read = readToken(token, { fingerprint, now }, sign);
	if (read.kind !== 'valid') return read;
	const found: Mark[] = [];
	if (hidden) found.push('honeypot');
	if (now - read.issuedAt < hurried) found.push('hurried');
	const origin = originOf(address, application.email, sign);
	return { kind: 'confirmed', id: read.id, now, application, fingerprint, ...origin, found };
}
