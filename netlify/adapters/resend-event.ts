import * as z from 'zod/mini';
import { idPattern } from '#application/confirming/id.ts';
import { type Delivery, emailNames, type Refusal } from '#application/outbox/entry.ts';
import { recipients } from '#application/outbox/report.ts';
import type { About } from '#application/outbox/record.ts';
import type { Environment } from './env.ts';

/** The events that mean something to us. */
export const events = [
	'email.delivered',
	'email.bounced',
	'email.failed',
	'email.complained',
	'email.suppressed',
] as const;

/** The tags that we sent with the e-mail. */
const about = z.union([
	z.object({ notice: z.enum(recipients) }),
	z.object({
		id: z.string().check(z.regex(idPattern)),
		email: z.enum(emailNames),
		generation: z.pipe(z.string().check(z.regex(/^\d{1,4}$/)), z.transform(Number)),
	}),
]);

/** The documentation shows tags as a list, the SDK's types as an object: both are read. */
const tags = z.pipe(
	z.union([
		z.pipe(
			z.array(z.object({ name: z.string(), value: z.string() })),
			z.transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
		),
		z.looseObject({}),
	]),
	about,
);

const eventSchema = z.object({
	type: z.enum(events),
	created_at: z.iso.datetime({ offset: true }),
	data: z.object({
		tags,
		bounce: z.optional(z.object({ type: z.optional(z.string()) })),
		failed: z.optional(z.object({ reason: z.optional(z.string()) })),
	}),
});

/**
 * The event that Resend signed, or `null` where the signature is not its own or is older than five
 * minutes. The signature is over the body as it came, so nothing may read or write it before.
 */
export async function verifiedEvent(
	request: Request,
	{ RESEND_API_KEY, RESEND_WEBHOOK_SECRET }: Environment,
): Promise<unknown> {
	const header = (name: string) => request.headers.get(`svix-${name}`) ?? '';
	const payload = await request.text();
	const { Resend } = await import('resend');
	try {
		return new Resend(RESEND_API_KEY).webhooks.verify({
			payload,
			headers: { id: header('id'), timestamp: header('timestamp'), signature: header('signature') },
			webhookSecret: RESEND_WEBHOOK_SECRET,
		});
	} catch {
		return null;
	}
}

/**
 * What a webhook event of Resend means, or `null` where it is not about an e-mail of ours or means nothing. The
 * recipient and the subject, which come with it, are left out.
 *
 * @param event as in https://resend.com/docs/webhooks/event-types
 */
export function deliveryIn(event: unknown): { about: About; delivery: Delivery } | null {
	const { data: read } = eventSchema.safeParse(event);
	return read ? { about: read.data.tags, delivery: deliveryOf(read) } : null;
}

function deliveryOf({ type, created_at, data }: z.infer<typeof eventSchema>): Delivery {
	const at = Date.parse(created_at);
	switch (type) {
		case 'email.delivered':
		case 'email.complained':
			// A complaint is about an e-mail that is in the mailbox.
			return { kind: 'delivered', at };
		case 'email.suppressed':
			return { kind: 'suppressed', at };
		case 'email.failed':
			return { kind: 'failed', reason: reasonOf(data.failed?.reason ?? ''), at };
		case 'email.bounced': {
			// Amazon SES reports a full mailbox so, and also an out-of-office answer, after `delivered`.
			const isTransient = data.bounce?.type?.toLowerCase() === 'transient';
			return { kind: isTransient ? 'deferred' : 'bounced', at };
		}
		default:
			return type satisfies never;
	}
}

/** The provider accepted the e-mail and then could not send it: `reached_daily_quota` and the like. */
function reasonOf(reason: string): Refusal {
	if (/quota|limit/i.test(reason)) return 'quota';
	return /recipient|content|address/i.test(reason) ? 'content' : 'configuration';
}
