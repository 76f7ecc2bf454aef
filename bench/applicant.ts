import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import { idOf } from '#application/confirming/id.ts';
import { issueToken } from '#application/confirming/token.ts';
import { randomId, signWith } from '#netlify/adapters/seal.ts';
import { anApplication, theChecked } from '../tests/support/application.ts';

let applicants = 0;

/** The body of a confirmed application that nobody has sent before, with its id. */
export function aConfirmed(formSecret: string): { id: string; body: string } {
	const changes = { email: `borger${process.pid}-${applicants++}@eksempel.dk` };
	const sign = signWith(formSecret);
	const now = Date.now();
	const id = idOf(now, randomId());
	const fingerprint = fingerprintOf(theChecked(changes), sign);
	// Looked at for a minute: what is sent faster is marked.
	const token = issueToken({ id, issuedAt: now - 60_000, fingerprint }, sign);
	const body = new URLSearchParams({ ...anApplication(changes), website: '', token });
	return { id, body: body.toString() };
}
