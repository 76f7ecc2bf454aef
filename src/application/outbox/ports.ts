import type { Letter } from '#application/letters/letter.ts';
import type { Writing } from '#application/letters/writing.ts';
import type { Sign } from '#application/confirming/token.ts';
import type { Sent } from './entry.ts';
import type { Outbox } from './outbox.ts';

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
	/** A keyed digest, in which a text can be recognised and not read. */
	sign: Sign;
	/** What letters are written from. */
	writing: Writing;
	/** Receives alarms and the roll call; on another domain than the project lead's. */
	alarmMailbox: string;
	/** The provider's limit of e-mails a day; `null` for none. */
	perDay: number | null;
}
