import type { Attempt, History, LetterHistory, LetterName, Try } from './facts.ts';
import { letterNames } from './facts.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long after a try the next one is made; the last one repeats. */
const pauses = [1, 5, 15, 30, 60].map((minutes) => minutes * minute);

/** The provider remembers an idempotency key for 24 hours; an hour on both sides is for clocks. */
const key = { surelyLives: 23 * hour, surelyGone: 25 * hour };

/** How long a delivered application is kept: longer than a form may lie before it is sent. */
export const grace = 7 * day;

const times = {
	/** An application that the provider has not accepted for so long is told to a person. */
	undelivered: 4 * hour,
	/** So long after acceptance we ask what became of an e-mail, and tell a person. */
	askAfter: hour,
	unconfirmed: day,
	/** A receipt that cannot be sent for so long is given up; the project lead is told. */
	receiptGivenUp: 3 * day,
};

/** Something that a person must look at. */
export type Problem =
	| 'undelivered'
	| 'unconfirmed'
	| 'bounced'
	| 'suppressed'
	| 'refused'
	| 'configuration'
	| 'quota'
	| 'unreadable';

export type Action =
	| { kind: 'send'; mail: LetterName; attempt: Omit<Try, 'at'> }
	| { kind: 'look-up'; mail: LetterName; providerId: string }
	| { kind: 'wait'; until: number }
	| { kind: 'alert'; problem: Problem }
	| { kind: 'delete' };

/**
 * What should be done for an application now.
 *
 * @param acceptedAt when the application was kept, in milliseconds since 1970
 */
export function whatNow(
	history: History,
	{ acceptedAt, now }: { acceptedAt: number; now: number },
): Action[] {
	const { mails, abandonedAt, confirmedAt = 0 } = history;
	const finishedAt = abandonedAt ?? deliveredAt(mails.lead);
	const actions =
		abandonedAt === undefined
			? letterNames.flatMap((mail) => next(mail, history, acceptedAt, now))
			: [];
	const settled = actions.every(({ kind }) => kind === 'alert');
	if (settled && finishedAt !== undefined && now - Math.max(finishedAt, confirmedAt) >= grace) {
		return [{ kind: 'delete' }];
	}
	return actions;
}

/** Whether nothing is left to do but to delete it when its time comes. */
export function isSettled(actions: readonly Action[]): boolean {
	return actions.every(({ kind }) => kind === 'delete');
}

function next(mail: LetterName, { mails }: History, acceptedAt: number, now: number): Action[] {
	switch (mail) {
		case 'lead':
			return nextForLead(mails.lead, acceptedAt, now);
		case 'receipt':
			return receiptIsOver(mails.receipt, acceptedAt, now)
				? []
				: nextTry('receipt', mails.receipt, now);
		case 'notice':
			return receiptFailed(mails.receipt, acceptedAt, now) && !isHandedOver(mails.notice)
				? nextTry('notice', mails.notice, now)
				: [];
		default:
			return mail satisfies never;
	}
}

function nextForLead(lead: LetterHistory, acceptedAt: number, now: number): Action[] {
	if (deliveredAt(lead) !== undefined) return [];
	const failed = sinceRelease(lead, lead.failed);
	if (failed) return [{ kind: 'alert', problem: failed.kind }];
	const accepted = sinceRelease(lead, lead.accepted);
	if (accepted) {
		const age = now - accepted.at;
		if (age < times.askAfter) return [{ kind: 'wait', until: accepted.at + times.askAfter }];
		const actions: Action[] = [{ kind: 'look-up', mail: 'lead', providerId: accepted.providerId }];
		if (age >= times.unconfirmed) actions.push({ kind: 'alert', problem: 'unconfirmed' });
		return actions;
	}
	const refused = sinceRelease(lead, lead.attempts.at(-1))?.refused;
	if (refused === 'content') return [{ kind: 'alert', problem: 'refused' }];
	const actions = nextTry('lead', lead, now);
	if (refused === 'configuration' || refused === 'quota') {
		actions.push({ kind: 'alert', problem: refused });
	} else if (now - (lead.releasedAt ?? acceptedAt) >= times.undelivered) {
		actions.push({ kind: 'alert', problem: 'undelivered' });
	}
	return actions;
}

function nextTry(mail: LetterName, history: LetterHistory, now: number): Action[] {
	const { attempts } = history;
	const last = attempts.at(-1);
	if (!last) return [{ kind: 'send', mail, attempt: { n: 1, generation: 1, repeated: false } }];
	const n = last.n + 1;
	const perhapsSent = attempts.findLast(({ refused }) => refused === undefined);
	const anew = { n, generation: last.generation + 1, repeated: perhapsSent !== undefined };
	if (!sinceRelease(history, last)) return [{ kind: 'send', mail, attempt: anew }];
	const pause = last.at + pauseAfter(attempts);
	if (now < pause) return [{ kind: 'wait', until: pause }];
	const { generation, repeated } = last;
	const first = attempts.find((attempt) => attempt.generation === generation) ?? last;
	if (now - first.at < key.surelyLives) {
		return [{ kind: 'send', mail, attempt: { n, generation, repeated } }];
	}
	// The old key may be forgotten, and with a new one a second e-mail may come too early.
	const until = (perhapsSent?.at ?? 0) + key.surelyGone;
	return now < until ? [{ kind: 'wait', until }] : [{ kind: 'send', mail, attempt: anew }];
}

function pauseAfter(attempts: readonly Attempt[]): number {
	const hourly = pauses.at(-1) ?? hour;
	const refused = attempts.at(-1)?.refused;
	if (refused === 'configuration' || refused === 'quota') return hourly;
	return pauses[attempts.length - 1] ?? hourly;
}

/** When the receiving server took the e-mail, unless it was sent back afterwards. */
function deliveredAt({ deliveredAt: at, failed }: LetterHistory): number | undefined {
	return at !== undefined && failed && failed.at >= at ? undefined : at;
}

function isHandedOver(mail: LetterHistory): boolean {
	return mail.deliveredAt !== undefined || mail.accepted !== undefined;
}

function receiptFailed(receipt: LetterHistory, acceptedAt: number, now: number): boolean {
	return (
		receipt.failed !== undefined ||
		receipt.attempts.at(-1)?.refused === 'content' ||
		(!isHandedOver(receipt) && !receipt.withheld && now - acceptedAt >= times.receiptGivenUp)
	);
}

/** The receipt is a courtesy: the provider's acceptance is enough, and nothing waits for more. */
function receiptIsOver(receipt: LetterHistory, acceptedAt: number, now: number): boolean {
	return receipt.withheld || isHandedOver(receipt) || receiptFailed(receipt, acceptedAt, now);
}

function sinceRelease<Timed extends { at: number }>(
	{ releasedAt }: LetterHistory,
	event: Timed | undefined,
): Timed | undefined {
	return event && (releasedAt === undefined || event.at > releasedAt) ? event : undefined;
}
