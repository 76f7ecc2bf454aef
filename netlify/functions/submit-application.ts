import type { Config } from '@netlify/functions';
import { confirm } from '#application/confirming/confirm.ts';
import { referenceOf } from '#application/confirming/id.ts';
import { signedReceipt } from '#application/confirming/token.ts';
import { honeypot } from '#application/form/parts.tsx';
import { notices, unsure } from '#application/form/messages.ts';
import { accept } from '#application/outbox/accept.ts';
import { settings } from '#content/settings.ts';
import { placeOf } from '#netlify/adapters/deployment.ts';
import { checkPage, handleForm } from '#netlify/adapters/form.tsx';
import { log, nameOfError } from '#netlify/adapters/log.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { randomId, signWith } from '#netlify/adapters/seal.ts';
import { inTime } from '#netlify/adapters/store.ts';
import { wake } from '#netlify/adapters/wake.ts';
import { securityHeaders } from '#site/headers.ts';
import { paths } from '#site/paths.ts';

/** How long an applicant waits for us to store the application, in milliseconds. */
const patience = 8000;

/** `POST /ansoeg/send`: stores the application, then leads the applicant to the receipt. */
export default handleForm(async (posted, context, request) => {
	// A browser that does not know `formaction` posts a correction here. It confirms nothing.
	if (posted.fields.take !== undefined) return checkPage(posted);
	const { fields, application, env } = posted;
	const now = Date.now();
	const sign = signWith(env.FORM_SECRET);
	const { token, [honeypot]: hidden } = fields;
	const random = randomId();
	const press = { application, token, hidden, now, address: context.ip, random };
	const confirmed = confirm(press, sign);
	if (confirmed.kind !== 'confirmed') {
		const status = confirmed.kind === 'stale' ? 409 : 403;
		return checkPage(posted, { status, notice: notices[confirmed.kind] });
	}
	try {
		const outbox = outboxOf(env, placeOf(context));
		const { id, isNew, ...receipt } = await inTime(patience, accept(confirmed, outbox));
		const reference = referenceOf(id);
		log({ event: 'accepted', reference });
		// Its e-mails are sent at once; where that fails, by the next round.
		if (isNew) context.waitUntil(wake(new URL(context.site.url ?? request.url), sign, id));
		return receiptAt(signedReceipt({ reference, ...receipt }, sign));
	} catch (error) {
		log({ event: 'not-accepted', error: nameOfError(error) });
		// With the token that it had: what is sent again is the same application.
		return checkPage(posted, { status: 503, token, notice: unsure(settings) });
	}
});

function receiptAt(signed: string): Response {
	const location = `${paths.receipt}?nr=${signed}`;
	return new Response(null, {
		status: 303,
		headers: { ...securityHeaders([]), Location: location, 'Cache-Control': 'no-store' },
	});
}

export const config: Config = {
	path: ['/ansoeg/send', '/ansoeg/send/'],
	rateLimit: { windowLimit: 90, windowSize: 180, aggregateBy: ['ip', 'domain'] },
	region: 'fra',
};
