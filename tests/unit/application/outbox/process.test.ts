import { beforeEach, describe, expect, test } from 'vitest';
import { hourOf, referenceOf } from '#application/confirming/id.ts';
import type { Application } from '#application/asking/rules.ts';
import type { Problem } from '#application/letters/alarm.ts';
import type { Confirmed } from '#application/confirming/confirm.ts';
import { accept } from '#application/outbox/accept.ts';
import { raiseAlarms } from '#application/outbox/alarms.ts';
import {
	day,
	type Delivery,
	type EmailName,
	type Entry,
	hour,
	minute,
	untried,
} from '#application/outbox/entry.ts';
import type { Outbox, Ports } from '#application/outbox/ports.ts';
import { headStart, processOutbox } from '#application/outbox/process.ts';
import { type About, recordDelivery } from '#application/outbox/record.ts';
import type { Report } from '#application/outbox/report.ts';
import { callRoll, isCalled } from '#application/outbox/roll-call.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { theChecked } from '../../../support/application.ts';
import { kindOf } from '../../../support/core.ts';
import { alarmMailbox, type Answer, World, writing } from '../../../support/world.ts';

/** A Saturday. */
const begun = Date.UTC(2026, 10, 21, 7, 30);
const monday = Date.UTC(2026, 10, 23, 5, 10);
const idOf = (n: number | string) => `${hourOf(begun)}-${String(n).padStart(32, '0')}`;
const { email: leadMailbox } = writing.programme.projectLead;

let world: World;
let ports: Ports;
/** How many e-mails have been looked at. */
let looked: number;
let presses: number;

beforeEach(() => {
	world = new World();
	const { store, seal, ...others } = world.still;
	ports = { ...others, outbox: outboxOn(store, seal) };
	looked = presses = 0;
});

/** The storage with other methods in place of some of its own; returns the real one. */
function replace(change: (real: Outbox) => Partial<Outbox>): Outbox {
	const real = ports.outbox;
	ports = { ...ports, outbox: { ...real, ...change(real) } };
	return real;
}
const fail = () => Promise.reject(new Error('no answer'));

async function press(n: number | string, changes: Partial<Confirmed> = {}): Promise<string> {
	const digests = { fingerprint: `f${n}`, mailbox: `m${n}`, source: `s${n}` };
	const ids = { id: idOf(n), spareId: idOf(900 + ++presses), now: world.now };
	const confirmed = { ...ids, application: theChecked(), ...digests, marks: [] };
	return (await accept({ ...confirmed, ...changes }, ports.outbox)).id;
}
async function round(length = 5 * minute): Promise<Report> {
	const processed = await processOutbox(ports, world.now + length);
	if (processed.kind !== 'done') throw processed.error;
	return processed.report;
}
const problemsOf = async () => (await round()).problems;
const discarded = (entry: Entry) => ({ ...entry, discarded: { at: world.now, by: 'KL' } });
const discard = (id: string) =>
	ports.outbox.change('entry', id, (entry) => entry && discarded(entry));
const lettersTo = (mailbox: string) => world.attempts.filter(({ mail }) => mail.to === mailbox);
const leads = () => world.attempts.flatMap(({ tags, mail }) => (tags.email === 'lead' ? mail : []));
const lastAlarm = () => lettersTo(alarmMailbox).at(-1)?.mail.text ?? '';

/** What was tried to send since this was asked before: what it is about or to whom it goes, and whether it is a repeat. */
function sentNow(): string[] {
	const all = world.attempts.map(({ tags, mail, key }, n) => {
		const { id, email, notice } = tags;
		const what = email
			? `${email} ${Number(id?.slice(11))}`
			: `${kindOf({ tags, mail })} to ${notice ?? ''}`;
		const isAgain = world.attempts.slice(0, n).some((before) => before.key === key);
		return isAgain ? `${what} again` : what;
	});
	const now = all.slice(looked);
	looked = all.length;
	return now.length > 8 ? [`${now.length} e-mails`] : now;
}

/** What each step of a transcript does; the words after its name. Returns what there is to say. */
const steps: Record<string, (...words: string[]) => unknown> = {
	/** `press 1 as 2` has the answers of 2; `press 1 from m` its mailbox; `press 1 marked`. */
	async press(n = '', how = '', other = '') {
		const id = await press(n, {
			...(how === 'as' && { fingerprint: `f${other}` }),
			...(how === 'from' && { mailbox: other }),
			...(how === 'marked' && { marks: ['honeypot'] }),
		});
		return id === idOf(n) ? [] : `is ${Number(id.slice(11))}`;
	},
	async send(n = '') {
		await press(n);
		await headStart(idOf(n), ports);
	},
	many: async (count) => {
		for (let n = 1; n <= Number(count); n++) await press(n);
	},
	head: (n = '') => headStart(idOf(n), ports),
	round: async (length) => {
		const { problems } = await round(length ? Number(length) : undefined);
		const said = Object.entries(problems).map(([problem, count]) => `${problem}: ${count}`);
		return said.toSorted();
	},
	/** `event bounced 1 receipt`, or `event bounced alarms`. */
	event(kind = '', about = '', name = 'lead') {
		const event = { kind, at: world.now, reason: 'quota' } as Delivery;
		const meant: About =
			about === 'lead' || about === 'alarms'
				? { notice: about }
				: { id: idOf(about), email: name as EmailName, generation: 1 };
		return recordDelivery(meant, event, ports.outbox);
	},
	wait(time = '') {
		const [, count, unit, less] = /^(\d+)([smhd])(-?)$/.exec(time) ?? [];
		const units: Record<string, number> = { s: 1000, m: minute, h: hour, d: day };
		world.now += Number(count) * (units[unit ?? ''] ?? Number.NaN) - (less ? 1 : 0);
	},
	tick: () => void (world.now += 1),
	back: (time) => void (world.now -= Number(time) * minute),
	monday: (before = '0') => void (world.now = monday - Number(before)),
	both: (n = '') => Promise.all([round(), round(), headStart(idOf(n), ports)]).then(() => []),
	discard: (n = '') => discard(idOf(n)),
	remove: (n = '') => ports.outbox.remove('entry', idOf(n)),
	/** The provider answers so, but to alarms. */
	answer(answer) {
		world.answerTo = ({ to }) => (to === alarmMailbox ? 'accepted' : (answer as Answer));
	},
	always: (answer) => void (world.answer = answer as Answer),
	allow: (perDay) => void (ports = { ...ports, perDay: perDay === 'all' ? null : Number(perDay) }),
	keys: () => [...world.texts.keys()].map((key) => key.replace(/\d{10}-0+/, '')).toSorted(),
	async stored() {
		const all = (await ports.outbox.names('entry')).map((id) => ports.outbox.read('entry', id));
		return (await Promise.all(all)).map(
			(entry) => `${Number(entry?.id.slice(11))}${entry?.application ? '' : ' empty'}`,
		);
	},
};

/** What is done in each line, step by step; behind `>` what the steps say, and what is sent by them. */
async function transcript(text: string): Promise<void> {
	const lines = text.split('\n').map((line) => line.trim());
	const found: string[] = [];
	for (const line of lines) {
		const [done = ''] = line.split(' >');
		const said: unknown[] = [];
		for (const step of done.split('; ')) {
			const [name = '', ...words] = step.split(' ');
			said.push(await steps[name]?.(...words));
		}
		const all = [...said.flat().filter((one) => typeof one === 'string'), ...sentNow()];
		found.push([done, all.join(', ')].filter(Boolean).join(' > '));
	}
	expect(found).toEqual(lines);
}

test.each([
	[
		'the head start sends both letters of one entry, and no other’s',
		`press 1; send 2 > lead 2, receipt 2
		event delivered 2; event bounced 2 receipt; head 2 > lost-receipt 2`,
	],
	['and sends them once with two rounds at once', `press 1; both 1 > lead 1, receipt 1`],
	[
		'and where many are stored, only to the project lead, and only where there is room for any number',
		`many 50; head 1 > lead 1, receipt 1
		press 51; head 51 > lead 51
		press 52 marked; head 52
		press 53; allow 1000; head 53
		round > 102 e-mails`,
	],
	[
		'where the provider’s day is used up, nobody else is tried in that round',
		`many 3; answer quota; round > quota: 1, lead 1, alarm to alarms
		wait 4h; round > quota: 3, lead 1 again, alarm to alarms`,
	],
	[
		'with an allowance, whoever waits for it for long is a problem, and is sent later',
		`allow 4; many 6; round > lead 1, lead 2, lead 3, lead 4
		wait 5h; round > quota: 2, alarm to alarms
		wait 19h; event delivered 1; event delivered 2; event delivered 3; event delivered 4; round > lead 5, lead 6, receipt 1, receipt 2`,
	],
	[
		'only what is unsent for want of an allowance is a problem of that',
		`allow 2; answer down; press 1; round > lead 1, receipt 1
		event suppressed 1; wait 1h; round > suppressed: 1, alarm to alarms
		allow all; press 2; wait 4h; round > suppressed: 1, undelivered: 1, lead 2, receipt 1 again, receipt 2, alarm to alarms`,
	],
	[
		'a deadline ends the round; what is left is a problem after four hours',
		`press 1; tick; press 2; wait 4h-; round 0 > cut: 1, alarm to alarms
		round > lead 1, lead 2, receipt 1, receipt 2`,
	],
	[
		'an alarm is sent every six hours, and within the hour where others have the problem',
		`send 1 > lead 1, receipt 1
		event bounced 1; round > bounced: 1, alarm to alarms
		send 2 > lead 2, receipt 2
		event bounced 2; round > bounced: 2
		wait 1h-; round > bounced: 2
		tick; round > bounced: 2, alarm to alarms
		wait 6h-; round > bounced: 2
		tick; round > bounced: 2, alarm to alarms
		discard 1; wait 1h; round > bounced: 1`,
	],
	[
		'that is not accepted shows in health, and is sent again under the same key',
		`send 1 > lead 1, receipt 1
		event suppressed 1; always down; round > alarm: 1, suppressed: 1, alarm to alarms
		always accepted; round > suppressed: 1, alarm to alarms again`,
	],
	[
		'of a notice that came back is sent to the other mailbox, until one arrives',
		`event deferred alarms; round > notice: 1, alarm to lead
		event delivered alarms; round
		event bounced alarms; wait 1h; wait 23h; round > notice: 1, alarm to lead
		event deferred alarms; wait 1m; event delivered alarms; event bounced alarms; event delivered alarms; round
		wait 1h; event bounced lead; round > notice: 1, alarm to alarms
		send 1 > lead 1, receipt 1
		event delivered 1; round > notice: 1
		event bounced lead; tick; event delivered 1; round
		event bounced alarms; tick; event delivered 1; round > notice: 1`,
	],
	[
		'of an automatic reply there is none, whichever event comes first',
		`event deferred alarms; back 1; event delivered alarms; wait 1m; round
		wait 23h; event deferred alarms; round
		wait 1h; event deferred alarms; round > notice: 1, alarm to lead`,
	],
	[
		'of a notice that came back lasts two days, and an older event does not end it',
		`event bounced alarms; back 1; event delivered alarms; wait 1m; wait 2d-; round > notice: 1, alarm to lead
		tick; round`,
	],
	[
		'the roll call goes to both mailboxes, once a week',
		`send 1 > lead 1, receipt 1
		event delivered 1; monday 1; round
		monday; round > roll-call to lead, roll-call to alarms
		round
		wait 7d; round > roll-call to lead, roll-call to alarms`,
	],
	[
		'and leaves people three days before what it names is deleted',
		`monday 420000; send 1 > lead 1, receipt 1
		event delivered 1; wait 7d; wait 10m; round > roll-call to lead, roll-call to alarms
		wait 3d-; round
		stored > 1
		tick; round
		stored > 1 empty`,
	],
	[
		'not accepted, it is a problem and sent again, with another key where its text has changed',
		`send 1 > lead 1, receipt 1
		answer down; monday; round > roll-call: 1, unconfirmed: 1, roll-call to lead, roll-call to alarms, alarm to alarms, alarm to alarms
		round > roll-call: 1, unconfirmed: 1, roll-call to lead again
		event delivered 1; round > roll-call: 1, roll-call to lead`,
	],
	[
		'and stops no deletion for longer than a week',
		`send 1 > lead 1, receipt 1
		event delivered 1; answer down; wait 14d-; round > roll-call: 1, roll-call to lead, roll-call to alarms, alarm to alarms
		stored > 1
		tick; round > roll-call: 1, roll-call to lead again
		stored > 1 empty`,
	],
	[
		'deletion: a week after delivery, once it was called; the key is removed two days later',
		`send 1 > lead 1, receipt 1
		event delivered 1; monday; round > roll-call to lead, roll-call to alarms
		wait 122h; round
		stored > 1
		wait 20m; round
		stored > 1 empty
		wait 2d-; round
		stored > 1 empty
		tick; round
		stored`,
	],
	[
		'a claim is forgotten when all that it leads to is',
		`press 1 from m; wait 6d; press 2 from m; remove 1; remove 2; wait 29d; round
		keys > round/last, seen/f2, seen/m`,
	],
	[
		'claims are forgotten after 30 days, in the first round of a day',
		`press 1; remove 1; wait 30d; round
		tick; round
		keys > round/last, seen/f1, seen/m1
		wait 17h; round
		keys > round/last`,
	],
	[
		'what a person discards is deleted by the next round, and nothing more is sent',
		`press 1; discard 1; round 0
		stored > 1
		round
		stored > 1 empty
		event delivered 1; round`,
	],
	[
		'what is sent again after that is another application, also from the same check page',
		`send 1 > lead 1, receipt 1
		discard 1; round
		wait 1m; press 1 > is 902
		round > lead 902, receipt 902
		discard 902; round
		press 2 as 1; round > lead 2, receipt 2
		discard 2; round
		wait 24h; press 1 > is 904`,
	],
	[
		'an entry that has vanished is a problem for three days, unless it is back',
		`press 1; round > lead 1, receipt 1
		remove 1; round > missing: 1, alarm to alarms
		press 1; round > lead 1 again, receipt 1 again
		remove 1; wait 3d-; round > missing: 1, alarm to alarms
		tick; round`,
	],
])('%s', (_what, text) => transcript(text));

test('a claim that is read late, as if it were not there, is not forgotten', async () => {
	await press(1);
	replace((real) => ({
		read: (kind, name) => (kind === 'seen' ? Promise.resolve(undefined) : real.read(kind, name)),
	}));
	await round();
	sentNow();
	await transcript('keys > entry/1, round/last, seen/f1, seen/m1');
});

test('the head start sends the letter to the project lead also where the storage gives no list', async () => {
	replace(() => ({ names: fail }));
	await transcript('send 1 > lead 1');
});

describe('letters', () => {
	test('are sent also where a deploy has added a question since', async () => {
		await press(1);
		await ports.outbox.change('entry', idOf(1), (entry) => {
			const { motivation, phone, ...application } = entry?.application ?? theChecked();
			return entry && { ...entry, application: application as Application };
		});
		await transcript('round > lead 1, receipt 1');
		expect(leads()[0]?.text).toMatch(/Hvorfor du vil være med\nIkke besvaret/);
		expect(leads()[0]?.text).not.toContain('undefined');
	});

	test('carry what their events are recognised by, and a key of their own', async () => {
		await steps.send?.('1');
		const [{ key, tags } = expect.fail()] = world.attempts;
		expect([key, tags]).toEqual([
			`${idOf(1)}/lead/1`,
			{ id: idOf(1), email: 'lead', generation: '1' },
		]);
	});

	test('to the project lead say what was seen, and that no receipt was sent', async () => {
		await transcript(
			`press 1 from one; press 2 from one; press 3 marked; round > lead 1, lead 2, receipt 1, receipt 2, lead 3`,
		);
		const texts = leads().map(({ text }) => text);
		expect(texts[0]).not.toMatch(/kvittering|Samme e-mail|Bemærk/);
		expect(texts[1]).toContain(`Samme e-mail som i ansøgning ${referenceOf(idOf(1))}.`);
		expect(texts[2]).toMatch(/Bemærk: [^]*har ikke fået en kvittering på e-mail/);
	});

	test('of a new key go to the project lead of now, those of an old key to the same mailbox', async () => {
		await press(1);
		world.answer = 'down';
		await round();
		const projectLead = { ...writing.programme.projectLead, email: 'ny@rødgrød.dk' };
		ports = { ...ports, writing: { ...writing, programme: { ...writing.programme, projectLead } } };
		for (const pause of [hour, 48 * hour]) {
			world.now += pause;
			await round();
		}
		expect(leads().map(({ to }) => to)).toEqual([
			...[leadMailbox, leadMailbox, 'ny@xn--rdgrd-vuad.dk'],
		]);
		expect(leads()[2]?.subject).toContain('(måske sendt før)');
	});

	test('refused for the applicant’s address are sent again at once without it', async () => {
		world.answer = 'reply-to';
		await transcript(`press 1; round > lead 1, receipt 1
			wait 1m; round > lead 1`);
		expect(leads().map(({ replyTo }) => replyTo)).toEqual(['soeren@eksempel.dk', leadMailbox]);
		expect(leads()[1]?.text).toContain('Svar ikke på denne e-mail');
	});
});

test('a report says what waits, since when, and what is there', async () => {
	ports = { ...ports, perDay: 2 };
	await press(1);
	world.now += 1;
	for (const n of [2, 3, 4]) {
		await press(n);
		world.now += 1;
	}
	const ids = [1, 2, 3, 4].map(idOf);
	const known = (all: readonly string[]) => Object.fromEntries(all.map((id) => [id, world.now]));
	expect(await round()).toMatchObject({ waiting: 2, oldest: begun + 2, known: known(ids) });
	for (const n of ['3', '4']) await steps.event?.('delivered', n);
	const { waiting, oldest } = await round();
	expect({ waiting, oldest }).toEqual({ waiting: 0 });
	for (const id of ids) await discard(id);
	for (let n = 0; n < 2; n++) expect(await round()).toMatchObject({ waiting: 0, known: {} });
	expect((await round()).known).toEqual({});
});

describe('an alarm', () => {
	test('names all that have the problem, and what to read', async () => {
		for (const n of ['1', '2']) {
			await steps.send?.(n);
			await steps.event?.('bounced', n);
		}
		await round();
		const both = [idOf(1), idOf(2)].map(referenceOf).toSorted();
		expect(lastAlarm()).toContain(`${both.join(', ')}.`);
		expect(lastAlarm()).toContain('under ”bounced”');
	});

	test('of a full mailbox is sent once a week, and within the hour where it is full for others', async () => {
		const raise = (about: readonly string[], before: Report['alarmed']) =>
			raiseAlarms(new Map(about.map((id) => [id, ['deferred']])), before, ports, world.now);
		const { alarmed } = await raise(['a'], {});
		expect(alarmed).toEqual({ deferred: { at: world.now, about: ['a'] } });
		world.now += hour;
		expect((await raise(['b'], alarmed)).alarmed.deferred?.about).toEqual(['b']);
		world.now += 7 * day - hour - 1;
		expect((await raise(['a', 'b'], alarmed)).alarmed).toEqual(alarmed);
		world.now += 1;
		await raise(['a', 'b'], alarmed);
		expect(world.attempts).toHaveLength(3);
		const [{ mail, key, tags } = expect.fail()] = world.attempts;
		const slot = Math.floor(begun / (6 * hour));
		expect(key).toBe(`alarm/${slot}/${ports.sign(mail.to + mail.text)}`);
		expect(tags).toEqual({ notice: 'alarms' });
	});

	test('says that a round cannot go on', async () => {
		replace(() => ({ names: fail }));
		const processed = await processOutbox(ports, world.now + minute, ['stopped']);
		expect(processed).toMatchObject({ kind: 'failed' });
		expect(sentNow()).toEqual(['alarm to alarms', 'alarm to alarms']);
		const texts = lettersTo(alarmMailbox).map(({ mail }) => mail.text);
		expect(texts[0]).toContain('under ”failed”');
		expect(texts[1]).toContain('under ”stopped”');
	});

	test('names an entry that cannot be opened or read; the others are sent, and the roll call waits', async () => {
		for (const n of [1, 2, 3]) await press(n);
		world.put(`entry/${idOf(1)}`, 'not ours');
		const real = replace((all) => ({
			read: (kind, name) => (name === idOf(2) ? fail() : all.read(kind, name)),
		}));
		world.now = monday;
		await transcript(
			`round > failed: 1, unreadable: 1, lead 3, receipt 3, alarm to alarms, alarm to alarms`,
		);
		ports = { ...ports, outbox: real };
		const toBoth = 'roll-call to lead, roll-call to alarms';
		await transcript(`round > unreadable: 1, lead 2, receipt 2, ${toBoth}`);
	});

	test('names what cannot be written or removed', async () => {
		await press(1);
		const real = replace((all) => ({
			change: (kind, ...args) => (kind === 'entry' ? fail() : all.change(kind, ...args)),
			remove: fail,
		}));
		const broken = ports.outbox;
		const problemsOn = (outbox: Outbox) => {
			ports = { ...ports, outbox };
			return problemsOf();
		};
		expect(await problemsOn(broken), 'an attempt').toEqual({ failed: 1 });
		await real.change('entry', idOf(1), (entry) => entry && discarded(entry));
		expect(await problemsOn(broken), 'what is over').toEqual({ failed: 1 });
		expect(await problemsOn(real)).toEqual({});
		world.now += 2 * day - 1;
		expect(await problemsOn(broken)).toEqual({});
		world.now += 1;
		expect(await problemsOn(broken), 'what is empty').toEqual({ failed: 1 });
	});
});

const anEntry = (n: number, changes: Partial<Entry> = {}): Entry => ({
	...{ version: 3, id: idOf(n), acceptedAt: begun, fingerprint: '', marks: [], source: '' },
	emails: {},
	...changes,
});

test('a roll call is of what came before Monday 05:00 UTC, oldest first, and is not discarded', async () => {
	world.now = monday;
	const begin = monday - 10 * minute;
	const sentLead = { emails: { lead: { attempts: 1, generation: 1 } } };
	const table: [Entry, ...Problem[]][] = [
		[anEntry(1, { ...sentLead, acceptedAt: begin - 1 }), 'undelivered'],
		[anEntry(2, { ...sentLead, acceptedAt: begin - 2 }), 'deferred'],
		[anEntry(7, { ...sentLead, acceptedAt: begin - 3 }), 'lost-receipt', 'unconfirmed'],
		[anEntry(3, { ...sentLead, acceptedAt: begin })],
		[discarded(anEntry(4, sentLead))],
		[anEntry(5)],
		[anEntry(8, { acceptedAt: begin - 4, emails: { lead: { ...untried, deliveredAt: begun } } })],
	];
	const entries = table.map(([entry]) => entry);
	const problems = new Map(table.map(([{ id }, ...found]) => [id, found]));
	problems.set(idOf(6), ['unreadable']);
	const { called } = await callRoll(entries, problems, {}, ports, world.now);
	expect(world.attempts.map(({ tags }) => tags)).toEqual([
		{ notice: 'lead' },
		{ notice: 'alarms' },
	]);
	const lines = world.attempts[0]?.mail.text.matchAll(/^(\S+): .*, ([^,\n]*)$/gm);
	expect(Array.from(lines ?? [], ([, reference, state]) => [reference, state])).toEqual([
		[referenceOf(idOf(6)), 'kan ikke læses'],
		[referenceOf(idOf(8)), 'afleveret'],
		[referenceOf(idOf(7)), 'men ikke meldt afleveret'],
		[referenceOf(idOf(2)), 'men ikke meldt afleveret'],
		[referenceOf(idOf(1)), 'venter på at blive afleveret'],
	]);
	const later = monday + 3 * day;
	expect(called).toEqual({ lead: monday, alarms: monday });
	expect(isCalled(begin - 1, called, later)).toBe(true);
	expect([isCalled(begin, called, later), isCalled(begin - 1, called, later - 1)]).toEqual([
		...[false, false],
	]);
	const before = monday - 7 * day;
	const others = [{ lead: monday, alarms: before }, { lead: monday }, { alarms: monday }];
	expect(others.some((other) => isCalled(begin - 1, other, later))).toBe(false);
});

test('what is sent again at the moment of its deletion is not deleted', async () => {
	await steps.send?.('1');
	await steps.event?.('delivered', '1');
	world.now = begun + 14 * day;
	let isPressed = false;
	replace((real) => ({
		async change(...args) {
			if (!isPressed) {
				isPressed = true;
				await press(2, { fingerprint: 'f1' });
			}
			return real.change(...args);
		},
	}));
	await round();
	sentNow();
	await transcript('stored > 1');
	expect(Object.keys((await round()).known)).toEqual([idOf(1)]);
});
