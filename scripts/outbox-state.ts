import { issuedHour } from '#application/confirming/id.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { type History, whatHasHappened } from '#application/delivering/facts.ts';
import { digestIn, type Known } from '#application/delivering/kept.ts';
import { type Action, deliveredAt, grace, planFor, whatNow } from '#application/delivering/plan.ts';

const hour = 60 * 60 * 1000;

/** What `npm run outbox` tells of one application or digest. */
export interface State {
	reference: string;
	/** Whether it waits for something, lies in a digest or is done with. */
	kind: 'waiting' | 'behind' | 'in a digest' | 'done';
	since: number;
	problems: readonly string[];
	text: string;
	/** When it will be deleted, as far as is known. */
	deletedAt?: number;
}

/** @param isChecked whether the key is there, without which facts are taken as they are */
export function stateOf(known: Known, now: number, isChecked: boolean): State {
	const { id, kept, facts } = known;
	const history = whatHasHappened(facts);
	const members = digestIn(known)?.members;
	const since = kept === 'unreadable' ? issuedHour(id) : kept.acceptedAt;
	const isTakenAsItIs = kept === 'unreadable' && !isChecked;
	const actions = isTakenAsItIs
		? planFor(history, { acceptedAt: since, letters: ['lead'], behind: false, now })
		: whatNow(known, now);
	const overAt = history.abandonedAt ?? deliveredAt(history.mails.lead);
	const isOver = overAt !== undefined && actions.every(({ kind }) => kind === 'delete');
	const deletedAt = Math.max(overAt ?? 0, since, history.confirmedAt ?? 0) + grace;
	const what = isOver
		? `${history.abandonedAt === undefined ? 'delivered' : 'given up'}; to be deleted after ${timeOf(deletedAt)}`
		: actions.map(textOf).join(', ') || `in the digest ${referenceOf(history.digest?.id ?? id)}`;
	return {
		reference: referenceOf(id),
		kind: isOver ? 'done' : lineOf(actions, history),
		since,
		problems: actions.flatMap((action) => (action.kind === 'alert' ? [action.problem] : [])),
		text: `${what}${members ? ` (a digest of ${members.length})` : ''}`,
		...(isOver && { deletedAt }),
	};
}

function lineOf(actions: readonly Action[], { digest }: History): State['kind'] {
	if (actions.some(({ kind }) => kind === 'bundle')) return 'behind';
	return actions.length === 0 && digest !== undefined ? 'in a digest' : 'waiting';
}

function textOf(action: Action): string {
	switch (action.kind) {
		case 'send':
			return `${action.mail}: to be sent by the next sweep, try ${action.attempt.n}`;
		case 'bundle':
			return 'suspect: to be put into the next digest';
		case 'wait':
			return `waits until ${timeOf(action.until)}`;
		case 'alert':
			return `ALARM ${action.problem}`;
		case 'delete':
			return 'to be deleted by the next tidying up';
		default:
			return action satisfies never;
	}
}

/** Days and minutes, as whoever is on duty reads them. */
export function timeOf(time: number): string {
	return new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone: 'Europe/Copenhagen',
	}).format(time);
}

/** One screen: what waits, since when and why, and what happens next and when. */
export function pictureOf(
	states: readonly State[],
	latest: { sweep: number | null; tidy: number | null },
	now: number,
): string[] {
	const count = (kind: State['kind']) => states.filter((state) => state.kind === kind).length;
	const waiting = states.filter(({ kind }) => kind === 'waiting' || kind === 'behind');
	const oldest = waiting.toSorted((one, other) => one.since - other.since);
	const problems = Map.groupBy(
		states.flatMap(({ reference, problems: found }) =>
			found.map((problem) => ({ reference, problem })),
		),
		({ problem }) => problem,
	);
	const next = states
		.flatMap(({ deletedAt }) => deletedAt ?? [])
		.toSorted((one, other) => one - other);
	const ago = (time: number | null) =>
		time === null ? 'never' : `${Math.round((now - time) / 60_000)} minutes ago`;
	return [
		`${states.length} kept: ${count('waiting')} waiting, ${count('behind')} behind people, ${count('in a digest')} in a digest, ${count('done')} done`,
		...[...problems].map(
			([problem, those]) =>
				`ALARM ${problem}: ${those.length} (${those
					.slice(0, 5)
					.map(({ reference }) => reference)
					.join(', ')}); see docs/operations.md`,
		),
		...oldest
			.slice(0, 10)
			.map(({ reference, since, text }) => `${reference}  since ${timeOf(since)}: ${text}`),
		...(oldest.length > 10 ? [`and ${oldest.length - 10} more: npm run outbox -- list`] : []),
		`last sweep ${ago(latest.sweep)}, last tidying up ${ago(latest.tidy)}`,
		`next: a sweep within five minutes; tidying up after ${timeOf(Math.ceil(now / hour) * hour)}; the first deletion ${next[0] === undefined ? 'when something is delivered' : `after ${timeOf(next[0])}`}`,
	];
}
