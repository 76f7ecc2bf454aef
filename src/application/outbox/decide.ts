import type { Problem } from '#application/letters/alarm.ts';
import { type Attempt, deliveredAt, type Email, type EmailName, type Entry } from './entry.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Between one attempt and the next; after these, every hour. */
const pauses = [1, 5, 15, 30].map((minutes) => minutes * minute);

/** The provider remembers an idempotency key for 24 hours; an hour on both sides is for clocks. */
const key = { lives: 23 * hour, gone: 25 * hour };

/** How long a delivered application is retained: longer than a checked form may wait to be sent. */
export const retention = 7 * day;

/** Generations, each of a day at least, until a receipt is given up, or any e-mail that a mailbox defers. */
const mostGenerations = { lead: 7, receipt: 3, 'lost-receipt': 7 };

/** Not accepted by the provider for so long, an application is a problem. */
const patience = 4 * hour;

/** What is due for an entry now. */
export interface Decision {
	attempts: readonly Attempt[];
	/** What is reported to a person. */
	problems: readonly Problem[];
	/** From when on it may be deleted, in milliseconds since 1970; 0 where a person decided it. */
	overSince?: number;
}

/** The state of one e-mail. `waiting`: for its next attempt. */
interface State {
	kind: 'delivered' | 'accepted' | 'waiting' | 'due' | 'failed';
	attempt?: Attempt;
	problem?: Problem | undefined;
}

/** Decides what to send, what to report to a person, and whether the entry is over. Pure. */
export function decide(entry: Entry, now: number): Decision {
	const { acceptedAt, confirmedAt = 0, discarded } = entry;
	const { lead, receipt, 'lost-receipt': lost } = entry.emails;
	if (!lead) return { attempts: [], problems: [] };
	if (discarded) return { attempts: [], problems: [], overSince: 0 };
	const states = [stateOf('lead', lead, acceptedAt, now)];
	const delivered = deliveredAt(lead);
	if (receipt) {
		const courtesy = stateOf('receipt', receipt, acceptedAt, now);
		if (courtesy.kind !== 'failed') states.push({ ...courtesy, problem: undefined });
		// It says that the application has arrived, so it waits for that.
		else if (lost && delivered !== undefined) {
			const { problem, ...state } = stateOf('lost-receipt', lost, lost.since ?? now, now);
			states.push({ ...state, problem: problem && 'lost-receipt' });
		}
	}
	const isPending = states.some(({ kind }) => kind === 'due' || kind === 'waiting');
	return {
		attempts: states.flatMap(({ attempt }) => attempt ?? []),
		problems: states.flatMap(({ problem }) => problem ?? []),
		...(delivered !== undefined &&
			!isPending && { overSince: Math.max(delivered, acceptedAt, confirmedAt) + retention }),
	};
}

/** @param from when the wait for the provider began, in milliseconds since 1970 */
function stateOf(name: EmailName, email: Email, from: number, now: number): State {
	const { generation, retryAfter = 0, refused, acceptedAt, isDeferred = false } = email;
	if (deliveredAt(email) !== undefined) return { kind: 'delivered' };
	if (retryAfter === generation && generation > 0) return attemptOf(name, email, generation + 1);
	if (email.failure) return { kind: 'failed', problem: email.failure };
	if (refused === 'content') {
		return name === 'lead' && !email.isPlain
			? renewed(name, email, now)
			: { kind: 'failed', problem: 'refused' };
	}
	if (acceptedAt !== undefined && !isDeferred) {
		return { kind: 'accepted', problem: now - acceptedAt >= day ? 'unconfirmed' : undefined };
	}
	const isLast = generation - retryAfter >= mostGenerations[name];
	if (isLast && isDeferred) return { kind: 'failed', problem: 'bounced' };
	const next = nextAttempt(name, email, now);
	const isOfNew = next.attempt !== undefined && next.attempt.generation > generation;
	if (isLast && isOfNew && name === 'receipt') return { kind: 'failed' };
	if (isDeferred) return { ...next, problem: now - from >= day ? 'deferred' : undefined };
	if (refused === 'configuration' || refused === 'quota') return { ...next, problem: refused };
	return { ...next, problem: now - from >= patience ? 'undelivered' : undefined };
}

/** The next attempt, under the same idempotency key while the provider surely remembers it. */
function nextAttempt(name: EmailName, email: Email, now: number): State {
	const { attempts, generation, since = 0, triedAt = 0, refused, isDeferred } = email;
	if (isDeferred) return renewed(name, email, now);
	const isSlow = refused === 'configuration' || refused === 'quota';
	const pause = isSlow ? hour : (pauses[attempts - 1] ?? hour);
	if (now < triedAt + pause) return { kind: 'waiting' };
	if (now < since + key.lives) return attemptOf(name, email, generation);
	return renewed(name, email, now);
}

/** A new idempotency key, once the provider has forgotten the one of any e-mail that may have been sent. */
function renewed(name: EmailName, email: Email, now: number): State {
	if (now < (email.unsureAt ?? 0) + key.gone) return { kind: 'waiting' };
	return attemptOf(name, email, email.generation + 1);
}

function attemptOf(name: EmailName, email: Email, generation: number): State {
	const isNew = generation !== email.generation;
	const isRepeat = email.isRepeat === true || (isNew && email.unsureAt !== undefined);
	const isPlain = email.isPlain === true || (isNew && email.refused === 'content');
	return { kind: 'due', attempt: { email: name, generation, isRepeat, isPlain } };
}
