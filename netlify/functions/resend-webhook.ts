import type { Config, Context } from '@netlify/functions';
import { recordEvent } from '#application/delivering/provider-event.ts';
import { delivery } from '#netlify/adapters/acceptance.ts';
import { log, nameOfError } from '#netlify/adapters/log.ts';
import { plain } from '#netlify/adapters/plain.ts';
import { verifiedEvent } from '#netlify/adapters/webhook.ts';

/**
 * `POST /api/resend`: what became of our e-mails. Answers 200 only when the fact is written down;
 * until then Resend tells it again, for about a day.
 */
export default async function resendWebhook(request: Request, context: Context): Promise<Response> {
	if (request.method !== 'POST') return plain(405, 'POST only', { Allow: 'POST' });
	const desk = delivery(context);
	if (desk.kind === 'closed') {
		log({ event: 'refused', status: 503, why: desk.why });
		return plain(503, 'closed');
	}
	const told = await verifiedEvent(request, desk.env);
	if (!told) {
		log({ event: 'refused', status: 401, why: 'webhook-signature' });
		return plain(401, 'not signed by Resend');
	}
	try {
		return plain(200, await recordEvent(told.event, told.id, desk.ports.outbox));
	} catch (error) {
		log({ event: 'failed', error: nameOfError(error) });
		return plain(500, 'not recorded');
	}
}

export const config: Config = { path: '/api/resend' };
