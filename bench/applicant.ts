import { fingerprintOf, issueToken } from '#application/confirming/token.ts';
import { idOf } from '#application/confirming/id.ts';
import { honeypot } from '#application/form/parts.tsx';
import { randomId, signWith } from '#netlify/adapters/seal.ts';
import { anApplication, theChecked } from '../tests/support/application.ts';

let applicants = 0;

/** The body of a confirmed application that nobody has sent before. */
export function aConfirmed(formSecret: string): string {
	const changes = { email: `borger${process.pid}-${applicants++}@eksempel.dk` };
	const sign = signWith(formSecret);
	const now = Date.now();
	const fingerprint = fingerprintOf(theChecked(changes), sign);
	// Looked at for a minute: what is sent faster is marked.
	const issuedAt = now - 60_000;
	const token = issueToken({ id: idOf(now, randomId()), issuedAt, fingerprint }, sign);
	return new URLSearchParams({ ...anApplication(changes), [honeypot]: '', token }).toString();
}
