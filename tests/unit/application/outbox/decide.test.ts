import { describe, expect, test } from 'vitest';
import { decide } from '#application/outbox/decide.ts';
import {
	answered,
	attempted,
	type Delivery,
	type Email,
	type EmailName,
	emailNames,
	type Entry,
	type Refusal,
	reported,
	retried,
	type Sent,
	untried,
} from '#application/outbox/entry.ts';
import { theChecked } from '../../../support/application.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const begun = Date.UTC(2026, 10, 21, 7, 30);
const letter = { from: '', to: '', replyTo: '', subject: '', text: '', html: '', headers: {} };

/** The life of one entry: what happened to its e-mails, and what is decided at any time after it was accepted. */
class Life {
	entry: Entry = {
		version: 3,
		id: '2026112107-9f86d081884c7d659a2feaa0c55ad015',
		acceptedAt: begun,
		application: theChecked(),
		...{ fingerprint: '', marks: [], source: '' },
		emails: Object.fromEntries(emailNames.map((name) => [name, untried])),
	};

	/** The attempts that are due, with their generations, and the problems. */
	at(time: number): string {
		const { attempts, problems } = decide(this.entry, begun + time);
		const due = attempts.map(({ email, generation }) => {
			const before = this.entry.emails[email] ?? untried;
			const { isRepeat, isPlain } = attempted(before, generation, () => letter, begun + time);
			return [email, generation, isRepeat && 'repeat', isPlain && 'plain']
				.filter(Boolean)
				.join(' ');
		});
		return [...due, ...problems].join(', ') || 'nothing';
	}

	/** When it may be deleted, after it was accepted. */
	end(time: number): number | undefined {
		const { overSince } = decide(this.entry, begun + time);
		return overSince && overSince - begun;
	}

	/** Makes the attempt that is due. */
	tries(name: EmailName, time: number, outcome: Sent['kind'] | Refusal): this {
		const { attempts } = decide(this.entry, begun + time);
		const attempt = attempts.find(({ email }) => email === name);
		if (!attempt) throw new Error(`nothing is due for ${name} at ${time / hour} h`);
		const isRefused = outcome !== 'accepted' && outcome !== 'unknown';
		const sent = isRefused ? { kind: 'refused', reason: outcome } : { kind: outcome };
		return this.#set(name, (email) => {
			const noted = attempted(email, attempt.generation, () => letter, begun + time);
			return answered(noted, sent as Sent, begun + time, email);
		});
	}

	/** An event of the provider: its kind, and the reason of a failure. */
	reports(name: EmailName, time: number, delivery: string, generation = 1): this {
		const [kind, reason] = delivery.split(' ');
		const event = { kind, reason, at: begun + time } as Delivery;
		return this.#set(name, (email) => reported(email, generation, event));
	}

	/** A person asks for another try. */
	retried(): this {
		return this.#set('lead', retried);
	}

	#set(name: EmailName, change: (email: Email) => Email): this {
		const email = change(this.entry.emails[name] ?? untried);
		this.entry = { ...this.entry, emails: { ...this.entry.emails, [name]: email } };
		return this;
	}
}

const answers = ['accepted', 'unknown', 'rate', 'quota', 'configuration', 'content'];

/** `1m`, `2h` or `3d` after the entry was accepted; `3d-` a millisecond earlier. */
function timeOf(text: string): number {
	const [, count, unit, before] = /^(-?\d+)([mhd])(-?)$/.exec(text) ?? [];
	const units: Record<string, number> = { m: minute, h: hour, d: day };
	return Number(count) * (units[unit ?? ''] ?? Number.NaN) - (before ? 1 : 0);
}

/** What becomes of the letter to the project lead: attempts with their answers, and events of a generation. */
function live(script: string): Life {
	const life = new Life().tries('receipt', 0, 'accepted');
	for (const step of script ? script.split(', ') : []) {
		const [at = '', what = '', generation = '1'] = step.split(' ');
		const time = timeOf(at);
		if (what === 'retried') life.retried();
		else if (answers.includes(what)) life.tries('lead', time, what as Refusal);
		else life.reports('lead', time, what.replace('-', ' '), Number(generation));
	}
	return life;
}
const full = ['0h accepted, 0h deferred'];
for (let n = 2; n <= 7; n++) {
	full.push(`${(n - 1) * 25}h accepted, ${(n - 1) * 25}h deferred ${n}`);
}
const ofSeven = full.join(', ');

test.each([
	['at first', '', { '0m': 'lead 1', '4h-': 'lead 1', '4h': 'lead 1, undelivered' }],
	['after one attempt', '0m unknown', { '1m-': 'nothing', '1m': 'lead 1' }],
	['after two', '0m unknown, 1m unknown', { '6m-': 'nothing', '6m': 'lead 1' }],
	['three', '0m unknown, 1m unknown, 6m unknown', { '21m-': 'nothing', '21m': 'lead 1' }],
	[
		'four',
		'0m unknown, 1m unknown, 6m unknown, 21m unknown',
		{ '51m-': 'nothing', '51m': 'lead 1' },
	],
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
		{ '49h': 'lead 3 repeat, quota' },
	],
	['accepted and not reported', '0h accepted', { '1d-': 'nothing', '1d': 'unconfirmed' }],
	[
		'not accepted: tried without an end',
		'0h unknown, 2d unknown, 4d unknown, 6d unknown',
		{ '8d': 'lead 5 repeat, undelivered' },
	],
	[
		'refused for its content: sent at once without Reply-To',
		'0h content',
		{ '0h': 'lead 2 plain' },
	],
	['and refused once more', '0h content, 0h content', { '0h': 'refused', '9d': 'refused' }],
	[
		'and perhaps sent: stays without',
		'0h content, 0h unknown',
		{ '48h': 'lead 3 repeat plain, undelivered' },
	],
	['delivered', '0h accepted, 1h delivered', { '25h': 'nothing' }],
	['an out-of-office answer', '0h accepted, 1m delivered, 1h deferred', { '25h': 'nothing' }],
	['one that arrives first', '0h accepted, 1h deferred, 1m delivered', { '25h': 'nothing' }],
	[
		'a full mailbox: a problem after a day, tried again 25 hours after that was reported',
		'0h accepted, 1h deferred',
		{ '1d-': 'nothing', '1d': 'deferred', '26h-': 'deferred', '26h': 'lead 2 repeat, deferred' },
	],
	['for a week', full.slice(0, -1).join(', '), { '150h': 'lead 7 repeat, deferred' }],
	['for longer', ofSeven, { '150h': 'bounced', '99d': 'bounced' }],
	['and another try', `${ofSeven}, 150h retried`, { '150h': 'lead 8 repeat, undelivered' }],
	[
		'and still full',
		`${ofSeven}, 150h retried, 150h accepted, 150h deferred 8`,
		{ '175h': 'lead 9 repeat, deferred' },
	],
	['a bounce', '0h accepted, 1h bounced', { '25h': 'bounced' }],
	['a suppression', '0h accepted, 1h suppressed', { '25h': 'suppressed' }],
	['older than a bounce: a delivery', '0h accepted, 1h bounced, 1m delivered', { '1h': 'bounced' }],
	['of the same time', '0h accepted, 1h bounced, 1h delivered', { '1h': 'bounced' }],
	['a suppression', '0h accepted, 1h bounced, 1m suppressed', { '1h': 'bounced' }],
	['older than a delivery', '0h accepted, 1h delivered, 1m bounced', { '25h': 'nothing' }],
	['a failure by quota', '0h accepted, 0h failed-quota', { '1h-': 'quota', '1h': 'lead 2, quota' }],
	['by configuration', '0h accepted, 0h failed-configuration', { '1h': 'lead 2, configuration' }],
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
	[
		'also of what was delivered',
		'0h accepted, 1h delivered, 2h retried',
		{ '0h': 'lead 2 repeat' },
	],
	['or never tried', '0h retried', { '0h': 'lead 2' }],
] as [what: string, script: string, decided: Record<string, string>][])(
	'the letter to the project lead: %s',
	(_what, script, decided) => {
		const life = live(script);
		const found = Object.keys(decided).map((time) => [time, life.at(timeOf(time))]);
		expect(Object.fromEntries(found)).toEqual(decided);
	},
);

test('a failure that is reported before the answer to the attempt', () => {
	const noted = attempted(untried, 1, () => letter, begun);
	const failed = reported(noted, 1, { kind: 'failed', reason: 'quota', at: begun });
	expect(answered(failed, { kind: 'accepted' }, begun, untried)).toBe(failed);
});

describe('a receipt that does not arrive is reported to the project lead, after the application', () => {
	const lost = (outcome: Sent['kind'] | Refusal, ...events: string[]) => {
		const life = new Life().tries('lead', 0, 'accepted').tries('receipt', 0, outcome);
		return events.reduce((so, event) => so.reports('receipt', 0, event), life);
	};
	const threeDays = () => lost('unknown').tries('receipt', 2 * day, 'unknown');
	const losses: Record<string, () => Life> = {
		bounced: () => lost('accepted', 'bounced'),
		suppressed: () => lost('accepted', 'suppressed'),
		refused: () => lost('content'),
		'not accepted for three days': threeDays,
	};
	test.each(Object.entries(losses))('%s', (_how, lose) => {
		const life = lose();
		const time = 80 * hour;
		expect(life.at(time)).toBe('unconfirmed');
		life.reports('lead', minute, 'delivered');
		expect(life.at(time)).toBe('lost-receipt 1');
		expect(life.end(100 * day)).toBeUndefined();
		expect(life.tries('lost-receipt', time, 'accepted').end(time)).toBeDefined();
	});

	test('but not before', () => {
		const life = threeDays().reports('lead', 0, 'delivered');
		expect(life.at(2 * day + 1)).toBe('nothing');
		expect(life.at(3 * day - 1)).toBe('nothing');
		expect(life.at(3 * day)).toBe('lost-receipt 1');
	});

	test('and where that letter does not arrive either, it is a problem', () => {
		const life = lost('accepted', 'bounced').reports('lead', 0, 'delivered');
		life.tries('lost-receipt', 0, 'unknown');
		expect(life.at(4 * hour - 1)).toBe('lost-receipt 1');
		expect(life.at(4 * hour)).toBe('lost-receipt 1, lost-receipt');
		life.tries('lost-receipt', hour, 'accepted');
		expect(life.at(5 * hour)).toBe('nothing');
		expect(life.reports('lost-receipt', hour, 'bounced').at(hour)).toBe('lost-receipt');
		expect(life.reports('lost-receipt', 2 * hour, 'delivered').at(5 * hour)).toBe('nothing');
	});

	test('but a full mailbox is tried again, and nothing of a receipt is a problem', () => {
		const life = lost('accepted', 'deferred').reports('lead', 0, 'delivered');
		expect(life.at(25 * hour)).toBe('receipt 2 repeat');
	});
});

describe('an application is deleted', () => {
	test('a week after it was delivered, or sent again', () => {
		const life = live('0h accepted, 1h delivered');
		expect(life.end(0)).toBe(hour + 7 * day);
		life.entry = { ...life.entry, confirmedAt: begun + day };
		expect(life.end(0)).toBe(8 * day);
	});
	test('never by time alone', () => {
		for (const script of ['0h accepted', '0h accepted, 1h delivered, 2h bounced'])
			expect(live(script).end(1000 * day)).toBeUndefined();
	});
	test('not while a receipt is to be sent', () => {
		const life = new Life().tries('lead', 0, 'accepted').reports('lead', 0, 'delivered');
		expect(life.end(1000 * day)).toBeUndefined();
		expect(life.tries('receipt', 0, 'unknown').end(1)).toBeUndefined();
		life.tries('receipt', hour, 'accepted').reports('receipt', hour, 'deferred');
		expect(life.end(2 * hour)).toBeUndefined();
	});
	test('at once when a person decides it, and nothing more is sent; then nothing is decided', () => {
		const { entry } = new Life();
		const discarded = { ...entry, discarded: { at: begun, by: 'KL' } };
		expect(decide(discarded, begun)).toEqual({ attempts: [], problems: [], overSince: 0 });
		const emptied = { ...entry, emptiedAt: begun, emails: {} };
		expect(decide(emptied, begun + 100 * day)).toEqual({ attempts: [], problems: [] });
	});
});
