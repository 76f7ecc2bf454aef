import type { Attempt } from './decide.ts';
import { day, type Entry, hour } from './entry.ts';

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
	const allowance = perDay ?? Number.POSITIVE_INFINITY;
	const room = { all: allowance, second: allowance / 2, receipts: receiptsAnHour };
	const use = (entry: Entry, name: string, isOfHour = true) => {
		room.all -= 1;
		if (isSecond(entry, name)) room.second -= 1;
		if (name === 'receipt' && isOfHour) room.receipts -= 1;
	};
	for (const entry of entries) {
		for (const [name, { since, triedAt = 0 }] of Object.entries(entry.emails)) {
			if (since && now - triedAt < day) use(entry, name, now - triedAt < hour);
		}
	}
	const turnOf = ({ entry: { id, marks, acceptedAt }, attempt: { email } }: Due) => {
		const line = marks.length > 0 ? 2 : email === 'lead' ? 0 : 1;
		return [line, ranks.get(id) ?? 0, acceptedAt] as const;
	};
	return due
		.map((one) => ({ ...one, turn: turnOf(one) }))
		.sort(({ turn: a }, { turn: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
		.filter(({ entry, attempt: { email } }) => {
			const hasRoom =
				room.all > 0 &&
				(room.second > 0 || !isSecond(entry, email)) &&
				(room.receipts > 0 || email !== 'receipt');
			if (hasRoom) use(entry, email);
			return hasRoom;
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
