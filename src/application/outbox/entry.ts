import type { Application } from '#application/asking/rules.ts';
import type { Mark } from '#application/confirming/confirm.ts';
import type { Letter } from '#application/letters/letter.ts';

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
	/** Attempts of one generation share an idempotency key. 0 before the first attempt. */
	generation: number;
	/** Written with the first attempt of the generation, so that a retry never differs. */
	letter?: Letter;
	/** When that attempt was made; absent where the idempotency key cannot be used again. */
	since?: number;
	/** Whether an earlier generation may have been sent; the subject then says so. */
	isRepeat?: boolean;
	/** Whether it is sent without the applicant's address as Reply-To. */
	isPlain?: boolean;
	triedAt?: number;
	/** The latest attempt of any generation that may have been sent. */
	unsureAt?: number | undefined;
	refused?: Refusal;
	acceptedAt?: number;
	deliveredAt?: number;
	isDeferred?: boolean;
	failedAt?: number;
	failure?: 'bounced' | 'suppressed';
	/** A person asked for another e-mail after this generation: later events about it are ignored. */
	retryAfter?: number | undefined;
}

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

/** An attempt to make: which e-mail, and under which generation of its idempotency key. */
export interface Attempt {
	email: EmailName;
	generation: number;
	isRepeat: boolean;
	isPlain: boolean;
}

/**
 * The e-mail with an attempt, which is stored before it is made.
 *
 * @param write writes the letter of a new generation
 */
export function attempted(
	email: Email,
	{ generation, isRepeat, isPlain }: Attempt,
	write: () => Letter,
	now: number,
): Email {
	const { refused, ...same } = email;
	const { retryAfter } = email;
	const made = { attempts: email.attempts + 1, triedAt: now, unsureAt: now };
	if (generation === email.generation) return { ...same, ...made };
	return { letter: write(), generation, since: now, isRepeat, isPlain, retryAfter, ...made };
}

/**
 * The e-mail with the provider's answer to an attempt of its current generation.
 *
 * @param unsureBefore `unsureAt` before the attempt
 */
export function answered(email: Email, sent: Sent, now: number, unsureBefore?: number): Email {
	// An event that it failed may come before the answer.
	if (email.refused || sent.kind === 'unknown') return email;
	if (sent.kind === 'accepted') return { ...email, acceptedAt: now };
	return { ...email, unsureAt: unsureBefore, refused: sent.reason };
}

/** The e-mail with a delivery event. Events come in any order and more than once; their own times order them. */
export function reported(email: Email, generation: number, event: Delivery): Email {
	if (generation <= (email.retryAfter ?? 0) || generation > email.generation) return email;
	const { kind, at } = event;
	if (kind === 'delivered') return { ...email, deliveredAt: Math.max(email.deliveredAt ?? 0, at) };
	if (generation < email.generation) return email;
	if (kind === 'deferred') return { ...email, isDeferred: true };
	if (kind === 'failed') {
		const { since, unsureAt, acceptedAt, ...rest } = email;
		return { ...rest, triedAt: Math.max(email.triedAt ?? 0, at), refused: event.reason };
	}
	return at < (email.failedAt ?? 0) ? email : { ...email, failedAt: at, failure: kind };
}

/** When the receiving server took it, unless it came back later or a person asked for another one. */
export function deliveredAt(email: Email | undefined): number | undefined {
	const { deliveredAt: at = 0, failedAt = 0, retryAfter, generation } = email ?? {};
	return at <= failedAt || retryAfter === generation ? undefined : at;
}
