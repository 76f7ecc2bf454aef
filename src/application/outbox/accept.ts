import type { Confirmed } from '#application/confirming/confirm.ts';
import { day, type Email, type Entry, untried } from './entry.ts';
import { type Outbox, type Seen, Unreadable } from './ports.ts';

/** So that the form cannot be used to flood somebody else's mailbox. */
const receiptsPerMailboxAndDay = 3;

/** How long, in milliseconds, an application without an entry may still be on its way into the storage. */
export const longestClaim = 2 * day;

export interface Accepted {
	/** The first one's, where the same answers were sent before. */
	id: string;
	/** When it was first accepted, in milliseconds since 1970. */
	at: number;
	/** Whether the applicant gets a receipt by e-mail too. */
	hasReceipt: boolean;
	/** Whether this press stored it. */
	isNew: boolean;
}

/**
 * Stores a confirmed application. The same answers, pressed again or confirmed in two tabs, are one application
 * with one id for as long as it is stored. Throws where it cannot be sure that the application is stored.
 */
export async function accept(confirmed: Confirmed, outbox: Outbox): Promise<Accepted> {
	const { application, fingerprint, source, marks, now } = confirmed;
	const id = await claim(confirmed, outbox);
	const { sameMailboxAs, hasReceipt } = await mailboxOf({ ...confirmed, id }, outbox);
	const emails = {
		lead: untried,
		...(hasReceipt && { receipt: untried, 'lost-receipt': untried }),
	};
	const entry: Entry = {
		...{ version: 3, id, acceptedAt: now, application, fingerprint, marks, source },
		...{ sameMailboxAs, emails },
	};
	const stored = await outbox.change('entry', id, (before) => {
		if (!before) return entry;
		// Somebody wants it: it is not discarded any more, and its retention begins anew.
		const { discarded, ...standing } = before;
		const confirmedAt = Math.max(standing.confirmedAt ?? 0, now);
		return standing.emptiedAt === undefined ? { ...standing, confirmedAt } : undefined;
	});
	if (stored?.fingerprint !== fingerprint)
		throw new Error('other answers are stored under this id');
	// The next press finds it deleted, and begins anew.
	if (stored.emptiedAt !== undefined) throw new Error('it was deleted at this moment');
	const at = stored.acceptedAt;
	return { id, at, hasReceipt: isPromised(stored.emails.receipt), isNew: at === now };
}

/** Whether it comes, or may have come: not where all of it came back, or was refused before any was sent. */
function isPromised(receipt: Email | undefined): boolean {
	if (!receipt) return false;
	const { isRepeat, failure, refused, since } = receipt;
	return isRepeat === true || (!failure && (refused !== 'content' || !!since));
}

/** The id that these answers have: the first one's, or this press's own where there is none any more. */
async function claim(
	{ fingerprint, id, spareId, now }: Confirmed,
	outbox: Outbox,
): Promise<string> {
	let free: string | undefined;
	for (let tries = 0; tries < 5; tries++) {
		// An id whose application was deleted is never used again: another round may be about to remove it.
		const own = { id: id === free ? spareId : id, at: now };
		const [first] = await seen(fingerprint, outbox, ([held]) =>
			held === undefined || held.id === free ? [own] : undefined,
		);
		if (!first) break;
		if (await isStored(first, now, outbox)) return first.id;
		free = first.id;
	}
	throw new Error('a claim changes too often');
}

async function isStored({ id, at }: Seen, now: number, outbox: Outbox): Promise<boolean> {
	try {
		const entry = await outbox.read('entry', id);
		// A young one without an entry is being stored at this moment, or its process was killed.
		return entry ? entry.emptiedAt === undefined : now - at < longestClaim;
	} catch (error) {
		// What nobody can read cannot be what these answers are delivered by.
		if (error instanceof Unreadable) return false;
		throw error;
	}
}

/** Changes what was seen under a digest. Returns what is stored afterwards. */
async function seen(
	digest: string,
	outbox: Outbox,
	change: (before: readonly Seen[]) => readonly Seen[] | undefined,
): Promise<readonly Seen[]> {
	return (await outbox.change('seen', digest, (before) => change(before ?? []))) ?? [];
}

/** What came from the same mailbox lately. A marked application gets no receipt and does not count. */
async function mailboxOf(
	{ id, now, mailbox, marks }: Confirmed,
	outbox: Outbox,
): Promise<{ sameMailboxAs?: string | undefined; hasReceipt?: boolean }> {
	if (marks.length > 0) return {};
	try {
		const all = await seen(mailbox, outbox, (before) => {
			const others = before.filter((one) => one.id !== id && now - one.at < 7 * day);
			return [...others.slice(-20), { id, at: now }];
		});
		const own = all.findIndex((one) => one.id === id);
		if (own < 0) return {};
		const earlier = all.slice(0, own);
		const today = earlier.filter(({ at }) => now - at < day);
		return {
			sameMailboxAs: earlier.at(-1)?.id,
			hasReceipt: today.length < receiptsPerMailboxAndDay,
		};
	} catch {
		// Many presses at once. Without a count no receipt is promised, and the application is stored all the same.
		return {};
	}
}
