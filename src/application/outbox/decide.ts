import type { Problem } from '#application/letters/alarm.ts';
import { day, deliveredAt, type Email, type EmailName, type Entry, hour, minute } from './entry.ts';

/** Between one attempt and the next; after these, every hour. */
const pauses = [1, 5, 15, 30].map((minutes) => minutes * minute);

/**
 * The provider remembers an idempotency key for 24 hours; an hour on both sides is for clocks. Where an older state of
 * an entry came back, it does not show the latest attempt: it may have been made as long as the key lived.
 */
const key = { lives: 23 * hour, gone: 25 * hour };

/** How long a delivered application is retained: longer than a checked form may wait to be sent. */
export const retention = 7 * day;

/** After so long of attempts, in milliseconds, a receipt is given up, and any e-mail that a mailbox defers. */
const longest = 7 * day;

/** Not accepted by the provider for so long, an application is a problem. */
const patience = 4 * hour;

/** An attempt to make: which e-mail, and under which generation of its idempotency key. */
export interface Attempt {
	email: EmailName;
	generation: number;
}

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
			const lostAt = receipt.failedAt ?? receipt.triedAt ?? now;
			const { problem, ...state } = stateOf('lost-receipt', lost, lostAt, now);
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

/** @param begun since when the e-mail is to be sent, in milliseconds since 1970 */
function stateOf(name: EmailName, email: Email, begun: number, now: number): State {
	const { refused, acceptedAt, startedAt = now, triedAt = now, isDeferred = false } = email;
	if (deliveredAt(email) !== undefined) return { kind: 'delivered' };
	if (email.failure) return { kind: 'failed', problem: email.failure };
	if (refused === 'content' && (name !== 'lead' || email.isPlain)) {
		return { kind: 'failed', problem: 'refused' };
	}
	if (acceptedAt !== undefined && !isDeferred) {
		return { kind: 'accepted', problem: now - acceptedAt >= day ? 'unconfirmed' : undefined };
	}
	const nextAt = isDeferred ? triedAt + key.gone : now;
	const isGivenUp = isDeferred || name === 'receipt';
	if (isGivenUp && nextAt - startedAt >= longest) {
		return { kind: 'failed', problem: 'bounced' };
	}
	const next = nextAttempt(name, email, now);
	if (isDeferred) return { ...next, problem: now - begun >= day ? 'deferred' : undefined };
	if (refused === 'configuration' || refused === 'quota') return { ...next, problem: refused };
	return { ...next, problem: now - begun >= patience ? 'undelivered' : undefined };
}

/** The next attempt, under the same idempotency key while nothing was sent or the provider surely remembers it. */
function nextAttempt(name: EmailName, email: Email, now: number): State {
	const { attempts, generation, since, triedAt = 0, refused, isDeferred } = email;
	const again: State = { kind: 'due', attempt: { email: name, generation } };
	const renewed: State = { kind: 'due', attempt: { email: name, generation: generation + 1 } };
	if (isDeferred) return now < triedAt + key.gone ? { kind: 'waiting' } : renewed;
	if (refused !== 'content') {
		const isSlow = refused === 'configuration' || refused === 'quota';
		const pause = isSlow ? hour : (pauses[attempts - 1] ?? hour);
		if (now < triedAt + pause) return { kind: 'waiting' };
		if (now < (since ?? now) + key.lives) return again;
	}
	return now < (since ?? 0) + key.lives + key.gone ? { kind: 'waiting' } : renewed;
}
