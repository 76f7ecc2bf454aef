import type { Application } from '#application/asking/rules.ts';
import type { Mark } from '#application/confirming/confirm.ts';
import type { Letter } from '#application/letters/letter.ts';

/** In milliseconds, as all times of the outbox are. */
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** To the project lead, to the applicant, and to the project lead where the applicant's could not be delivered. */
export const emailNames = ['lead', 'receipt', 'lost-receipt'] as const;
export type EmailName = (typeof emailNames)[number];

/** Why the mail provider did not send: the e-mail itself, our key or domain, too many a second, too many a day. */
export type Refusal = 'content' | 'configuration' | 'rate' | 'quota';

/** The provider's answer to an attempt. `unknown`: no clear answer, so the e-mail may have been sent. */
export type Sent =
	{ kind: 'accepted' } | { kind: 'refused'; reason: Refusal } | { kind: 'unknown' };

/** What the provider reports later about an e-mail that it accepted. `deferred`: not delivered yet. */
export type Delivery =
	| { kind: 'delivered' | 'deferred' | 'bounced' | 'suppressed'; at: number }
	| { kind: 'failed'; reason: Refusal; at: number };

/** One e-mail and how far it has come. Times are milliseconds since 1970; what has not happened is absent. */
export interface Email {
	attempts: number;
	/** Attempts of one generation share an idempotency key. */
	generation: number;
	/** Written with the first attempt of the generation that may have been sent, so that a retry never differs. */
	letter?: Letter | undefined;
	/** When that attempt was made; 0 where the provider accepted the e-mail and did not send it: the key is spent. */
	since?: number | undefined;
	/** Whether an earlier generation may have been sent; the subject then says so. */
	isRepeat?: boolean;
	/** Whether it is sent without the applicant's address as Reply-To. */
	isPlain?: boolean;
	/** When the first attempt was made since a person asked for one. */
	startedAt?: number;
	/** The latest sign that an attempt was made. */
	triedAt?: number;
	refused?: Refusal;
	acceptedAt?: number;
	deliveredAt?: number;
	isDeferred?: boolean;
	failedAt?: number;
	failure?: 'bounced' | 'suppressed';
}

export const untried: Email = { attempts: 0, generation: 1 };

/** One application, sealed as one record. */
export interface Entry {
	version: 3;
	id: string;
	/** Milliseconds since 1970. */
	acceptedAt: number;
	/** When the same answers were last sent again: retention begins anew. */
	confirmedAt?: number;
	/** Absent once the entry is emptied. */
	application?: Application;
	/** A keyed digest of the answers. */
	fingerprint: string;
	marks: readonly Mark[];
	/** A keyed digest of the network that it was sent from. */
	source: string;
	/** The id of an application of the same mailbox in the week before. */
	sameMailboxAs?: string | undefined;
	emails: Partial<Record<EmailName, Email>>;
	/** A person's decision that it shall be deleted. */
	discarded?: { at: number; by: string };
	/** When answers and letters were removed from it. The rest is removed hours later. */
	emptiedAt?: number;
}

/** The e-mail under another idempotency key. Events of the key before do not count any more. */
function renewed({
	attempts,
	startedAt,
	generation,
	since,
	isRepeat = false,
	...email
}: Email): Email {
	return {
		...untried,
		attempts,
		...(startedAt !== undefined && { startedAt }),
		generation: generation + 1,
		isRepeat: isRepeat || !!since,
		isPlain: email.isPlain === true || email.refused === 'content',
	};
}

/** The e-mail as a person wants it to be sent again. */
export function retried(email: Email): Email {
	const { startedAt, ...again } = renewed(email);
	return { ...again, attempts: 0 };
}

/**
 * The e-mail with an attempt, which is stored before it is made.
 *
 * @param write writes the letter of a new generation
 */
export function attempted(
	email: Email,
	generation: number,
	write: (email: Email) => Letter,
	now: number,
): Email {
	const { refused, ...made } = generation > email.generation ? renewed(email) : email;
	const { letter = write(made), since = now, startedAt = now } = made;
	return { ...made, attempts: made.attempts + 1, letter, since, startedAt, triedAt: now };
}

/**
 * The e-mail with the provider's answer to an attempt of its current generation. What was refused was not sent: the
 * same key serves again, for another day.
 *
 * @param before the e-mail before the attempt
 */
export function answered(email: Email, sent: Sent, now: number, before: Email): Email {
	// An event that it failed may come before the answer.
	if (email.refused || sent.kind === 'unknown') return email;
	if (sent.kind === 'accepted') return { ...email, acceptedAt: now };
	const refused = { ...email, refused: sent.reason };
	// Another attempt that was made meanwhile may have been sent.
	if (email.attempts > before.attempts + 1) return refused;
	const isFirst = email.generation > before.generation;
	const { letter, since } = isFirst ? untried : before;
	return { ...refused, letter, since };
}

/** The e-mail with a delivery event. Events come in any order and more than once; their own times order them. */
export function reported(email: Email, generation: number, event: Delivery): Email {
	if (generation !== email.generation) return email;
	const { kind, at } = event;
	const triedAt = Math.max(email.triedAt ?? 0, at);
	if (kind === 'delivered') return { ...email, deliveredAt: Math.max(email.deliveredAt ?? 0, at) };
	if (kind === 'deferred') return { ...email, triedAt, isDeferred: true };
	if (kind === 'failed') {
		const { acceptedAt, ...rest } = email;
		return { ...rest, since: 0, triedAt, refused: event.reason };
	}
	return at < (email.failedAt ?? 0) ? email : { ...email, failedAt: at, failure: kind };
}

export function withEmail(entry: Entry, name: EmailName, email: Email): Entry {
	return { ...entry, emails: { ...entry.emails, [name]: email } };
}

/** When the receiving server took it, unless it came back later. */
export function deliveredAt(email: Email | undefined): number | undefined {
	const { deliveredAt: at = 0, failedAt = 0 } = email ?? {};
	return at <= failedAt ? undefined : at;
}
