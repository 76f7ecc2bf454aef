import { expect, test } from 'vitest';
import { decide } from '#application/outbox/decide.ts';
import {
	answered,
	attempted,
	day,
	type Delivery,
	type Email,
	type EmailName,
	emailNames,
	type Entry,
	hour,
	minute,
	reported,
	retried,
	type Sent,
	untried,
	withEmail,
} from '#application/outbox/entry.ts';
import { theChecked } from '../../../support/application.ts';

const begun = Date.UTC(2026, 10, 21, 7, 30);
const letter = { from: '', to: '', replyTo: '', subject: '', text: '', html: '', headers: {} };
const anEntry: Entry = {
	...{ version: 3, id: '2026112107-9f86d081884c7d659a2feaa0c55ad015', acceptedAt: begun },
	...{ application: theChecked(), fingerprint: '', marks: [], source: '' },
	emails: Object.fromEntries(emailNames.map((name) => [name, untried])),
};

/** `1m`, `2h` or `3d` after the entry was accepted; `3d-` a millisecond earlier. */
function timeOf(text: string): number {
	const [, count, unit, before] = /^(-?\d+)([mhd])(-?)$/.exec(text) ?? [];
	const units: Record<string, number> = { m: minute, h: hour, d: day };
	return begun + Number(count) * (units[unit ?? ''] ?? Number.NaN) - (before ? 1 : 0);
}

/** What is due, with its generation; the problems; and when it may be deleted. */
function decided(entry: Entry, now: number): string {
	const { attempts, problems, overSince } = decide(entry, now);
	const due = attempts.map(({ email, generation }) => {
		const before = entry.emails[email] ?? untried;
		const { isRepeat, isPlain } = attempted(before, generation, () => letter, now);
		return [email, generation, isRepeat && 'repeat', isPlain && 'plain'].filter(Boolean).join(' ');
	});
	const over = overSince === undefined ? [] : [`over ${(overSince - begun) / hour}h`];
	return [...due, ...problems, ...over].join(', ') || 'nothing';
}

/** What the provider answers to an attempt; `undefined` where it is an event. */
function answerOf(what: string): Sent | undefined {
	if (what === 'accepted' || what === 'unknown') return { kind: what };
	const isRefusal = /^(rate|quota|configuration|content)$/.test(what);
	return isRefusal ? ({ kind: 'refused', reason: what } as Sent) : undefined;
}

/** Lets something happen to one e-mail of an entry: `TIME WHAT [EMAIL] [GENERATION]`. */
function happens(entry: Entry, step: string): Entry {
	const [at = '', what = '', ...about] = step.split(' ');
	const now = timeOf(at);
	if (what === 'confirmed') return { ...entry, confirmedAt: now };
	const name = about.find((word): word is EmailName => word in entry.emails) ?? 'lead';
	const email = entry.emails[name] ?? untried;
	const [kind, reason] = what.split('-');
	const event = { kind, reason, at: now } as Delivery;
	const sent = answerOf(what);
	const attempt = decide(entry, now).attempts.find((due) => due.email === name);
	if (what === 'waits') return entry;
	const change = (): Email => {
		if (what === 'retried') return retried(email);
		if (!sent) return reported(email, Number(about.find((word) => /\d/.test(word)) ?? 1), event);
		if (!attempt) throw new Error(`nothing is due: ${step}`);
		return answered(
			attempted(email, attempt.generation, () => letter, now),
			sent,
			now,
			email,
		);
	};
	return withEmail(entry, name, change());
}

const full = Array.from(
	{ length: 7 },
	(_, n) => `${n * 25}h accepted, ${n * 25}h deferred ${n + 1}`,
);
const gone = '0h accepted, 0h delivered, ';
const bounced = `${gone}0h bounced receipt, `;

/** What happened, and what is decided at each time. The receipt is accepted first, unless it is named. */
const table: [what: string, script: string, decided: Record<string, string>][] = [
	['at first', '', { '0m': 'lead 1', '4h-': 'lead 1', '4h': 'lead 1, undelivered' }],
	['after one attempt', '0m unknown', { '1m-': 'nothing', '1m': 'lead 1' }],
	['after two', '0m unknown, 1m unknown', { '6m-': 'nothing', '6m': 'lead 1' }],
	['three', '0m unknown, 1m unknown, 6m unknown', { '21m-': 'nothing', '21m': 'lead 1' }],
	[
		'five: every hour from now on',
		'0m unknown, 1m unknown, 6m unknown, 21m unknown, 51m unknown',
		{ '111m-': 'nothing', '111m': 'lead 1' },
	],
	[
		'refused for our configuration: a problem at once, and tried every hour',
		'0h configuration',
		{ '1h-': 'configuration', '1h': 'lead 1, configuration' },
	],
	['refused for the quota', '0h quota', { '1h-': 'quota', '1h': 'lead 1, quota' }],
	[
		'one idempotency key for 23 hours, and no other until the provider has forgotten it',
		'0h unknown, 1h unknown',
		{
			...{ '23h-': 'lead 1, undelivered', '23h': 'undelivered', '48h-': 'undelivered' },
			'48h': 'lead 2 repeat, undelivered',
		},
	],
	[
		'surely not sent: the key is as new',
		'0h rate, 1d unknown',
		{ '47h-': 'lead 1, undelivered', '72h-': 'undelivered', '72h': 'lead 2 repeat, undelivered' },
	],
	[
		'refused after it was perhaps sent: still a repeat',
		'0h unknown, 1h rate',
		{ '48h-': 'undelivered', '48h': 'lead 2 repeat, undelivered' },
	],
	[
		'refused under the next key too: still a repeat',
		'0h unknown, 48h rate',
		{ '99d': 'lead 2 repeat, undelivered' },
	],
	[
		'failed under the next key: still a repeat',
		'0h unknown, 48h accepted, 48h failed-quota 2',
		{ '49h-': 'quota', '49h': 'lead 3 repeat, quota' },
	],
	['accepted and not reported', '0h accepted', { '1d-': 'nothing', '1d': 'unconfirmed' }],
	[
		'not accepted: tried without an end',
		'0h unknown, 2d unknown, 4d unknown, 6d unknown',
		{ '8d': 'lead 5 repeat, undelivered' },
	],
	['refused for its content: at once without Reply-To', '0h content', { '0h': 'lead 2 plain' }],
	['and refused once more', '0h content, 0h content', { '0h': 'refused', '9d': 'refused' }],
	[
		'and perhaps sent: stays without',
		'0h content, 0h unknown',
		{ '48h': 'lead 3 repeat plain, undelivered' },
	],
	['delivered', '0h accepted, 1h delivered', { '25h': 'over 169h' }],
	['and sent again', '0h accepted, 1h delivered, 1d confirmed', { '25h': 'over 192h' }],
	['before it was accepted', '0h accepted, -1h delivered', { '25h': 'over 168h' }],
	['an out-of-office answer', '0h accepted, 0h delivered, 1h deferred', { '25h': 'over 168h' }],
	['one that arrives first', '0h accepted, 1h deferred, 0h delivered', { '25h': 'over 168h' }],
	[
		'a full mailbox: a problem after a day, tried again 25 hours after that was reported',
		'0h accepted, 1h deferred',
		{ '1d-': 'nothing', '1d': 'deferred', '26h-': 'deferred', '26h': 'lead 2 repeat, deferred' },
	],
	[
		'later, after a person asked for another try',
		'240h retried, 240h accepted, 240h deferred 2',
		{ '265h': 'lead 3 repeat, deferred' },
	],
	['for a week', full.slice(0, 6).join(', '), { '150h': 'lead 7 repeat, deferred' }],
	['for longer', full.join(', '), { '150h': 'bounced', '99d': 'bounced' }],
	['and another try', `${full.join(', ')}, 150h retried`, { '150h': 'lead 8 repeat, undelivered' }],
	['a bounce', '0h accepted, 1h bounced', { '25h': 'bounced', '999d': 'bounced' }],
	['a suppression', '0h accepted, 1h suppressed', { '25h': 'suppressed' }],
	['older than a bounce: a delivery', '0h accepted, 1h bounced, 1m delivered', { '1h': 'bounced' }],
	['of the same time', '0h accepted, 1h bounced, 1h delivered', { '1h': 'bounced' }],
	['a suppression', '0h accepted, 1h bounced, 1m suppressed', { '1h': 'bounced' }],
	['older than a delivery', '0h accepted, 1h delivered, 1m bounced', { '25h': 'over 169h' }],
	['a failure by quota', '0h accepted, 0h failed-quota', { '1h-': 'quota', '1h': 'lead 2, quota' }],
	['by content', '0h accepted, 0h failed-content', { '0h': 'lead 2 plain' }],
	['a generation never sent', '0h accepted, 1m delivered 2', { '1d': 'unconfirmed' }],
	['a bounce of an earlier key', '0h unknown, 48h unknown, 1m bounced', { '48h': 'undelivered' }],
	['a delivery of one', '0h unknown, 48h accepted, 1m delivered', { '99d': 'unconfirmed' }],
	[
		'a person asks for another try: made at once, whatever clocks say',
		'0h accepted, 1m bounced, 2m retried',
		{ '-1d': 'lead 2 repeat' },
	],
	[
		'events of the key before no longer count',
		'0h accepted, 1m bounced, 2m retried, 1h accepted, 2h bounced, 3h delivered',
		{ '2h': 'nothing', '2d': 'unconfirmed' },
	],
	['also of what was delivered', `${gone}2h retried`, { '0h': 'lead 2 repeat' }],
	['or never tried', '0h retried', { '0h': 'lead 2' }],

	['a receipt: lost', '0h accepted, 0h bounced receipt', { '0h': 'nothing' }],
	['is reported after the application', bounced, { '99d': 'lost-receipt 1, lost-receipt' }],
	['suppressed', `${gone}0h suppressed receipt`, { '0h': 'lost-receipt 1' }],
	['refused', `${gone}0h content receipt`, { '0h': 'lost-receipt 1' }],
	[
		'not accepted for a week',
		`${gone}0h unknown receipt, 144h unknown receipt`,
		{ '167h': 'nothing', '168h-': 'nothing', '168h': 'lost-receipt 1, lost-receipt' },
	],
	['not tried yet: waits for room', `${gone}0h waits receipt`, { '9d': 'receipt 1' }],
	['not accepted yet', `${gone}0h unknown receipt`, { '1m-': 'nothing', '1m': 'receipt 1' }],
	[
		'in a full mailbox: tried again, and no problem',
		`${gone}0h deferred receipt`,
		{ '2h': 'nothing', '25h': 'receipt 2 repeat' },
	],
	[
		'a letter of a lost receipt that is not sent: a problem',
		`${bounced}0h unknown lost-receipt`,
		{ '4h-': 'lost-receipt 1', '4h': 'lost-receipt 1, lost-receipt' },
	],
	['accepted', `${bounced}1h accepted lost-receipt`, { '5h': 'over 168h' }],
	[
		'bounced',
		`${bounced}1h accepted lost-receipt, 1h bounced lost-receipt`,
		{ '1h': 'lost-receipt, over 168h' },
	],
	[
		'and delivered',
		`${bounced}1h accepted lost-receipt, 1h bounced lost-receipt, 2h delivered lost-receipt`,
		{ '5h': 'over 168h' },
	],
];

test.each(table)('%s', (_what, script, expected) => {
	const steps = script.split(', ').filter(Boolean);
	const isTried = steps.some((step) => /(unknown|content|waits) receipt/.test(step));
	const entry = [...(isTried ? [] : ['0h accepted receipt']), ...steps].reduce(happens, anEntry);
	const found = Object.keys(expected).map((time) => [time, decided(entry, timeOf(time))]);
	expect(Object.fromEntries(found)).toEqual(expected);
});

test('a refusal does not say that another attempt of the same moment was not sent', () => {
	const noted = attempted(untried, 1, () => letter, begun);
	const twice = attempted(noted, 1, () => letter, begun + minute);
	const after = answered(twice, { kind: 'refused', reason: 'rate' }, begun + minute, untried);
	expect(after).toEqual({ ...twice, refused: 'rate' });
});

test('a failure that is reported before the answer to the attempt', () => {
	const noted = attempted(untried, 1, () => letter, begun);
	const failed = reported(noted, 1, { kind: 'failed', reason: 'quota', at: begun });
	expect(answered(failed, { kind: 'accepted' }, begun, untried)).toBe(failed);
});

test('what a person discards is over at once, and nothing more is sent; then nothing is decided', () => {
	const discarded = { ...anEntry, discarded: { at: begun, by: 'KL' } };
	expect(decide(discarded, begun)).toEqual({ attempts: [], problems: [], overSince: 0 });
	const emptied = { ...anEntry, emptiedAt: begun, emails: {} };
	expect(decide(emptied, begun + 100 * day)).toEqual({ attempts: [], problems: [] });
});
