import type { Application } from '#application/asking/rules.ts';
import { type Mark, marksOf } from './marks.ts';
import { type Origin, originOf } from './origin.ts';
import { fingerprintOf, readToken, type Sign } from './token.ts';

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
export type Confirmation =
	| ({
			kind: 'confirmed';
			id: string;
			now: number;
			application: Application;
			fingerprint: string;
			marks: readonly Mark[];
	  } & Origin)
	| { kind: 'missing' | 'forged' | 'stale' };

export function confirm(
	{ application, token, hidden, now, address }: Press,
	sign: Sign,
): Confirmation {
	const fingerprint = fingerprintOf(application, sign);
	const read = readToken(token, { fingerprint, now }, sign);
	if (read.kind !== 'valid') return read;
	const origin = originOf(address, application.email, sign);
	const marks = marksOf(hidden, now - read.issuedAt);
	return { kind: 'confirmed', id: read.id, now, application, fingerprint, ...origin, marks };
}
