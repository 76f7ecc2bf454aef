import { beforeEach, describe, expect, test } from 'vitest';
import { hourOf, referenceOf } from '#application/confirming/id.ts';
import type { Problem } from '#application/letters/alarm.ts';
import type { Letter } from '#application/letters/letter.ts';
import type { Confirmed } from '#application/confirming/confirm.ts';
import { accept } from '#application/outbox/accept.ts';
import { raiseAlarms } from '#application/outbox/alarms.ts';
import type { Delivery, Entry, Refusal, Sent } from '#application/outbox/entry.ts';
import type { Outbox, Ports, Tags } from '#application/outbox/ports.ts';
import { headStart, processOutbox } from '#application/outbox/process.ts';
import { recordDelivery } from '#application/outbox/record.ts';
import type { Recipient, Report } from '#application/outbox/report.ts';
import { callRoll, isCalled } from '#application/outbox/roll-call.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { sealWith, signWith } from '#netlify/adapters/seal.ts';
import { theChecked } from '../../../support/application.ts';
import { writing } from '../../../support/letters.ts';
import { mapStore } from '../../../support/map-store.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Saturday. */
const begun = Date.UTC(2026, 10, 21, 7, 30);
const monday = Date.UTC(2026, 10, 23, 5, 10);
const idOf = (n: number) => `${hourOf(begun)}-${String(n).padStart(32, '0')}`;
const secret = Buffer.alloc(32, 1).toString('base64');
const anEntry = (n: number, changes: Partial<Entry> = {}): Entry => ({
	...{ version: 3, id: idOf(n), acceptedAt: begun, fingerprint: '', marks: [], source: '' },
	emails: {},
	...changes,
});
const { email: leadMailbox } = writing.programme.projectLead;
const alarmMailbox = 'vagt@eksempel.example';

const blobs = new Map<string, string>();
const sent: { letter: Letter; key: string; tags: Tags }[] = [];
let now = begun;
let answer: (letter: Letter) => Sent;
let ports: Ports;

beforeEach(() => {
	blobs.clear();
	sent.length = 0;
	now = begun;
	answer = () => ({ kind: 'accepted' });
	ports = {
		outbox: outboxOn(mapStore(blobs), sealWith([`k1:${secret}`])),
		mailer: {
			send(letter, key, tags) {
				sent.push({ letter, key, tags });
				return Promise.resolve(answer(letter));
			},
		},
		...{ writing, alarmMailbox, perDay: null },
		clock: { now: () => now },
		sign: signWith(secret),
	};
});

/** The storage with other methods in place of some of its own; returns the real one. */
function replace(change: (real: Outbox) => Partial<Outbox>): Outbox {
	const real = ports.outbox;
	ports = { ...ports, outbox: { ...real, ...change(real) } };
	return real;
}
const fail = () => Promise.reject(new Error('no answer'));

async function press(n: number, changes: Partial<Confirmed> = {}): Promise<string> {
	const digests = { fingerprint: `f${n}`, mailbox: `m${n}`, source: `s${n}` };
	const ids = { id: idOf(n), spareId: idOf(100 + n) };
	const confirmed = { ...ids, now, application: theChecked(), ...digests, marks: [] };
	return (await accept({ ...confirmed, ...changes }, ports.outbox)).id;
}
const pressAndSend = async (n: number) => headStart(await press(n), ports);
async function round(length = 5 * minute): Promise<Report> {
	const processed = await processOutbox(ports, now + length);
	if (processed.kind !== 'done') throw processed.error;
	return processed.report;
}
const problemsOf = async () => (await round()).problems;
const report = (n: number, kind: Delivery['kind'], email: 'lead' | 'receipt' = 'lead') =>
	recordDelivery(
		{ id: idOf(n), email, generation: 1 },
		{ kind, at: now, reason: 'quota' },
		ports.outbox,
	);
const reportNotice = (notice: Recipient, kind: Delivery['kind']) =>
	recordDelivery({ notice }, { kind, at: now } as Delivery, ports.outbox);
const lettersTo = (mailbox: string) => sent.filter(({ letter }) => letter.to === mailbox);
const leads = () => sent.filter(({ tags }) => tags.email === 'lead').map(({ letter }) => letter);
const alarms = () =>
	lettersTo(alarmMailbox).map(({ letter }) => letter.subject.replace(/^[^:]*: /, ''));
const lastAlarm = () => lettersTo(alarmMailbox).at(-1)?.letter.text ?? '';
const isStored = async (n: number) =>
	(await ports.outbox.read('entry', idOf(n)))?.application !== undefined;
/** The provider answers so, but to alarms. */
const answerWith = (to: Sent['kind'] | Refusal) => {
	const other = ['accepted', 'unknown'].includes(to)
		? { kind: to }
		: { kind: 'refused', reason: to };
	answer = (letter) => (letter.to === alarmMailbox ? { kind: 'accepted' } : (other as Sent));
};
const discarded = (entry: Entry) => ({ ...entry, discarded: { at: now, by: 'KL' } });
const discard = (n: number) =>
	ports.outbox.change('entry', idOf(n), (entry) => entry && discarded(entry));

describe('sending', () => {
	test('the head start sends both letters of one entry, and no other’s', async () => {
		await press(1);
		await pressAndSend(2);
		expect(sent.map(({ key }) => key)).toEqual([`${idOf(2)}/lead/1`, `${idOf(2)}/receipt/1`]);
		expect(sent[0]?.tags).toEqual({ id: idOf(2), email: 'lead', generation: '1' });
		await report(2, 'delivered');
		await report(2, 'bounced', 'receipt');
		await headStart(idOf(2), ports);
		expect(sent.at(-1)?.key).toBe(`${idOf(2)}/lost-receipt/1`);
		expect(sent.at(-1)?.letter.to).toBe(leadMailbox);
	});

	test('the letter to the project lead says what was seen, and that no receipt was sent', async () => {
		await press(1, { mailbox: 'one' });
		await press(2, { mailbox: 'one' });
		await press(3, { marks: ['honeypot'] });
		await round();
		const texts = leads().map(({ text }) => text);
		expect(texts[0]).not.toMatch(/kvittering|Samme e-mail|Bemærk/);
		expect(texts[1]).toContain(`Samme e-mail som i ansøgning ${referenceOf(idOf(1))}.`);
		expect(texts[2]).toMatch(/Bemærk: [^]*har ikke fået en kvittering på e-mail/);
		expect(sent.filter(({ tags }) => tags.email === 'receipt')).toHaveLength(2);
	});

	test('the head start leaves it to the round where many are stored', async () => {
		for (let n = 1; n <= 50; n++) await press(n);
		await headStart(idOf(1), ports);
		await pressAndSend(51);
		expect(sent).toHaveLength(2);
		await round();
		expect(sent).toHaveLength(102);
	});

	test('two rounds and a head start at once send each letter once', async () => {
		await press(1);
		await Promise.all([round(), round(), headStart(idOf(1), ports)]);
		expect(sent).toHaveLength(2);
	});

	test('a letter of a new key is sent to the project lead of now, one of an old key to the same mailbox', async () => {
		await press(1);
		answerWith('unknown');
		await round();
		const projectLead = { ...writing.programme.projectLead, email: 'ny@rødgrød.dk' };
		ports = { ...ports, writing: { ...writing, programme: { ...writing.programme, projectLead } } };
		for (const pause of [hour, 48 * hour]) {
			now += pause;
			await round();
		}
		expect(leads().map(({ to }) => to)).toEqual([
			...[leadMailbox, leadMailbox, 'ny@xn--rdgrd-vuad.dk'],
		]);
		expect(leads()[2]?.subject).toContain('(måske sendt før)');
	});

	test('refused for the applicant’s address, a letter is sent again at once without it', async () => {
		await press(1);
		answer = ({ replyTo }) =>
			replyTo === leadMailbox ? { kind: 'accepted' } : { kind: 'refused', reason: 'content' };
		await round();
		now += minute;
		await round();
		expect(leads().map(({ replyTo }) => replyTo)).toEqual(['soeren@eksempel.dk', leadMailbox]);
		expect(leads()[1]?.text).toContain('Svar ikke på denne e-mail');
		expect(alarms()).toEqual([]);
	});

	test('where the provider’s day is used up, nobody else is tried in that round', async () => {
		for (const n of [1, 2, 3]) await press(n);
		answerWith('quota');
		expect(await problemsOf()).toEqual({ quota: 1 });
		expect(sent.filter(({ tags }) => tags.id)).toHaveLength(1);
		now += 4 * hour;
		expect(await problemsOf()).toEqual({ quota: 3 });
	});

	test('with an allowance, whoever waits for it for long is a problem, and is sent later', async () => {
		ports = { ...ports, perDay: 4 };
		for (const n of [1, 2, 3, 4, 5, 6]) await press(n);
		expect(await round()).toMatchObject({ waiting: 2, oldest: begun, problems: {} });
		now += 5 * hour;
		expect(await problemsOf()).toEqual({ quota: 2 });
		now += day;
		for (const n of [1, 2, 3, 4]) await report(n, 'delivered');
		expect((await round()).waiting).toBe(0);
	});

	test('only what is unsent for want of an allowance is a problem of that', async () => {
		ports = { ...ports, perDay: 2 };
		answerWith('unknown');
		await press(1);
		await round();
		await report(1, 'suppressed');
		now += hour;
		expect(await problemsOf()).toEqual({ suppressed: 1 });
		ports = { ...ports, perDay: null };
		await press(2);
		now += 4 * hour;
		expect(await problemsOf()).toEqual({ suppressed: 1, undelivered: 1 });
		await report(2, 'delivered');
		expect((await round()).waiting).toBe(1);
	});

	test('a deadline ends the round; what is left is a problem when an hour has passed so', async () => {
		await press(1);
		now += 1;
		await press(2);
		expect((await round(0)).problems).toEqual({});
		now += hour - 1;
		expect((await round(0)).problems).toEqual({});
		now += 1;
		const left = { waiting: 2, oldest: begun, problems: { cut: 1 } };
		expect(await round(0)).toMatchObject(left);
		expect(lastAlarm()).toContain('under ”cut”');
		const { cutSince, oldest } = await round();
		expect({ cutSince, oldest }).toEqual({});
	});
});

describe('an alarm', () => {
	test('is sent every six hours, and within the hour where others have the problem', async () => {
		const bounce = async (n: number) => {
			await pressAndSend(n);
			await report(n, 'bounced');
		};
		await bounce(1);
		await round();
		await bounce(2);
		for (const [pause, all] of [
			[0, 1],
			[hour - 1, 1],
			[1, 2],
			[6 * hour - 1, 2],
			[1, 3],
		] as const) {
			now += pause;
			expect(await problemsOf()).toEqual({ bounced: 2 });
			expect(alarms()).toHaveLength(all);
		}
		const both = [idOf(1), idOf(2)].map(referenceOf).toSorted();
		expect(lastAlarm()).toContain(`${both.join(', ')}.`);
		expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
		await discard(1);
		now += hour;
		await round();
		expect(alarms(), 'those that are left are no news').toHaveLength(3);
	});

	test('of a full mailbox is sent once a week, whoever waits for it', async () => {
		const raise = (id: string, before: Report['alarmed']) =>
			raiseAlarms(new Map([[id, ['deferred']]]), before, ports, now);
		const { alarmed } = await raise('a', {});
		expect(alarmed).toEqual({ deferred: { at: now, about: ['a'] } });
		now += 7 * day - 1;
		expect((await raise('b', alarmed)).alarmed).toEqual(alarmed);
		now += 1;
		await raise('b', alarmed);
		expect(sent).toHaveLength(2);
		const [{ letter, key, tags } = expect.fail()] = sent;
		const slot = Math.floor(begun / (6 * hour));
		expect(key).toBe(`alarm/${slot}/${ports.sign(letter.to + letter.text)}`);
		expect(tags).toEqual({ notice: 'alarms' });
	});

	test('that is not accepted shows in health, and is sent again under the same key', async () => {
		await pressAndSend(1);
		await report(1, 'suppressed');
		answer = () => ({ kind: 'unknown' });
		expect(await problemsOf()).toEqual({ suppressed: 1, alarm: 1 });
		answer = () => ({ kind: 'accepted' });
		expect(await problemsOf()).toEqual({ suppressed: 1 });
		expect(alarms()).toHaveLength(2);
		expect(new Set(lettersTo(alarmMailbox).map(({ key }) => key)).size).toBe(1);
	});

	test('names an entry that cannot be opened or looked at; the others are processed', async () => {
		for (const n of [1, 2, 3]) await press(n);
		blobs.set(`entry/${idOf(1)}`, 'not ours');
		replace((real) => ({
			read: (kind, name) => (name === idOf(2) ? fail() : real.read(kind, name)),
		}));
		expect(await problemsOf()).toEqual({ unreadable: 1, failed: 1 });
		expect(sent.filter(({ tags }) => tags.id === idOf(3))).toHaveLength(2);
	});

	test('names an entry that has vanished, for three days, unless we removed it or it is back', async () => {
		await press(1);
		await press(2);
		await round();
		await report(2, 'delivered');
		const { outbox } = ports;
		const text = blobs.get(`entry/${idOf(1)}`) ?? '';
		await outbox.remove('entry', idOf(1));
		replace((real) => ({
			names: async (kind) => [...(await real.names(kind)), ...(kind === 'entry' ? [idOf(9)] : [])],
		}));
		expect(await problemsOf()).toEqual({ missing: 1 });
		expect(alarms()).toEqual(['En ansøgning er forsvundet fra lageret']);
		blobs.set(`entry/${idOf(1)}`, text);
		expect(await problemsOf()).toEqual({});
		await outbox.remove('entry', idOf(1));
		now += 3 * day - 1;
		expect(await problemsOf()).toEqual({ missing: 1 });
		now += 1;
		expect(await problemsOf()).toEqual({});
	});

	test('says that a round cannot go on', async () => {
		replace(() => ({ names: fail }));
		const processed = await processOutbox(ports, now + minute, ['stopped']);
		expect(processed).toMatchObject({ kind: 'failed' });
		expect(alarms()).toEqual(['Noget gik galt hos os', 'Udsendelsen kører ikke, som den skal']);
		expect(lettersTo(alarmMailbox)[0]?.letter.text).toContain('under ”failed”');
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
		now += 2 * day - 1;
		expect(await problemsOn(broken)).toEqual({});
		now += 1;
		expect(await problemsOn(broken), 'what is empty').toEqual({ failed: 1 });
	});

	test('of a notice that came back lasts two days, unless a later e-mail arrives', async () => {
		await press(1);
		await round();
		for (const [recipient, age, arrivedAfter, isLost] of [
			['lead', 0, 0, true],
			['lead', 0, 1, false],
			['alarms', 0, 1, true],
			['alarms', 2 * day - 1, 0, true],
			['alarms', 2 * day, 0, false],
		] as const) {
			await reportNotice(recipient, 'bounced');
			const { at = 0 } = (await ports.outbox.read('notice', recipient)) ?? {};
			await ports.outbox.change('entry', idOf(1), (entry) => {
				const lead = { attempts: 1, generation: 1, deliveredAt: at + arrivedAfter };
				return entry && { ...entry, emails: { lead } };
			});
			now += age;
			expect((await problemsOf()).notice, `${recipient} ${age} ${arrivedAfter}`).toBe(
				isLost ? 1 : undefined,
			);
			await reportNotice(recipient, 'delivered');
			now += minute;
		}
	});

	test('of a notice that came back is sent to the other mailbox, until one arrives', async () => {
		await reportNotice('alarms', 'deferred');
		expect(await problemsOf()).toEqual({});
		await reportNotice('alarms', 'bounced');
		expect(await problemsOf()).toEqual({ notice: 1 });
		expect(lettersTo(leadMailbox).map(({ tags }) => tags)).toEqual([{ notice: 'lead' }]);
		await reportNotice('alarms', 'deferred');
		now += minute;
		await reportNotice('alarms', 'delivered');
		expect(await problemsOf()).toEqual({});
		now += hour;
		await reportNotice('lead', 'bounced');
		expect(await problemsOf()).toEqual({ notice: 1 });
		expect(alarms()).toEqual(['En alarm eller ugens oversigt kom ikke frem']);
		await pressAndSend(1);
		now += minute;
		await report(1, 'delivered');
		expect(await problemsOf()).toEqual({});
	});
});

describe('the roll call', () => {
	const rolls = () => sent.filter(({ letter }) => letter.subject.includes('ugens ansøgninger'));
	beforeEach(() => pressAndSend(1));

	test('names what came before the week began, to both mailboxes, once a week', async () => {
		now = monday - 1;
		await report(1, 'delivered');
		await round();
		expect(rolls()).toEqual([]);
		now = monday;
		await press(2);
		for (let n = 0; n < 3; n++) await round();
		expect(rolls().map(({ letter }) => letter.to)).toEqual([leadMailbox, alarmMailbox]);
		const text = rolls()[0]?.letter.text ?? '';
		expect(text).toContain(`${referenceOf(idOf(1))}: 21. november 2026 kl. 8.30, afleveret`);
		expect(text).not.toContain(referenceOf(idOf(2)));
		now += 7 * day;
		await round();
		expect(rolls()).toHaveLength(4);
	});

	test('not accepted is a problem, sent again with the same key, and stops no deletion for longer than a week', async () => {
		await report(1, 'delivered');
		answerWith('unknown');
		now = monday;
		expect(await problemsOf()).toEqual({ 'roll-call': 1 });
		expect(lastAlarm()).toContain('under ”roll-call”');
		await round();
		const toLead = rolls().filter(({ letter }) => letter.to === leadMailbox);
		expect(new Set(toLead.map(({ key }) => key)).size).toBe(1);
		now = begun + 14 * day - 1;
		await round();
		expect(await isStored(1)).toBe(true);
		now += 1;
		await round();
		expect(await isStored(1)).toBe(false);
	});

	test('whose text has changed has another key', async () => {
		answer = () => ({ kind: 'unknown' });
		now = monday;
		await round();
		await report(1, 'delivered');
		await round();
		expect(new Set(rolls().map(({ key }) => key)).size).toBe(4);
	});

	test('waits where an entry could not be looked at', async () => {
		now = monday;
		const outbox = replace((all) => ({
			read: (kind, name) => (kind === 'entry' ? fail() : all.read(kind, name)),
		}));
		expect(await problemsOf()).toEqual({ failed: 1 });
		expect(rolls()).toEqual([]);
		ports = { ...ports, outbox };
		await round();
		expect(rolls()).toHaveLength(2);
	});
});

test('a roll call is of what came before Monday 05:00 UTC, oldest first, and is not discarded', async () => {
	now = monday;
	const begin = monday - 10 * minute;
	const sentLead = { emails: { lead: { attempts: 1, generation: 1 } } };
	const table: [Entry, ...Problem[]][] = [
		[anEntry(1, { ...sentLead, acceptedAt: begin - 1 }), 'undelivered'],
		[anEntry(2, { ...sentLead, acceptedAt: begin - 2 }), 'deferred'],
		[anEntry(7, { ...sentLead, acceptedAt: begin - 3 }), 'lost-receipt', 'unconfirmed'],
		[anEntry(3, { ...sentLead, acceptedAt: begin })],
		[discarded(anEntry(4, sentLead))],
		[anEntry(5)],
	];
	const entries = table.map(([entry]) => entry);
	const problems = new Map(table.map(([{ id }, ...found]) => [id, found]));
	problems.set(idOf(6), ['unreadable']);
	const { called } = await callRoll(entries, problems, {}, ports, now);
	expect(sent.map(({ tags }) => tags)).toEqual([{ notice: 'lead' }, { notice: 'alarms' }]);
	const lines = sent[0]?.letter.text.matchAll(/^(\S+): .*, ([^,\n]*)$/gm);
	expect(Array.from(lines ?? [], ([, reference, state]) => [reference, state])).toEqual([
		[referenceOf(idOf(6)), 'kan ikke læses'],
		[referenceOf(idOf(7)), 'men ikke meldt afleveret'],
		[referenceOf(idOf(2)), 'men ikke meldt afleveret'],
		[referenceOf(idOf(1)), 'venter på at blive afleveret'],
	]);
	expect([isCalled(begin - 1, called), isCalled(begin, called)]).toEqual([true, false]);
	const { lead: week = 0 } = called;
	const others = [{ lead: week, alarms: week - 1 }, { lead: week }, { alarms: week }];
	expect(others.some((other) => isCalled(begin - 1, other))).toBe(false);
});

describe('deletion', () => {
	test('a week after delivery, once it was called; the key is removed hours later', async () => {
		await pressAndSend(1);
		await report(1, 'delivered');
		now = monday;
		await round();
		now = begun + 7 * day - 1;
		await round();
		expect(await isStored(1)).toBe(true);
		now += 1;
		await round();
		expect(await isStored(1)).toBe(false);
		expect(await ports.outbox.names('entry')).toEqual([idOf(1)]);
		now += 2 * day;
		expect((await round()).known).toEqual({});
		expect(await ports.outbox.names('entry')).toEqual([]);
	});

	test('claims are forgotten after 30 days, in the first round of a day', async () => {
		await press(1);
		await ports.outbox.remove('entry', idOf(1));
		now = begun + 30 * day;
		await round();
		expect([...blobs.keys()].toSorted()).toEqual(['round/last', 'seen/f1', 'seen/m1']);
		now += 1;
		await round();
		expect([...blobs.keys()]).toHaveLength(3);
		now += 17 * hour;
		await round();
		expect([...blobs.keys()]).toEqual(['round/last']);
	});

	test('what a person discards is deleted by the next round, and nothing more is sent', async () => {
		await press(1);
		await discard(1);
		await round(0);
		expect(await isStored(1), 'no step begins after the deadline').toBe(true);
		const { waiting, problems, known } = await round();
		expect({ waiting, problems, known }).toEqual({ waiting: 0, problems: {}, known: {} });
		expect(await isStored(1)).toBe(false);
		await report(1, 'delivered');
		expect(sent).toEqual([]);
	});

	test('what is sent again after that is another application, also from the same check page', async () => {
		await pressAndSend(1);
		await discard(1);
		await round();
		now += minute;
		expect(await press(1)).toBe(idOf(101));
		await round();
		expect(leads()).toHaveLength(2);
		// The first one’s id does not come back before the check page has expired and the claim is old.
		for (let hours = 0; hours < 24; hours++) {
			now += hour;
			await discard(101 + hours);
			await round();
			const spareId = idOf(102 + hours);
			expect(await press(1, { spareId })).toBe(spareId);
		}
	});

	test('not of what is sent again at that moment', async () => {
		await pressAndSend(1);
		await report(1, 'delivered');
		now = begun + 14 * day;
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
		expect(Object.keys((await round()).known)).toEqual([idOf(1)]);
		expect(await isStored(1)).toBe(true);
	});
});
