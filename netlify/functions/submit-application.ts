import type { Config } from '@netlify/functions';
import { accept } from '#application/confirming/accept.ts';
import { confirm, tokenFor } from '#application/confirming/confirm.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { signedReceipt } from '#application/confirming/token.ts';
import type { KeptApplication } from '#application/delivering/kept.ts';
import type { Delivering } from '#application/delivering/ports.ts';
import { honeypot } from '#application/form/honeypot.tsx';
import { notices, notKept } from '#application/form/what-went-wrong.ts';
import { settings } from '#content/settings.ts';
import { inTime } from '#netlify/adapters/deadline.ts';
import { withAnswers } from '#netlify/adapters/doorway.ts';
import { log, nameOfError } from '#netlify/adapters/log.ts';
import { checkPage } from '#netlify/adapters/page.tsx';
import { randomId, signWith } from '#netlify/adapters/seal.ts';
import { securityHeaders } from '#site/headers.ts';
import { paths } from '#site/paths.ts';

/** How long an applicant waits for us to keep the application, in milliseconds. */
const patience = 8000;

/** `POST /ansoeg/send`: keeps the application, then sends the applicant on to the receipt. */
export default withAnswers(async ({ fields, application, env, ports, context }) => {
	const now = Date.now();
	const sign = signWith(env.FORM_SECRET);
	const { token, [honeypot]: hidden } = fields;
	const press = { application, token, hidden, now, address: context.ip };
	const confirmed = confirm(press, sign);
	if (confirmed.kind !== 'confirmed') {
		const status = confirmed.kind === 'stale' ? 409 : 403;
		const anew = tokenFor(application, { now, random: randomId() }, sign);
		return checkPage(status, fields, application, anew, { notice: notices[confirmed.kind] });
	}
	try {
		const { id, at, fresh } = await inTime(
			patience,
			accept(confirmed, ports.writing, ports.outbox),
		);
		const reference = referenceOf(id);
		log({ event: 'kept', reference });
		if (fresh) context.waitUntil(headStart(fresh, ports).catch(() => undefined));
		return receiptAt(signedReceipt({ reference, at }, sign));
	} catch (error) {
		log({ event: 'not-kept', error: nameOfError(error) });
		// With the token that it had: what is sent again is the same application.
		return checkPage(503, fields, application, token ?? '', { notice: notKept(settings) });
	}
});

/** A head start for the sweeper, which does what this does not manage. Loaded after the applicant's answer. */
async function headStart(kept: KeptApplication, ports: Delivering): Promise<void> {
	const { deliverAtOnce } = await import('#application/delivering/deliver.ts');
	await deliverAtOnce(kept, ports);
}

function receiptAt(signed: string): Response {
	const location = `${paths.receipt}?nr=${signed}`;
	return new Response(null, {
		status: 303,
		headers: { ...securityHeaders([]), Location: location, 'Cache-Control': 'no-store' },
	});
}

export const config: Config = {
	path: ['/ansoeg/send', '/ansoeg/send/'],
	rateLimit: { windowLimit: 30, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};
