import { describe, expect, test } from 'vitest';
import { decide, type Decision } from '#application/outbox/decide.ts';
import {
	answered,
	attempted,
	type Delivery,
	type Email,
	type EmailName,
	type Entry,
	reported,
	type Sent,
} from '#application/outbox/entry.ts';
import { theChecked } from '../../../support/application.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const begun = Date.UTC(2026, 10, 21, 7, 30);
const to = 'lead@politi.dk';
const letter = { from: '', to, replyTo: '', subject: '', text: '', html: '', headers: {} };

/** The life of one entry: what happened to its e-mails, and what is decided at any time. */
class Life {
	entry: Entry = {
		version: 3,
		id: '2026112107-9f86d081884c7d659a2feaa0c55ad015',
		acceptedAt: begun,
		application: theChecked(),
		fingerprint: '',
		marks: [],
		source: '',
		emails: Object.fromEntries(
			['lead', 'receipt', 'lost-receipt'].map((name) => [name, { attempts: 0, generation: 0 }]),
		),
	};

	at(time: number): Decision {
		return decide(this.entry, begun + time);
	}

	/** What is due for an e-mail: its generation, and whether it says that it may be a repeat. */
	due(name: EmailName, time: number): string {
		const found = this.at(time).attempts.find(({ email }) => email === name);
		if (!found) return 'nothing';
		const { generation, isRepeat, isPlain } = found;
		return [generation, isRepeat && 'repeat', isPlain && 'plain'].filter(Boolean).join(' ');
	}

	/** Makes the attempt that is due. */
	tries(name: EmailName, time: number, sent: Sent['kind'] | Sent): this {
		const attempt = this.at(time).attempts.find(({ email }) => email === name);
		if (!attempt) throw new Error(`nothing is due for ${name} at ${time / hour} h`);
		const outcome = typeof sent === 'string' ? ({ kind: sent } as Sent) : sent;
		return this.#set(name, (email) => {
			const before = attempt.generation === email.generation ? email.unsureAt : undefined;
			const noted = attempted(email, attempt, () => letter, begun + time);
			return answered(noted, outcome, begun + time, before);
		});
	}

	hears(name: EmailName, time: number, delivery: string, generation = 1): this {
		const [kind = '', reason = ''] = delivery.split(' ');
		const event = { kind, ...(reason && { reason }), at: begun + time } as Delivery;
		return this.#set(name, (email) => reported(email, generation, event));
	}

	/** A person asks for another try. */
	retried(): this {
		return this.#set('lead', (email) => ({ ...email, retryAfter: email.generation }));
	}

	#set(name: EmailName, change: (email: Email) => Email): this {
		const email = this.entry.emails[name];
		if (!email) throw new Error(name);
		this.entry = { ...this.entry, emails: { ...this.entry.emails, [name]: change(email) } };
		return this;
	}
}

const refused = (reason: 'content' | 'configuration' | 'rate' | 'quota'): Sent => ({
	kind: 'refused',
	reason,
});
const aLife = () => new Life();
/** One whose letter to the project lead was accepted at once. */
const accepted = () => aLife().tries('lead', 0, 'accepted').tries('receipt', 0, 'accepted');

describe('an attempt', () => {
	test('is made at once, then after 1, 5, 15 and 30 minutes, then every hour', () => {
		const life = aLife();
		let time = 0;
		for (const pause of [1, 5, 15, 30, 60, 60]) {
			life.tries('lead', time, 'unknown');
			expect(life.due('lead', time + pause * minute - 1)).toBe('nothing');
			time += pause * minute;
			expect(life.due('lead', time)).toBe('1');
		}
	});

	test.each(['configuration', 'quota'] as const)('refused for %s is made every hour', (reason) => {
		const life = aLife().tries('lead', 0, refused(reason));
		expect(life.due('lead', hour - 1)).toBe('nothing');
		expect(life.due('lead', hour)).toBe('1');
		expect(life.at(0).problems).toEqual([reason]);
	});

	test('has one idempotency key for 23 hours, and no other until the provider has forgotten it', () => {
		const life = aLife().tries('lead', 0, 'unknown');
		expect(life.due('lead', 23 * hour - 1)).toBe('1');
		life.tries('lead', 23 * hour - 1, 'unknown');
		expect(life.due('lead', 47 * hour)).toBe('nothing');
		expect(life.due('lead', 48 * hour - 1)).toBe('2 repeat');
	});

	test('that was surely not sent has a new key without waiting, and is no repeat', () => {
		const life = aLife().tries('lead', 0, refused('rate'));
		expect(life.due('lead', 23 * hour)).toBe('2');
	});

	test('that was refused once after it was perhaps sent stays a repeat', () => {
		const life = aLife().tries('lead', 0, 'unknown').tries('lead', hour, refused('rate'));
		expect(life.due('lead', 24 * hour)).toBe('nothing');
		expect(life.due('lead', 25 * hour)).toBe('2 repeat');
		expect(life.tries('lead', 25 * hour, refused('rate')).due('lead', 48 * hour)).toBe('3 repeat');
	});

	test('is not made again once the provider accepted it', () => {
		expect(accepted().at(day - 1)).toEqual({ attempts: [], problems: [] });
		expect(accepted().at(day)).toEqual({ attempts: [], problems: ['unconfirmed'] });
	});

	test('to the project lead is made for as long as the provider does not accept it', () => {
		const life = aLife();
		for (let n = 0; n < 8; n++) life.tries('lead', n * 25 * hour, 'unknown');
		expect(life.due('lead', 8 * 25 * hour)).toBe('9 repeat');
	});
});

describe('refused for its content', () => {
	const life = () => aLife().tries('lead', 0, refused('content'));
	test('the letter to the project lead is sent again at once, without Reply-To', () => {
		expect(life().due('lead', 0)).toBe('2 plain');
		expect(life().at(0).problems).toEqual([]);
	});
	test('and refused again, it is a problem', () => {
		const again = life().tries('lead', 0, refused('content'));
		expect(again.due('lead', 10 * day)).toBe('nothing');
		expect(again.at(0).problems).toEqual(['refused']);
	});
	test('and perhaps sent then, it stays without Reply-To', () => {
		expect(
			life()
				.tries('lead', 0, 'unknown')
				.due('lead', 25 * hour),
		).toBe('3 repeat plain');
	});
});

describe('the provider reports', () => {
	const table: [string, (life: Life) => Life, string, string[]][] = [
		['nothing for a day', (life) => life, 'nothing', ['unconfirmed']],
		['delivered', (life) => life.hears('lead', minute, 'delivered'), 'nothing', []],
		[
			'an out-of-office answer after delivery',
			(life) => life.hears('lead', minute, 'delivered').hears('lead', 2 * minute, 'deferred'),
			'nothing',
			[],
		],
		[
			'an out-of-office answer that comes before the word of delivery',
			(life) => life.hears('lead', 2 * minute, 'deferred').hears('lead', minute, 'delivered'),
			'nothing',
			[],
		],
		['a full mailbox', (life) => life.hears('lead', hour, 'deferred'), '2 repeat', ['deferred']],
		['a bounce', (life) => life.hears('lead', hour, 'bounced'), 'nothing', ['bounced']],
		['a suppression', (life) => life.hears('lead', hour, 'suppressed'), 'nothing', ['suppressed']],
		[
			'a bounce, then an older word of delivery',
			(life) => life.hears('lead', hour, 'bounced').hears('lead', minute, 'delivered'),
			'nothing',
			['bounced'],
		],
		[
			'a delivery, then an older bounce',
			(life) => life.hears('lead', hour, 'delivered').hears('lead', minute, 'bounced'),
			'nothing',
			[],
		],
		['a failure by quota', (life) => life.hears('lead', 0, 'failed quota'), '2', ['quota']],
		[
			'a failure by configuration',
			(life) => life.hears('lead', 0, 'failed configuration'),
			'2',
			['configuration'],
		],
		['a failure by content', (life) => life.hears('lead', 0, 'failed content'), '2 plain', []],
		[
			'an event of a generation that was never sent',
			(life) => life.hears('lead', minute, 'delivered', 2),
			'nothing',
			['unconfirmed'],
		],
	];
	test.each(table)('%s', (_what, happens, due, problems) => {
		const life = happens(accepted());
		expect(life.due('lead', 25 * hour)).toBe(due);
		expect(life.at(25 * hour).problems).toEqual(problems);
	});

	test('a bounce: an older one and a delivery of the same time change nothing', () => {
		const life = accepted().hears('lead', hour, 'bounced').hears('lead', minute, 'suppressed');
		expect(life.at(hour).problems).toEqual(['bounced']);
		expect(life.hears('lead', hour, 'delivered').at(hour).problems).toEqual(['bounced']);
	});

	test('a failure before the answer to the attempt has come', () => {
		const life = aLife();
		const [attempt] = life.at(0).attempts;
		const { lead } = life.entry.emails;
		if (!attempt || !lead) throw new Error();
		const noted = attempted(lead, attempt, () => letter, begun);
		const failed = reported(noted, 1, { kind: 'failed', reason: 'quota', at: begun });
		expect(answered(failed, { kind: 'accepted' }, begun)).toBe(failed);
	});

	test('a full mailbox: reported after a day, tried again for a week, then bounced', () => {
		const life = accepted().hears('lead', hour, 'deferred');
		expect(life.at(day - 1).problems).toEqual([]);
		expect(life.at(day).problems).toEqual(['deferred']);
		expect(life.due('lead', 2 * hour)).toBe('nothing');
		let time = 0;
		for (let generation = 2; generation <= 7; generation++) {
			time += 25 * hour;
			expect(life.due('lead', time - 1)).toBe('nothing');
			life.tries('lead', time, 'accepted').hears('lead', time, 'deferred', generation);
		}
		expect(life.due('lead', 100 * day)).toBe('nothing');
		expect(life.at(time).problems).toEqual(['bounced']);
		expect(life.retried().due('lead', time)).toBe('8 repeat');
		life.tries('lead', time, 'accepted').hears('lead', time, 'deferred', 8);
		expect(life.due('lead', time + 25 * hour)).toBe('9 repeat');
	});

	test('delivery of an earlier key after another was tried', () => {
		const life = aLife()
			.tries('lead', 0, 'unknown')
			.tries('lead', 25 * hour, 'unknown');
		expect(life.hears('lead', minute, 'bounced').at(26 * hour).problems).toEqual(['undelivered']);
		expect(life.hears('lead', minute, 'delivered').due('lead', 100 * day)).toBe('nothing');
	});
});

describe('a person asks for another try', () => {
	test('and one is made, whatever clocks say; what is reported of the old one no longer counts', () => {
		const life = accepted().hears('lead', minute, 'bounced').retried();
		expect(life.due('lead', -day)).toBe('2 repeat');
		life.tries('lead', hour, 'accepted').hears('lead', 2 * hour, 'bounced', 1);
		life.hears('lead', 3 * hour, 'delivered', 1);
		expect(life.due('lead', 10 * day)).toBe('nothing');
		expect(life.at(2 * hour).problems).toEqual([]);
		expect(life.at(2 * day).problems).toEqual(['unconfirmed']);
	});
	test('also of what was delivered, or was never tried', () => {
		expect(accepted().hears('lead', 0, 'delivered').retried().due('lead', 0)).toBe('2 repeat');
		expect(aLife().retried().due('lead', 0)).toBe('1');
	});
});

test('what the provider has not accepted for four hours is a problem', () => {
	expect(aLife().at(4 * hour - 1).problems).toEqual([]);
	expect(aLife().at(4 * hour).problems).toEqual(['undelivered']);
});

describe('a receipt that does not arrive is reported to the project lead, after the application', () => {
	const losses: [string, (life: Life) => Life][] = [
		['bounced', (life) => life.tries('receipt', 0, 'accepted').hears('receipt', 0, 'bounced')],
		[
			'suppressed',
			(life) => life.tries('receipt', 0, 'accepted').hears('receipt', 0, 'suppressed'),
		],
		['refused', (life) => life.tries('receipt', 0, refused('content'))],
		[
			'not accepted under three keys',
			(life) => {
				for (const generation of [0, 1, 2])
					life.tries('receipt', generation * 25 * hour, 'unknown');
				return life;
			},
		],
	];
	test.each(losses)('%s', (_how, lose) => {
		const life = lose(aLife().tries('lead', 0, 'accepted'));
		const time = 80 * hour;
		expect(life.due('receipt', time)).toBe('nothing');
		expect(life.due('lost-receipt', time)).toBe('nothing');
		life.hears('lead', minute, 'delivered');
		expect(life.due('lost-receipt', time)).toBe('1');
		expect(life.at(100 * day).overSince).toBeUndefined();
		expect(life.tries('lost-receipt', time, 'accepted').at(time).overSince).toBeDefined();
	});

	test('but not before its last key has had its time', () => {
		const life = aLife().tries('lead', 0, 'accepted').hears('lead', 0, 'delivered');
		for (const n of [0, 1, 2]) life.tries('receipt', n * 25 * hour, 'unknown');
		const due = (time: number) => [life.due('receipt', time), life.due('lost-receipt', time)];
		expect(due(50 * hour + 1)).toEqual(['nothing', 'nothing']);
		expect(due(50 * hour + 15 * minute)).toEqual(['3 repeat', 'nothing']);
		expect(due(75 * hour)).toEqual(['nothing', '1']);
	});

	test('and once that letter is accepted, nothing is a problem', () => {
		const life = accepted().hears('lead', 0, 'delivered').hears('receipt', 0, 'bounced');
		life.tries('lost-receipt', 0, 'accepted');
		expect(life.at(5 * hour).problems).toEqual([]);
		expect(life.hears('lost-receipt', 0, 'delivered').at(5 * hour).problems).toEqual([]);
	});

	test('and where that letter does not arrive either, a person hears it', () => {
		const life = accepted().hears('lead', 0, 'delivered').hears('receipt', 0, 'bounced');
		life.tries('lost-receipt', 0, 'unknown');
		expect(life.at(4 * hour - 1).problems).toEqual([]);
		expect(life.at(4 * hour).problems).toEqual(['lost-receipt']);
		life.tries('lost-receipt', hour, 'accepted').hears('lost-receipt', hour, 'bounced');
		expect(life.at(hour).problems).toEqual(['lost-receipt']);
	});

	test('but a full mailbox is tried again, and nothing of a receipt is a problem', () => {
		const life = accepted().hears('lead', 0, 'delivered').hears('receipt', 0, 'deferred');
		expect(life.due('receipt', 25 * hour)).toBe('2 repeat');
		expect(life.at(25 * hour).problems).toEqual([]);
	});
});

describe('an application is deleted', () => {
	const delivered = () => accepted().hears('lead', hour, 'delivered');
	test('a week after it was delivered', () => {
		expect(delivered().at(0).overSince).toBe(begun + hour + 7 * day);
	});
	test('a week after it was sent again', () => {
		const life = delivered();
		life.entry = { ...life.entry, confirmedAt: begun + day };
		expect(life.at(0).overSince).toBe(begun + 8 * day);
	});
	test('never by time alone', () => {
		expect(accepted().at(1000 * day).overSince).toBeUndefined();
		expect(
			delivered()
				.hears('lead', 2 * hour, 'bounced')
				.at(1000 * day).overSince,
		).toBeUndefined();
	});
	test('not while a receipt is to be sent', () => {
		const life = aLife().tries('lead', 0, 'accepted').hears('lead', 0, 'delivered');
		expect(life.at(1000 * day).overSince).toBeUndefined();
		expect(life.tries('receipt', 0, 'unknown').at(1).overSince).toBeUndefined();
		life.tries('receipt', hour, 'accepted').hears('receipt', hour, 'deferred');
		expect(life.at(2 * hour).overSince).toBeUndefined();
	});
	test('at once when a person decides it, and nothing more is sent', () => {
		const life = aLife();
		life.entry = { ...life.entry, discarded: { at: begun, by: 'KL' } };
		expect(life.at(0)).toEqual({ attempts: [], problems: [], overSince: 0 });
	});
	test('and then nothing is decided about it', () => {
		const life = aLife();
		life.entry = { ...life.entry, emptiedAt: begun, emails: {} };
		expect(life.at(100 * day)).toEqual({ attempts: [], problems: [] });
	});
});
