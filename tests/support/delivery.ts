import type { Context } from '@netlify/functions';
import deliverOutbox from '#netlify/functions/deliver-outbox.ts';
import wakeOutbox from '#netlify/functions/wake-outbox.ts';
import health from '#netlify/functions/health.ts';
import resendWebhook from '#netlify/functions/resend-webhook.ts';
import { signatureOf as signed } from '../../scripts/local-webhook.ts';

const origin = 'https://tryghedsambassadoer.example';
const context = {
	deploy: { context: '', id: '0', published: true },
	site: { url: origin },
} as unknown as Context;

/**
 * Runs the scheduled function as Netlify does, and the one in the background that it wakes.
 *
 * @param door stands where Netlify does: what it gives back is whether it took the call
 */
export async function runSchedule(
	door = async (request: Request) => {
		await deliverOutbox(request, context);
		return new Response(null, { status: 202 });
	},
): Promise<void> {
	const { fetch } = globalThis;
	globalThis.fetch = async (input, init) => {
		const request = new Request(input, init);
		return request.url.startsWith(origin) ? door(request) : fetch(input, init);
	};
	try {
		await wakeOutbox(new Request('https://schedule.example'), context);
	} finally {
		globalThis.fetch = fetch;
	}
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
