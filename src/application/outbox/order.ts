import type { Attempt, Entry } from './entry.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Anybody can have a receipt sent to a stranger, so the whole site sends only so many an hour. */
const receiptsAnHour = 150;

/** Applications of one source in a day that come before all others' receipts. */
const firstOfSource = 11;

/** An attempt that is due, and the entry that it belongs to. */
export interface Due {
	entry: Entry;
	attempt: Attempt;
}

/**
 * The attempts for which there is room now, in the order in which they are made: letters to the project lead, then
 * receipts, then what the form marked. Within each, whoever comes from a source that few came from is first (fair
 * queueing), then whoever came first. Receipts, marked applications and the late ones of a source use at most half of
 * the provider's allowance.
 *
 * @param perDay the provider's limit of e-mails a day; `null` for none
 */
export function inOrder(
	due: readonly Due[],
	entries: readonly Entry[],
	perDay: number | null,
	now: number,
): Due[] {
	const ranks = ranksOf(entries);
	const isSecond = ({ id, marks }: Entry, name: string) =>
		name === 'receipt' || marks.length > 0 || (ranks.get(id) ?? 0) >= firstOfSource;
	const sent = entries.flatMap((entry) =>
		Object.entries(entry.emails)
			.filter(([, { triedAt = 0, unsureAt }]) => unsureAt !== undefined && now - triedAt < day)
			.map(([name, { triedAt = 0 }]) => ({ name, triedAt, isSecond: isSecond(entry, name) })),
	);
	const allowance = perDay ?? Number.POSITIVE_INFINITY;
	let all = allowance - sent.length;
	let second = allowance / 2 - sent.filter((one) => one.isSecond).length;
	let receipts =
		receiptsAnHour -
		sent.filter(({ name, triedAt }) => name === 'receipt' && now - triedAt < hour).length;

	const turnOf = ({ entry: { id, marks, acceptedAt }, attempt }: Due) => [
		marks.length > 0 ? 2 : attempt.email === 'lead' ? 0 : 1,
		ranks.get(id) ?? 0,
		acceptedAt,
	];
	const byTurn = due
		.map((one) => ({ one, turn: turnOf(one) }))
		.sort((a, b) => compare(a.turn, b.turn));
	return byTurn.flatMap(({ one }) => {
		const { email } = one.attempt;
		const isOfSecond = isSecond(one.entry, email);
		if (all <= 0 || (isOfSecond && second <= 0) || (email === 'receipt' && receipts <= 0))
			return [];
		all -= 1;
		if (isOfSecond) second -= 1;
		if (email === 'receipt') receipts -= 1;
		return [one];
	});
}

/** How many entries of the same source came in the day before each entry, by id. */
function ranksOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
	const ranks = new Map<string, number>();
	const byTime = entries.toSorted((one, other) => one.acceptedAt - other.acceptedAt);
	for (const all of Map.groupBy(byTime, ({ source }) => source).values()) {
		let first = 0;
		for (const [at, { id, acceptedAt }] of all.entries()) {
			while ((all[first]?.acceptedAt ?? acceptedAt) <= acceptedAt - day) first += 1;
			ranks.set(id, at - first);
		}
	}
	return ranks;
}

function compare(one: readonly number[], other: readonly number[]): number {
	const at = one.findIndex((value, n) => value !== other[n]);
	return (one[at] ?? 0) - (other[at] ?? 0);
}
