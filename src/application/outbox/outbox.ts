import type { Entry } from './entry.ts';
import type { Report } from './report.ts';

/** Which application was sent with the same answers, or from the same mailbox, and when. */
export interface Seen {
	id: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** An entry that cannot be opened: sealed with a key that is not here, or not written by us. */
export class Unreadable extends Error {
	override name = 'Unreadable';
}

/** Where applications wait until they are delivered. Each method throws where it cannot be sure. */
export interface Outbox {
	/** The ids of all entries, oldest first. A list may lack the latest ones. */
	ids(): Promise<readonly string[]>;
	/** Throws {@link Unreadable} where it cannot be opened. */
	look(id: string): Promise<Entry | null>;
	/** Stores a new entry and reads it back. Returns what is stored: it, or what was there before. */
	keep(entry: Entry): Promise<Entry>;
	/**
	 * Replaces an entry by compare-and-swap.
	 *
	 * @returns the new entry; nothing where there is none or `change` returns nothing
	 */
	change(id: string, change: (entry: Entry) => Entry | undefined): Promise<Entry | undefined>;
	remove(id: string): Promise<void>;
	/** The same for what was seen under a digest. Returns what is stored afterwards. */
	seen(
		digest: string,
		change: (before: readonly Seen[]) => readonly Seen[] | undefined,
	): Promise<readonly Seen[]>;
	/** Removes what was last seen before a time, except where it leads to one of these ids. */
	forget(before: number, stored: ReadonlySet<string>): Promise<void>;
	/** What the latest round saw; `null` where there was none or it cannot be opened. */
	report(): Promise<Report | null>;
	changeReport(change: (before: Report | null) => Report): Promise<void>;
}
