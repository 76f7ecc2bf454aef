import type { Context } from '@netlify/functions';
import type { EmailName } from '#application/outbox/entry.ts';
import type { Recipient } from '#application/outbox/report.ts';
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

type Door = (request: Request) => Promise<Response>;

/** Takes a call and does nothing. */
export const idle: Door = () => Promise.resolve(new Response(null, { status: 202 }));

/** Netlify answers a call of a background function at once, whatever becomes of it. Here it has run by then. */
const background: Door = async (request) => {
	await deliverOutbox(request, context);
	return new Response(null, { status: 202 });
};

let door = background;

/** Runs work while what the site asks of itself reaches `deliver-outbox`. */
export async function onNetlify(work: () => Promise<void>): Promise<void> {
	const { fetch } = globalThis;
	globalThis.fetch = async (input, init) => {
		const request = new Request(input, init);
		return request.url.startsWith(origin) ? door(request) : fetch(input, init);
	};
	await work();
	globalThis.fetch = fetch;
}

/** Runs work while another door stands where Netlify does: what it returns is whether it took a call. */
export async function through<Value>(instead: Door, work: () => Promise<Value>): Promise<Value> {
	door = instead;
	const value = await work();
	door = background;
	return value;
}

/** Runs the scheduled function as Netlify does, and the one in the background that it calls. */
export function runSchedule(): Promise<void> {
	return wakeOutbox(new Request('https://schedule.example'), context);
}

/** What the outside monitor gets. */
export async function askHealth(): Promise<{ status: number; body: Record<string, unknown> }> {
	const answer = await health(new Request(`${origin}/api/health`), context);
	return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

interface ProviderEvent {
	type: string;
	/** The application, or whose alarm or roll call it is. */
	about: { id: string; email?: EmailName; generation?: number } | { notice: Recipient };
	/** The provider's id of the event; the same one may come again. */
	eventId?: string;
	at?: number;
	bounce?: { type: string };
	failed?: { reason: string };
}

/** An event as Resend describes it, with what it says of the recipient. */
export function bodyOf({ type, about, at = Date.now(), bounce, failed }: ProviderEvent): string {
	const tags =
		'notice' in about
			? about
			: { id: about.id, email: about.email ?? 'lead', generation: String(about.generation ?? 1) };
	const recipient = { to: ['kanariemodtager@eksempel.dk'], subject: 'Kanarieemne' };
	const data = { email_id: 'e-1', ...recipient, tags, bounce, failed };
	return JSON.stringify({ type, created_at: new Date(at).toISOString(), data });
}

/** The headers with which Resend signs a body. */
export function signatureOf(body: string, eventId = 'msg_1', at = Date.now()): Headers {
	return signed(body, process.env.RESEND_WEBHOOK_SECRET ?? '', eventId, at);
}

/** Posts to the webhook, signed unless headers say otherwise; returns the status. */
export async function postBody(body: string, headers: Headers): Promise<number> {
	const request = new Request(`${origin}/api/resend`, { method: 'POST', headers, body });
	return (await resendWebhook(request, context)).status;
}

/** Posts an event of an e-mail to the webhook, well signed; returns the status. */
export function postEvent(event: ProviderEvent): Promise<number> {
	const body = bodyOf(event);
	return postBody(body, signatureOf(body, event.eventId));
}
