import { expect, test } from 'vitest';
import fc from 'fast-check';
import { hourOf } from '#application/confirming/id.ts';
import { type Action, planFor, whatNow } from '#application/delivering/plan.ts';
import {
	type Fact,
	type LetterName,
	letterNames,
	whatHasHappened,
} from '#application/delivering/facts.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 21, 7);

const attempted = (n: number, at: number, generation = 1, repeated = false): Fact => ({
	kind: 'attempted',
	mail: 'lead',
	n,
	at: start + at,
	generation,
	repeated,
});
const event = (
	kind: 'delivered' | 'bounced' | 'suppressed' | 'complained' | 'delayed',
	at: number,
	mail: LetterName = 'lead',
): Fact => ({ kind, mail, at: start + at, eventId: `${kind}-${at}` });
const accepted = (at: number, mail: LetterName = 'lead'): Fact => ({
	kind: 'accepted',
	mail,
	at: start + at,
	providerId: 'p',
});
const refused = (n: number, reason: 'rate' | 'quota' | 'content' | 'configuration'): Fact => ({
	kind: 'refused',
	mail: 'lead',
	n,
	at: start,
	reason,
});
const released = (at: number): Fact => ({ kind: 'released', mail: 'lead', n: 1, at: start + at });
const confirmed = (at: number): Fact => ({ kind: 'confirmed', at: start + at, by: 'another' });
const bundled: Fact = { kind: 'bundled', at: start, digest: 'd' };
const receiptSent = accepted(0, 'receipt');

function now(at: number, ...facts: Fact[]): Action[] {
	return planFor(whatHasHappened([receiptSent, ...facts]), {
		acceptedAt: start,
		letters: letterNames,
		behind: false,
		now: start + at,
	});
}

/** The same where nothing has been done about the receipt. */
function unreceipted(at: number, ...facts: Fact[]): Action[] {
	const situation = { acceptedAt: start, letters: letterNames, behind: false, now: start + at };
	return planFor(whatHasHappened(facts), situation);
}
const sendsOther = (mail: LetterName): Action => ({
	kind: 'send',
	mail,
	attempt: { n: 1, generation: 1, repeated: false },
});

/** The same for a suspect. */
function behind(at: number, ...facts: Fact[]): Action[] {
	const history = whatHasHappened(facts);
	return planFor(history, { acceptedAt: start, letters: ['lead'], behind: true, now: start + at });
}
const sends = (n: number, generation = 1, repeated = false): Action => ({
	kind: 'send',
	mail: 'lead',
	attempt: { n, generation, repeated },
});
const waits = (until: number): Action => ({ kind: 'wait', until: start + until });
const alerts = (problem: string) => expect.objectContaining({ kind: 'alert', problem }) as Action;

// Worked out in its test, and not while the file is read: what is read before a test is nobody's to notice.
const table: { what: string; actions: () => Action[]; expected: Action[] }[] = [
	{ what: 'a new application is sent', actions: () => now(0), expected: [sends(1)] },
	{
		what: 'a try without an answer is tried again after a minute',
		actions: () => now(0, attempted(1, 0)),
		expected: [waits(minute)],
	},
	{
		what: 'and carries the same key',
		actions: () => now(minute, attempted(1, 0)),
		expected: [sends(2)],
	},
	{
		what: 'the fifth try waits an hour',
		actions: () => now(5 * minute, ...[1, 2, 3, 4, 5].map((n) => attempted(n, n * minute))),
		expected: [waits(5 * minute + hour)],
	},
	{
		what: 'and so does the ninth',
		actions: () =>
			now(9 * minute, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => attempted(n, n * minute))),
		expected: [waits(9 * minute + hour)],
	},
	{
		what: 'too many a second is tried again as soon as anything else',
		actions: () => now(minute, attempted(1, 0), refused(1, 'rate')),
		expected: [sends(2)],
	},
	{
		what: 'too many a day waits an hour and is told',
		actions: () => now(minute, attempted(1, 0), refused(1, 'quota')),
		expected: [waits(hour), alerts('quota')],
	},
	{
		what: 'a wrong key waits an hour and is told',
		actions: () => now(minute, attempted(1, 0), refused(1, 'configuration')),
		expected: [waits(hour), alerts('configuration')],
	},
	{
		what: 'an e-mail that will never be sent is told and not tried again',
		actions: () => now(2 * day, attempted(1, 0), refused(1, 'content')),
		expected: [alerts('refused')],
	},
	{
		what: 'nothing is sent while the old key may be known or forgotten',
		actions: () => now(24 * hour, attempted(1, 0)),
		expected: [waits(25 * hour), alerts('undelivered')],
	},
	{
		what: 'then it is sent with a new key and says that it may be a repeat',
		actions: () => now(25 * hour, attempted(1, 0)),
		expected: [sends(2, 2, true), alerts('undelivered')],
	},
	{
		what: 'a repeat that was surely never sent does not say so',
		actions: () => now(25 * hour, attempted(1, 0), refused(1, 'rate')),
		expected: [sends(2, 2, false), alerts('undelivered')],
	},
	{
		what: 'what is accepted waits for word of delivery',
		actions: () => now(day - 1, attempted(1, 0), accepted(0)),
		expected: [waits(day)],
	},
	{
		what: 'and is told after a day',
		actions: () => now(day, attempted(1, 0), accepted(0)),
		expected: [alerts('unconfirmed')],
	},
	{
		what: 'what is delivered is settled',
		actions: () => now(hour, attempted(1, 0), accepted(0), event('delivered', minute)),
		expected: [],
	},
	{
		what: 'a complaint is about something delivered',
		actions: () => now(hour, attempted(1, 0), accepted(0), event('complained', minute)),
		expected: [],
	},
	{
		what: 'a delay changes nothing',
		actions: () => now(minute, attempted(1, 0), accepted(0), event('delayed', minute)),
		expected: [waits(day)],
	},
	{
		what: 'a bounce is told and not tried again',
		actions: () => now(hour, attempted(1, 0), accepted(0), event('bounced', minute)),
		expected: [alerts('bounced')],
	},
	{
		what: 'a bounce after a delivery takes the delivery back',
		actions: () => now(9 * day, attempted(1, 0), event('delivered', 1), event('bounced', minute)),
		expected: [alerts('bounced')],
	},
	{
		what: 'a release sends a bounced one with a new key',
		actions: () => now(hour, attempted(1, 0), accepted(0), event('bounced', 1), released(minute)),
		expected: [sends(2, 2, true)],
	},
	{
		what: 'a delivered one is kept until its grace is over',
		actions: () => now(7 * day, event('delivered', 1)),
		expected: [],
	},
	{
		what: 'and is then deleted',
		actions: () => now(7 * day + 1, event('delivered', 1)),
		expected: [{ kind: 'delete' }],
	},
	{
		what: 'unless it was confirmed once more meanwhile',
		actions: () =>
			now(8 * day, event('delivered', 1), {
				kind: 'confirmed',
				at: start + 2 * day,
				by: 'another',
			}),
		expected: [],
	},
	{
		what: 'what was never delivered is never deleted',
		actions: () => now(1000 * day, event('suppressed', 0)),
		expected: [alerts('suppressed')],
	},
	{
		what: 'what a person gave up is not sent',
		actions: () => now(day, { kind: 'abandoned', at: start, by: 'KL' }),
		expected: [],
	},
	{
		what: 'and is deleted after the grace',
		actions: () => now(7 * day, { kind: 'abandoned', at: start, by: 'KL' }),
		expected: [{ kind: 'delete' }],
	},
	{
		what: "an applicant's bounced receipt is told to the project lead",
		actions: () => now(hour, event('delivered', 0), event('bounced', 1, 'receipt')),
		expected: [
			{ kind: 'send', mail: 'lost-receipt', attempt: { n: 1, generation: 1, repeated: false } },
		],
	},
	{
		what: 'once',
		actions: () =>
			now(hour, event('delivered', 0), event('bounced', 1, 'receipt'), accepted(2, 'lost-receipt')),
		expected: [],
	},
];

table.push(
	{
		what: 'a confirmation after it was given up sends it',
		actions: () =>
			now(2 * hour, { kind: 'abandoned', at: start + minute, by: 'KL' }, confirmed(hour)),
		expected: [sends(1)],
	},
	{
		what: 'and so does a release',
		actions: () =>
			now(2 * hour, { kind: 'abandoned', at: start + minute, by: 'KL' }, released(hour)),
		expected: [sends(1)],
	},
	{
		what: 'and in the same moment it is wanted',
		actions: () => now(2 * hour, { kind: 'abandoned', at: start, by: 'KL' }, confirmed(0)),
		expected: [sends(1)],
	},
	{
		what: 'a decision after a confirmation gives it up',
		actions: () =>
			now(2 * hour, confirmed(minute), { kind: 'abandoned', at: start + hour, by: 'KL' }),
		expected: [],
	},
	{
		what: 'a release sends a delivered one again, and says that it may be a repeat',
		actions: () => now(hour, attempted(1, 0), event('delivered', 1), released(minute)),
		expected: [sends(2, 2, true)],
	},
	{
		what: 'what was delivered before its acceptance, by the clock, has its whole grace',
		actions: () => now(7 * day - 1, event('delivered', -day)),
		expected: [],
	},
	{
		what: 'a suspect is put into a digest',
		actions: () => behind(0),
		expected: [{ kind: 'bundle' }],
	},
	{
		what: 'and told after four hours without one',
		actions: () => behind(4 * hour),
		expected: [{ kind: 'bundle' }, alerts('undelivered')],
	},
	{
		what: 'and leaves the rest to the digest it lies in',
		actions: () => behind(2 * day - 1, bundled),
		expected: [],
	},
	{
		what: 'and is told where nothing is heard of that for two days',
		actions: () => behind(2 * day, bundled),
		expected: [alerts('unconfirmed')],
	},
	{
		what: 'and is sent by itself when a person asks for it',
		actions: () => behind(2 * hour, bundled, released(hour)),
		expected: [sends(1)],
	},
	{
		what: 'and is deleted a week after the digest was delivered',
		actions: () => behind(7 * day + 1, bundled, event('delivered', 1)),
		expected: [{ kind: 'delete' }],
	},
	{
		what: 'nothing is said about a lost receipt before the application is handed over',
		actions: () => now(hour, event('bounced', 1, 'receipt')),
		expected: [sends(1)],
	},
	...(['bounced', 'suppressed'] as const).map((kind) => ({
		what: `the letter about a lost receipt is ${kind}: a person is told`,
		actions: () =>
			now(hour, event('delivered', 0), event('bounced', 1, 'receipt'), {
				...event(kind, 2, 'lost-receipt'),
			}),
		expected: [alerts('side-letter')],
	})),
	{
		what: 'and where nobody takes it for four hours, it is tried on and told',
		actions: () =>
			now(5 * hour, event('delivered', 0), event('bounced', 1, 'receipt'), {
				...attempted(1, hour),
				mail: 'lost-receipt',
			} as Fact),
		expected: [
			{ kind: 'send', mail: 'lost-receipt', attempt: { n: 2, generation: 1, repeated: false } },
			alerts('side-letter'),
		],
	},
	{
		what: 'and until then it is only tried on',
		actions: () =>
			now(5 * hour - 1, event('delivered', 0), event('bounced', 1, 'receipt'), {
				...attempted(1, hour),
				mail: 'lost-receipt',
			} as Fact),
		expected: [
			{ kind: 'send', mail: 'lost-receipt', attempt: { n: 2, generation: 1, repeated: false } },
		],
	},
	{
		what: 'and a person who was told so keeps nothing from being deleted',
		actions: () =>
			now(8 * day, event('delivered', 0), event('bounced', 1, 'receipt'), {
				...event('bounced', 2, 'lost-receipt'),
			}),
		expected: [{ kind: 'delete' }],
	},
);

table.push(
	{
		what: 'a receipt is sent',
		actions: () => unreceipted(3 * day - 1, event('delivered', 0)),
		expected: [sendsOther('receipt')],
	},
	{
		what: 'and given up after three days, which the project lead is told',
		actions: () => unreceipted(3 * day, event('delivered', 0)),
		expected: [sendsOther('lost-receipt')],
	},
	{
		what: 'and while that is to be told, nothing is deleted',
		actions: () => unreceipted(8 * day, event('delivered', 0)),
		expected: [sendsOther('lost-receipt')],
	},
	{
		what: 'a receipt that is withheld is over, and nobody is told',
		actions: () =>
			unreceipted(4 * day, event('delivered', 0), {
				kind: 'withheld',
				mail: 'receipt',
				at: start,
			}),
		expected: [],
	},
	{
		what: 'a receipt that the provider will not send is told to the project lead',
		actions: () =>
			unreceipted(
				hour,
				event('delivered', 0),
				{ ...attempted(1, 0), mail: 'receipt' } as Fact,
				{ ...refused(1, 'content'), mail: 'receipt' } as Fact,
			),
		expected: [sendsOther('lost-receipt')],
	},
	{
		what: 'the letter about a lost receipt is refused: a person is told',
		actions: () =>
			now(
				hour,
				event('delivered', 0),
				event('bounced', 1, 'receipt'),
				{ ...attempted(1, 0), mail: 'lost-receipt' } as Fact,
				{ ...refused(1, 'content'), mail: 'lost-receipt' } as Fact,
			),
		expected: [alerts('side-letter')],
	},
	{
		what: 'a key is good for 23 hours from its own first try',
		actions: () => now(48 * hour, attempted(1, 0), attempted(2, 26 * hour, 2, true)),
		expected: [sends(3, 2, true), alerts('undelivered')],
	},
	{
		what: 'however late the latest try under it was',
		actions: () => now(24 * hour, attempted(1, 0), attempted(2, 22 * hour)),
		expected: [waits(47 * hour), alerts('undelivered')],
	},
	{
		what: 'and not a moment longer',
		actions: () => now(23 * hour, attempted(1, 0)),
		expected: [waits(25 * hour), alerts('undelivered')],
	},
	{
		what: 'a delivery after a bounce is a delivery',
		actions: () => now(hour, event('bounced', 1), event('delivered', 2)),
		expected: [],
	},
	{
		what: 'in whatever order they are told',
		actions: () => now(hour, event('delivered', 3), event('bounced', 2), event('delivered', 1)),
		expected: [],
	},
	{
		what: 'and one in the same moment is not',
		actions: () => now(hour, event('bounced', 1), event('delivered', 1)),
		expected: [alerts('bounced')],
	},
	{
		what: 'what happens after a release counts',
		actions: () => now(2 * hour, attempted(1, 0), released(hour), event('bounced', 90 * minute)),
		expected: [alerts('bounced')],
	},
	{
		what: 'and what happens in the same moment does not',
		actions: () => now(2 * hour, attempted(1, 0), released(hour), event('bounced', hour)),
		expected: [sends(2, 2, true)],
	},
);

/** What cannot be read, so many hours after its id was issued. */
function unreadable(at: number, ...facts: Fact[]): Action[] {
	const id = `${hourOf(start)}-${'0'.repeat(32)}`;
	return whatNow({ id, kept: 'unreadable', facts }, start + at);
}
const givenUp: Fact = { kind: 'abandoned', at: start, by: 'KL' };

table.push(
	{
		what: 'what cannot be read is told, and never sent or deleted',
		actions: () => unreadable(1000 * day, event('delivered', 0)),
		expected: [alerts('unreadable')],
	},
	{
		what: 'unless a person gave it up, and then it waits for nothing',
		actions: () => unreadable(7 * day - 1, givenUp),
		expected: [],
	},
	{
		what: 'but its grace',
		actions: () => unreadable(7 * day, givenUp),
		expected: [{ kind: 'delete' }],
	},
);

for (const { what, actions, expected } of table) {
	test(what, () => {
		expect(actions()).toEqual(expected);
	});
}

test('facts mean the same in any order and with repeats', () => {
	const facts = [
		attempted(1, 0),
		refused(1, 'rate'),
		attempted(2, minute),
		accepted(2 * minute),
		event('delayed', 3 * minute),
		event('bounced', 4 * minute),
		released(5 * minute),
		attempted(3, 6 * minute, 2, true),
		event('delivered', 7 * minute),
	];
	fc.assert(
		fc.property(
			fc.shuffledSubarray([...facts, ...facts], { minLength: 2 * facts.length }),
			(shuffled) => {
				expect(whatHasHappened(shuffled)).toEqual(whatHasHappened(facts));
			},
		),
		{ seed: 1 },
	);
});
