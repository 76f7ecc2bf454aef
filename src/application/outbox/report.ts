import type { Problem } from '#application/letters/alarm.ts';
import type { Delivery } from './entry.ts';

/** Who gets e-mails about the outbox itself: the project lead the roll call, the other mailbox alarms too. */
export const recipients = ['lead', 'alarms'] as const;
export type Recipient = (typeof recipients)[number];

/** What the latest round saw, and what the next one needs to know. Times are milliseconds since 1970. */
export interface Report {
	/** When it began. */
	at: number;
	/** Applications that the provider has not accepted yet, and when the oldest of them came. */
	waiting: number;
	oldest?: number;
	/** How many applications have each problem, by its name. */
	problems: Readonly<Record<string, number>>;
	/** When each recipient's latest roll call was accepted. */
	called: Partial<Record<Recipient, number>>;
	/** The latest alarm about each problem: when it was sent, and what it named. */
	alarmed: Partial<Record<Problem, { at: number; about: readonly string[] }>>;
	/** When each entry that was not over was last there, by id. */
	known: Readonly<Record<string, number>>;
	/** The latest delivery event of an alarm or roll call, by its recipient. */
	notices: Partial<Record<Recipient, Delivery>>;
}

/** Before any round. */
export const firstReport: Report = {
	at: 0,
	waiting: 0,
	problems: {},
	called: {},
	alarmed: {},
	known: {},
	notices: {},
};
