import type { Problem } from './plan.ts';
import type { Fact, LetterName } from './facts.ts';
import type { Letter } from '#application/letters/letter.ts';
import type { Application } from '#application/asking/rules.ts';

/** An application as it is kept: the answers, and the e-mails exactly as they will be sent. */
export interface KeptApplication {
	version: 1;
	id: string;
	/** Milliseconds since 1970. */
	acceptedAt: number;
	fingerprint: string;
	application: Application;
	mails: Record<LetterName, Letter>;
	/** A digest of the applicant's address, to limit the receipts that one mailbox gets. */
	mailbox: string;
}

/**
 * Where applications wait until they are delivered. Everything is written once and never changed.
 * Each method throws where it cannot be sure: then nothing was promised.
 */
export interface Outbox {
	/** Gives `subject` to the first who asks, for good. Returns the holder: `holder` itself or the first one. */
	claim(subject: string, holder: string): Promise<string>;
	/** Keeps an application and reads it back. It waits for delivery from then on. */
	keep(kept: KeptApplication): Promise<'kept' | 'already-kept'>;
	/** The application, or `null` where none is kept under the id. Throws {@link Unreadable}. */
	read(id: string): Promise<KeptApplication | null>;
	/** Everything that has happened to an application, in any order. */
	facts(id: string): Promise<readonly Fact[]>;
	/** Adds a fact. */
	record(id: string, fact: Fact): Promise<'recorded' | 'already-recorded'>;
	/** The ids of the applications that wait for something, oldest first. */
	waiting(): Promise<readonly string[]>;
	/** Takes an application off the list of those that wait. */
	settle(id: string): Promise<void>;
	/** Puts an application on the list of those that wait, where it is not there already. */
	enqueue(id: string): Promise<void>;
	/** The ids of all kept applications, oldest first; `hour` (`YYYYMMDDHH`) asks for one hour's. */
	kept(hour?: string): Promise<readonly string[]>;
	/** Deletes an application and what pointed to it. The facts stay: they hold no personal data. */
	delete(kept: KeptApplication): Promise<void>;
	/** Puts down what the latest sweep saw, over what the one before it put down. */
	report(report: Report): Promise<void>;
	/** What the latest sweep saw, or `null` where none has run. */
	lastReport(): Promise<Report | null>;
	/** Deletes what is left of ids issued before `time`, where no application is kept: facts and claims. */
	forget(time: number): Promise<void>;
}

/** A kept application cannot be opened: its key is missing, or the record is damaged. */
export class Unreadable extends Error {
	override name = 'Unreadable';
}

/** What a sweep saw, for those who watch from outside: a time and counts. */
export interface Report {
	/** Milliseconds since 1970. */
	at: number;
	waiting: number;
	/** How many applications have each problem. */
	problems: Partial<Record<Problem, number>>;
	/** The id that the next sweep begins with, where this one had no time for all. */
	next?: string;
}

/**
 * Why the mail provider definitely did not send: the e-mail itself, our key or domain, too many a
 * second, or too many a day.
 */
export type Refusal = 'content' | 'configuration' | 'rate' | 'quota';

/** What came of a try to send. `unknown`: no clear answer, so perhaps it was sent. */
export type Sent =
	| { kind: 'accepted'; providerId: string }
	| { kind: 'refused'; reason: Refusal }
	| { kind: 'unknown' };

/** What an e-mail is about. It comes back with the provider's events. */
export type Tags = Record<'application' | 'mail', string>;

/** The mail provider. Its methods do not throw: no answer is an answer as well. */
export interface Mailer {
	/**
	 * @param key idempotency key: the provider sends one e-mail for it within 24 hours
	 */
	send(mail: Letter, key: string, tags: Tags): Promise<Sent>;
	/** What became of an accepted e-mail; `unknown` also where the key may not read. */
	lookUp(providerId: string): Promise<'delivered' | 'bounced' | 'suppressed' | 'unknown'>;
}

export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	wait(milliseconds: number): Promise<void>;
}
