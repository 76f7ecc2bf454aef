import type { Letter } from '#application/letters/letter.ts';
import type { Writing } from '#application/letters/writing.ts';
import type { Fact, Refusal } from './facts.ts';
import type { Kept, Known } from './kept.ts';
import type { Report, RoundName, Told } from './report.ts';

/** Which line somebody waits in: people first, then whoever may be none. */
export type Queue = 'people' | 'behind';

/**
 * Where applications wait until they are delivered. Everything is written once and never changed, and what was
 * not written by us is not believed. Each method throws where it cannot be sure: then nothing was promised.
 */
export interface Outbox {
	/** Gives `subject` to the first who asks. Returns the holder: `holder` itself or the first one. */
	claim(subject: string, holder: string): Promise<string>;
	/** Who holds a subject, or `null`. */
	holder(subject: string): Promise<string | null>;
	/**
	 * Keeps an application and reads it back. It waits for delivery from then on.
	 *
	 * @returns what stands: `kept` itself, or what was kept before
	 */
	keep(kept: Kept): Promise<Kept>;
	/** What is kept under the id and all that has happened to it; `null` where nothing is. */
	look(id: string): Promise<Known | null>;
	/** Adds a fact. */
	record(id: string, fact: Fact): Promise<'recorded' | 'already-recorded'>;
	/** The ids of those that wait for something, oldest first. */
	waiting(line: Queue): Promise<readonly string[]>;
	/** Puts one in a line, where it is not there already. */
	enqueue(id: string, line: Queue): Promise<void>;
	/** Takes one out of both lines. */
	settle(id: string): Promise<void>;
	/** The ids of everything that is kept, oldest first. */
	kept(): Promise<readonly string[]>;
	/** Deletes what is kept under an id. Its facts go when `forget` finds nothing beside them. */
	delete(id: string): Promise<void>;
	/** Writes down who was let through as a person: an entry that begins with its hour. */
	enter(entry: string): Promise<void>;
	/** The entries of a day, `YYYYMMDD`. */
	entries(day: string): Promise<readonly string[]>;
	/** Puts down what a round saw, or what became of what somebody was told, over what was put down before. */
	report(about: RoundName | Told, report: Report): Promise<void>;
	/** What was put down last, or `null` where nothing was. */
	lastReport(about: RoundName | Told): Promise<Report | null>;
	/** The keys of what nobody needs any more, and what leads to nobody who is still kept. */
	leftovers(now: number): Promise<readonly string[]>;
	/** Removes one of them. */
	remove(key: string): Promise<void>;
}

/** What came of a try to send. `unknown`: no clear answer, so perhaps it was sent. */
export type Sent =
	| { kind: 'accepted'; providerId: string }
	| { kind: 'refused'; reason: Refusal }
	| { kind: 'unknown' };

/** What an e-mail is about. It comes back with the provider's events. */
export type Tags = Record<'application' | 'mail', string>;

/** The mail provider. It does not throw: no answer is an answer as well. */
export interface Mailer {
	/**
	 * @param key idempotency key: the provider sends one e-mail for it within 24 hours
	 */
	send(mail: Letter, key: string, tags: Tags): Promise<Sent>;
}

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	wait(milliseconds: number): Promise<void>;
}

/** What delivering needs from outside. */
export interface Delivering {
	outbox: Outbox;
	mailer: Mailer;
	clock: Clock;
	/** What our own letters are written from: the project lead, and the sender. */
	writing: Writing;
	/** The second mailbox, on another domain: alarms and the roll call. */
	watch: string;
}
