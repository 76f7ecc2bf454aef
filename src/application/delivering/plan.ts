import type { Attempt, History, LetterHistory, LetterName, Try } from './facts.ts';
import { letterNames, whatHasHappened } from './facts.ts';
import type { Known } from './kept.ts';
import type { Problem } from './problem.ts';
import { issuedHour } from '#application/confirming/id.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long after a try the next one is made; after these, every hour. */
const pauses = [1, 5, 15, 30].map((minutes) => minutes * minute);

/** The provider remembers an idempotency key for 24 hours; an hour on both sides is for clocks. */
const key = { surelyLives: 23 * hour, surelyGone: 25 * hour };

/** How long a delivered application is kept: longer than a form may lie before it is sent. */
export const grace = 7 * day;

const times = {
	/** What the provider has not accepted for so long is told to a person. */
	undelivered: 4 * hour,
	/** So long after acceptance without word of delivery, a person is told. */
	unconfirmed: day,
	/** So long in a digest without word of its delivery, it is told for each application in it. */
	digestLost: 2 * day,
	/** A receipt that cannot be sent for so long is given up; the project lead is told. */
	receiptGivenUp: 3 * day,
};

export type Action =
	| { kind: 'send'; mail: LetterName; attempt: Omit<Try, 'at'> }
	/** To be put into the next digest. */
	| { kind: 'bundle' }
	| { kind: 'wait'; until: number }
	| { kind: 'alert'; problem: Problem }
	| { kind: 'delete' };

/** What is kept, as far as it decides what is to be done. */
export interface Situation {
	/** When it was kept, in milliseconds since 1970. */
	acceptedAt: number;
	/** The e-mails that were written for it. */
	letters: readonly LetterName[];
	/** Whether the project lead gets it in a digest, behind people's. */
	behind: boolean;
	now: number;
}

/** Whether one of this kind is among what should be done. */
export function isAmong(kind: Action['kind'], actions: readonly Action[]): boolean {
	return actions.some((action) => action.kind === kind);
}

/** What should be done now for what is known of an application or a digest. */
export function whatNow({ id, kept, facts }: Known, now: number): Action[] {
	const history = whatHasHappened(facts);
	if (kept === 'unreadable') {
		// Nothing is sent that cannot be trusted. Only a named person can still end it.
		if (history.abandonedAt === undefined) return [{ kind: 'alert', problem: 'unreadable' }];
		return isOver(history, history.abandonedAt, issuedHour(id), now) ? [{ kind: 'delete' }] : [];
	}
	return planFor(history, {
		acceptedAt: kept.acceptedAt,
		letters: letterNames.filter((mail) => kept.letters[mail]),
		behind: kept.kind === 'application' && kept.suspicions.length > 0,
		now,
	});
}

/** The same, of a history and a situation alone. */
export function planFor(history: History, situation: Situation): Action[] {
	const { letters, acceptedAt, now } = situation;
	const { abandonedAt } = history;
	const finishedAt = abandonedAt ?? deliveredAt(history.mails.lead) ?? Infinity;
	const actions =
		abandonedAt === undefined ? letters.flatMap((mail) => next(mail, history, situation)) : [];
	const settled = actions.every(({ kind }) => kind === 'alert');
	return settled && isOver(history, finishedAt, acceptedAt, now) ? [{ kind: 'delete' }] : actions;
}

function isOver(history: History, finishedAt: number, acceptedAt: number, now: number): boolean {
	return now - Math.max(finishedAt, acceptedAt, history.confirmedAt ?? 0) >= grace;
}

function next(mail: LetterName, history: History, situation: Situation): Action[] {
	const { lead, receipt, 'lost-receipt': lostReceipt } = history.mails;
	const { acceptedAt, now } = situation;
	switch (mail) {
		case 'lead':
			return nextForLead(history, situation);
		case 'receipt':
			return receiptIsOver(receipt, acceptedAt, now) ? [] : nextTry(mail, receipt, now);
		case 'lost-receipt':
			// It speaks of the application, so it never comes before it.
			return receiptFailed(receipt, acceptedAt, now) && isHandedOver(lead)
				? nextForLostReceipt(lostReceipt, now)
				: [];
		default:
			return mail satisfies never;
	}
}

function nextForLead({ mails: { lead }, digest }: History, situation: Situation): Action[] {
	const { acceptedAt, behind, now } = situation;
	if (deliveredAt(lead) !== undefined) return [];
	if (behind && lead.releasedAt === undefined && digest) {
		// A digest is kept as an application is, and is told about by itself. Only where that failed as well is
		// there more to tell.
		return now - digest.at < times.digestLost ? [] : [{ kind: 'alert', problem: 'unconfirmed' }];
	}
	const failed = sinceRelease(lead, lead.failed);
	if (failed) return [{ kind: 'alert', problem: failed.kind }];
	const accepted = sinceRelease(lead, lead.accepted);
	if (accepted) {
		const until = accepted.at + times.unconfirmed;
		return now < until ? [{ kind: 'wait', until }] : [{ kind: 'alert', problem: 'unconfirmed' }];
	}
	const refused = sinceRelease(lead, lead.attempts.at(-1))?.refused;
	if (refused === 'content') return [{ kind: 'alert', problem: 'refused' }];
	const actions: Action[] =
		behind && lead.releasedAt === undefined ? [{ kind: 'bundle' }] : nextTry('lead', lead, now);
	if (refused === 'configuration' || refused === 'quota') {
		actions.push({ kind: 'alert', problem: refused });
	} else if (now - (lead.releasedAt ?? acceptedAt) >= times.undelivered) {
		actions.push({ kind: 'alert', problem: 'undelivered' });
	}
	return actions;
}

/** The only letter that says an applicant was not told: where it fails as well, somebody else must hear of it. */
function nextForLostReceipt(letter: LetterHistory, now: number): Action[] {
	const told: Action = { kind: 'alert', problem: 'side-letter' };
	const last = letter.attempts.at(-1);
	if (letter.failed || last?.refused === 'content') return [told];
	if (isHandedOver(letter)) return [];
	const actions = nextTry('lost-receipt', letter, now);
	const isLate = letter.attempts.some(({ at }) => now - at >= times.undelivered);
	return isLate ? [...actions, told] : actions;
}

function nextTry(mail: LetterName, history: LetterHistory, now: number): Action[] {
	const { attempts } = history;
	const last = attempts.at(-1);
	if (!last) return [{ kind: 'send', mail, attempt: { n: 1, generation: 1, repeated: false } }];
	const n = last.n + 1;
	const perhapsSent = attempts.findLast(({ refused }) => refused === undefined);
	const anew = { n, generation: last.generation + 1, repeated: perhapsSent !== undefined };
	if (!sinceRelease(history, last)) return [{ kind: 'send', mail, attempt: anew }];
	const pause = last.at + pauseAfter(attempts.length, last);
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

function pauseAfter(tries: number, { refused }: Attempt): number {
	if (refused === 'configuration' || refused === 'quota') return hour;
	return pauses[tries - 1] ?? hour;
}

/** When the receiving server took the e-mail, unless it was sent back or asked for again afterwards. */
export function deliveredAt(mail: LetterHistory): number | undefined {
	const { delivered, failed } = mail;
	const isTakenBack = delivered && failed && failed.at >= delivered.at;
	return isTakenBack ? undefined : sinceRelease(mail, delivered)?.at;
}

function isHandedOver(mail: LetterHistory): boolean {
	return mail.delivered !== undefined || mail.accepted !== undefined;
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
