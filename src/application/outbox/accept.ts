import type { Confirmed } from '#application/confirming/confirm.ts';
import { type Entry, untried } from './entry.ts';
import { type Outbox, Unreadable } from './ports.ts';

const day = 24 * 60 * 60 * 1000;

/** So that the form cannot be used to flood somebody else's mailbox. */
const receiptsPerMailboxAndDay = 3;

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
	const stored = await outbox.create({
		...{ version: 3, id, acceptedAt: now, application, fingerprint, marks, source },
		...{ sameMailboxAs, emails },
	});
	if (stored.fingerprint !== fingerprint) throw new Error('other answers are stored under this id');
	const isNew = stored.acceptedAt === now;
	const standing = isNew ? stored : await confirmAgain(id, now, outbox);
	return { id, at: standing.acceptedAt, hasReceipt: !!standing.emails.receipt, isNew };
}

/** Somebody wants it: it is not discarded any more, and its retention begins anew. */
async function confirmAgain(id: string, now: number, outbox: Outbox): Promise<Entry> {
	const standing = await outbox.change(id, ({ discarded, ...entry }) =>
		entry.emptiedAt === undefined
			? { ...entry, confirmedAt: Math.max(entry.confirmedAt ?? 0, now) }
			: undefined,
	);
	// The next press finds it deleted, and begins anew.
	if (!standing) throw new Error('it was deleted at this moment');
	return standing;
}

/** The id that these answers have: the first one's, or this press's own where there is none any more. */
async function claim({ fingerprint, id, now }: Confirmed, outbox: Outbox): Promise<string> {
	let free: string | undefined;
	for (let tries = 0; tries < 5; tries++) {
		const [first] = await outbox.seen(fingerprint, ([held]) =>
			held === undefined || held.id === free ? [{ id, at: now }] : undefined,
		);
		if (!first) break;
		if (first.id === id || (await isStored(first, now, outbox))) return first.id;
		free = first.id;
	}
	throw new Error('a claim changes too often');
}

async function isStored(
	{ id, at }: { id: string; at: number },
	now: number,
	outbox: Outbox,
): Promise<boolean> {
	try {
		const entry = await outbox.read(id);
		// A young one without an entry is being stored at this moment, or its process was killed.
		return entry ? entry.emptiedAt === undefined : now - at < 2 * day;
	} catch (error) {
		// What nobody can read cannot be what these answers are delivered by.
		if (error instanceof Unreadable) return false;
		throw error;
	}
}

/** What came from the same mailbox lately. A marked application gets no receipt and does not count. */
async function mailboxOf(
	{ id, now, mailbox, marks }: Confirmed,
	outbox: Outbox,
): Promise<{ sameMailboxAs?: string | undefined; hasReceipt?: boolean }> {
	if (marks.length > 0) return {};
	try {
		const seen = await outbox.seen(mailbox, (before) => {
			const others = before.filter((one) => one.id !== id && now - one.at < 7 * day);
			return [...others.slice(-20), { id, at: now }];
		});
		const own = seen.findIndex((one) => one.id === id);
		if (own < 0) return {};
		const earlier = seen.slice(0, own);
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
