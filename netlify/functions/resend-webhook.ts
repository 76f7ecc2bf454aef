import type { Config, Context } from '@netlify/functions';
import { recordDelivery } from '#application/outbox/record.ts';
import { outboxHere } from '#netlify/adapters/deployment.ts';
import { log, nameOfError } from '#netlify/adapters/log.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { plain } from '#netlify/adapters/plain.ts';
import { deliveryIn, verifiedEvent } from '#netlify/adapters/resend-event.ts';

/**
 * `POST /api/resend`: delivery events of our e-mails. Answers 200 only when an event is stored; until then Resend
 * repeats it, for about a day.
 */
export default async function resendWebhook(request: Request, context: Context): Promise<Response> {
	if (request.method !== 'POST') return plain(405, 'POST only', { Allow: 'POST' });
	const here = outboxHere(context);
	if ('why' in here) {
		log({ event: 'refused', status: 503, why: here.why });
		return plain(503, 'closed');
	}
	const { env, place } = here;
	const event = await verifiedEvent(request, env);
	if (event === null) {
		log({ event: 'refused', status: 401, why: 'webhook-signature' });
		return plain(401, 'not signed by Resend');
	}
	const found = deliveryIn(event);
	if (!found) return plain(200, 'ignored');
	try {
		await recordDelivery(found.about, found.delivery, outboxOf(env, place));
		return plain(200, 'recorded');
	} catch (error) {
		log({ event: 'failed', error: nameOfError(error) });
		return plain(500, 'not recorded');
	}
}

export const config: Config = { path: '/api/resend', region: 'fra' };
