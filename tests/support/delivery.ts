import type { Context } from '@netlify/functions';
import deliverOutbox from '#netlify/functions/deliver-outbox.ts';
import health from '#netlify/functions/health.ts';
import resendWebhook from '#netlify/functions/resend-webhook.ts';
import { signatureOf as signed } from '../../scripts/local-webhook.ts';

const context = { deploy: { context: '', id: '0', published: true } } as unknown as Context;
const origin = 'https://tryghedsambassadoer.example';

/** Runs the scheduled function as Netlify does. */
export function runSchedule(): Promise<void> {
	return deliverOutbox(new Request(origin), context);
}

/** What the outside monitor gets. */
export async function askHealth(): Promise<{ status: number; body: Record<string, unknown> }> {
	const answer = await health(new Request(`${origin}/api/health`), context);
	return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

export interface ProviderEvent {
	type: string;
	application: string;
	mail?: string;
	/** The provider's id of the event; the same one may be told again. */
	eventId?: string;
	at?: number;
}

/** An event as Resend describes it, with what it says of the recipient. */
export function bodyOf({
	type,
	application,
	mail = 'lead',
	at = Date.now(),
}: ProviderEvent): string {
	return JSON.stringify({
		type,
		created_at: new Date(at).toISOString(),
		data: {
			email_id: 'e-1',
			to: ['kanariemodtager@eksempel.dk'],
			subject: 'Kanarieemne',
			tags: { application, mail },
		},
	});
}

/** The headers with which Resend signs a body. */
export function signatureOf(body: string, eventId = 'msg_1', at = Date.now()): Headers {
	return signed(body, process.env.RESEND_WEBHOOK_SECRET ?? '', eventId, at);
}

/** Posts to the webhook, signed unless headers say otherwise; returns the status. */
export async function tellWebhook(body: string, headers: Headers): Promise<number> {
	const request = new Request(`${origin}/api/resend`, { method: 'POST', headers, body });
	return (await resendWebhook(request, context)).status;
}

/** Tells an event of an e-mail, well signed. */
export function tell(event: ProviderEvent): Promise<number> {
	const body = bodyOf(event);
	return tellWebhook(body, signatureOf(body, event.eventId));
}
