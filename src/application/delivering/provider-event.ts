import * as z from 'zod/mini';
import type { EventKind, Fact } from './facts.ts';
import { letterNames } from './facts.ts';
import { idPattern } from '#application/confirming/id.ts';
import type { Outbox } from './ports.ts';
import { told } from './report.ts';

/** What Resend's event types mean to us; the others are of no interest. */
const kinds = {
	'email.delivered': 'delivered',
	'email.bounced': 'bounced',
	'email.failed': 'bounced',
	'email.delivery_delayed': 'delayed',
	'email.complained': 'complained',
	'email.suppressed': 'suppressed',
} as const satisfies Record<string, EventKind>;
const types = Object.keys(kinds) as (keyof typeof kinds)[];

const ourTags = z.object({
	application: z.string().check(z.regex(idPattern)),
	mail: z.pipe(
		// The version before called the letter about a lost receipt so.
		z.pipe(
			z.string(),
			z.transform((name: string) => (name === 'notice' ? 'lost-receipt' : name)),
		),
		z.enum(letterNames),
	),
});

const someTags = z.union([z.object({ application: z.enum(told) }), ourTags]);

/** The documentation shows tags as a list, the SDK's types as an object: both are read. */
const tags = z.union([
	someTags,
	z.pipe(
		z.pipe(
			z.array(z.object({ name: z.string(), value: z.string() })),
			z.transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
		),
		someTags,
	),
]);

const eventSchema = z.object({
	type: z.enum(types),
	created_at: z.iso.datetime({ offset: true }),
	data: z.object({ tags }),
});

/**
 * Writes down what the provider tells about one of our e-mails, and puts the application back in the
 * queue: somebody must act on a bounce. Of an alarm or a roll call that did not arrive, `/api/health` tells. The
 * recipient and the subject, which come with an event, are not kept.
 *
 * @param eventId the provider's id of the event: it may tell the same one several times
 * @returns `ignored` for events that are not about an e-mail of ours
 */
export async function recordEvent(
	event: unknown,
	eventId: string,
	outbox: Outbox,
): Promise<'recorded' | 'ignored'> {
	const read = eventSchema.safeParse(event);
	if (!read.success) return 'ignored';
	const kind = kinds[read.data.type];
	const at = Date.parse(read.data.created_at);
	const { tags } = read.data.data;
	if (!('mail' in tags)) {
		const isLost = kind === 'bounced' || kind === 'suppressed';
		await outbox.report(tags.application, { at, problems: isLost ? { alarm: 1 } : {} });
		return 'recorded';
	}
	const { application, mail } = tags;
	const fact: Fact = { kind, mail, at, eventId };
	await outbox.record(application, fact);
	await outbox.enqueue(application, 'people');
	return 'recorded';
}
