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

/** What is stored, by kind. Each record of a kind has a name. */
export interface Records {
	/** One application and how far its e-mails have come, by its id. */
	entry: Entry;
	/** Which applications came with the same answers, or from the same mailbox, by a digest. */
	seen: readonly Seen[];
	/** The report of the latest round, which is named `last`. */
	round: Report;
}

/** Where applications are stored until they are delivered. Each method throws where it cannot be sure. */
export interface Outbox {
	/** The names of all records of a kind; the ids of entries, oldest first. A list may lack the latest ones. */
	names(kind: keyof Records): Promise<readonly string[]>;
	/** Throws {@link Unreadable} where an entry cannot be opened. Any other record counts as nothing then. */
	read<Kind extends keyof Records>(kind: Kind, name: string): Promise<Records[Kind] | undefined>;
	/**
	 * Creates or replaces a record by compare-and-swap, from what is there now; leaves it where `change` returns
	 * nothing. What was created is read back.
	 *
	 * @returns what is stored afterwards
	 */
	change<Kind extends keyof Records>(
		kind: Kind,
		name: string,
		change: (before: Records[Kind] | undefined) => Records[Kind] | undefined,
	): Promise<Records[Kind] | undefined>;
	remove(kind: keyof Records, name: string): Promise<void>;
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
