import type { Letter } from '#application/letters/letter.ts';
import type { Writing } from '#application/letters/writing.ts';
import type { Sign } from '#application/confirming/token.ts';
import type { Entry, Sent } from './entry.ts';
import type { Report } from './report.ts';

/** An application that was sent with the same answers, or from the same mailbox, and when. */
export interface Seen {
	id: string;
	/** Milliseconds since 1970. */
	at: number;
}

/** A record that cannot be opened: sealed with a key that is not here, or not written by us. */
export class Unreadable extends Error {
	override name = 'Unreadable';
}

/** Where applications are stored until they are delivered. Each method throws where it cannot be sure. */
export interface Outbox {
	/** The ids of all entries, oldest first. A list may lack the latest ones. */
	ids(): Promise<readonly string[]>;
	/** Throws {@link Unreadable} where it cannot be opened. */
	read(id: string): Promise<Entry | null>;
	/** Stores a new entry and reads it back. Returns what is stored: it, or what was there before. */
	create(entry: Entry): Promise<Entry>;
	/**
	 * Replaces an entry by compare-and-swap.
	 *
	 * @returns the new entry; nothing where there is none or `change` returns nothing
	 */
	change(id: string, change: (entry: Entry) => Entry | undefined): Promise<Entry | undefined>;
	remove(id: string): Promise<void>;
	/** Changes what was seen under a digest, by compare-and-swap. Returns what is stored afterwards. */
	seen(
		digest: string,
		change: (before: readonly Seen[]) => readonly Seen[] | undefined,
	): Promise<readonly Seen[]>;
	/** Removes what was last seen before a time, except where it leads to one of these ids. */
	forget(before: number, stored: ReadonlySet<string>): Promise<void>;
	/** The report of the latest round; an empty one where there was none or it cannot be opened. */
	report(): Promise<Report>;
	changeReport(change: (before: Report) => Report): Promise<void>;
}

/** What an e-mail is about. The provider's events carry it. */
export type Tags = Record<string, string>;

/** The mail provider. It does not throw: no answer is an answer as well. */
export interface Mailer {
	/** @param key idempotency key: the provider sends one e-mail for it within 24 hours */
	send(letter: Letter, key: string, tags: Tags): Promise<Sent>;
}

/** What processing the outbox needs from outside. */
export interface Ports {
	outbox: Outbox;
	mailer: Mailer;
	/** Milliseconds since 1970. */
	clock: { now(): number };
	/** Returns a keyed digest. */
	sign: Sign;
	/** What letters are written from. */
	writing: Writing;
	/** Receives alarms and the roll call; on another domain than the project lead's. */
	alarmMailbox: string;
	/** The provider's limit of e-mails a day; `null` for none. */
	perDay: number | null;
}
