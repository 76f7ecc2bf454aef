import { beforeEach, describe, expect, test } from 'vitest';
import { hourOf, referenceOf } from '#application/confirming/id.ts';
import type { Problem } from '#application/letters/alarm.ts';
import type { Letter } from '#application/letters/letter.ts';
import { accept, type Confirmed } from '#application/outbox/accept.ts';
import type { Delivery, Entry, Sent } from '#application/outbox/entry.ts';
import {
	callRoll,
	isCalled,
	lostNotices,
	raiseAlarms,
	raiseConfigurationAlarm,
} from '#application/outbox/notices.ts';
import type { Ports, Tags } from '#application/outbox/ports.ts';
import { headStart, processOutbox } from '#application/outbox/process.ts';
import { recordDelivery } from '#application/outbox/record.ts';
import type { Recipient, Report } from '#application/outbox/report.ts';
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
const anEntry = (n: number): Entry => ({
	...{ version: 3, id: idOf(n), acceptedAt: begun, fingerprint: '', marks: [], source: '' },
	emails: {},
});
const { email: leadMailbox } = writing.programme.projectLead;

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
		writing,
		alarmMailbox: 'vagt@eksempel.example',
		perDay: null,
		clock: { now: () => now },
		sign: signWith(secret),
	};
});

async function press(n: number, changes: Partial<Confirmed> = {}): Promise<string> {
	const digests = { fingerprint: `f${n}`, mailbox: `m${n}`, source: `s${n}` };
	const confirmed = { id: idOf(n), now, application: theChecked(), ...digests, marks: [] };
	return (await accept({ ...confirmed, ...changes }, ports.outbox)).id;
}
async function round(
	length = 5 * minute,
	found?: Parameters<typeof processOutbox>[2],
): Promise<Report> {
	const processed = await processOutbox(ports, now + length, found);
	if (processed.kind !== 'done') throw processed.error;
	return processed.report;
}
const hear = (
	n: number,
	kind: Delivery['kind'],
	email: 'lead' | 'receipt' = 'lead',
	generation = 1,
) =>
	recordDelivery(
		{ id: idOf(n), email, generation },
		{ kind, at: now, reason: 'quota' },
		ports.outbox,
	);
const hearOfNotice = (notice: Recipient, kind: Delivery['kind']) =>
	recordDelivery({ notice }, { kind, at: now } as Delivery, ports.outbox);
const lettersTo = (mailbox: string) => sent.filter(({ letter }) => letter.to === mailbox);
const alarms = () =>
	lettersTo(ports.alarmMailbox).map(({ letter }) => letter.subject.replace(/^[^:]*: /, ''));
const isStored = async (n: number) => (await ports.outbox.look(idOf(n)))?.application !== undefined;
const refuse = (reason: Extract<Sent, { kind: 'refused' }>['reason']) => () => ({
	...{ kind: 'refused' as const, reason },
});
const discard = (entry: Entry) => ({ ...entry, discarded: { at: now, by: 'KL' } });
const lastAlarm = () => lettersTo(ports.alarmMailbox).at(-1)?.letter.text;

describe('sending', () => {
	test('the head start sends both letters of one entry, and no other’s', async () => {
		await press(1);
		await headStart(await press(2), ports);
		expect(sent.map(({ key }) => key)).toEqual([`${idOf(2)}/lead/1`, `${idOf(2)}/receipt/1`]);
		expect(sent[0]?.tags).toEqual({ id: idOf(2), email: 'lead', generation: '1' });
		await hear(2, 'delivered');
		await hear(2, 'bounced', 'receipt');
		await headStart(idOf(2), ports);
		expect(sent.at(-1)?.key).toBe(`${idOf(2)}/lost-receipt/1`);
		expect(sent.at(-1)?.letter.to).toBe(leadMailbox);
	});

	test('the letter to the project lead says what was seen, and that no receipt was sent', async () => {
		await press(1, { mailbox: 'one' });
		await press(2, { mailbox: 'one' });
		await press(3, { marks: ['honeypot'] });
		await round();
		const texts = sent.flatMap(({ letter, tags }) => (tags.email === 'lead' ? [letter.text] : []));
		expect(texts[0]).not.toMatch(/kvittering|Samme e-mail|Bemærk/);
		expect(texts[1]).toContain(`Samme e-mail som ${referenceOf(idOf(1))}.`);
		expect(texts[2]).toMatch(/Bemærk: [^]*har ikke fået en kvittering på e-mail/);
		expect(sent.filter(({ tags }) => tags.email === 'receipt')).toHaveLength(2);
	});

	test('the head start leaves it to the round where many are stored', async () => {
		for (let n = 1; n <= 50; n++) await press(n);
		await headStart(idOf(1), ports);
		await headStart(await press(51), ports);
		expect(sent).toHaveLength(2);
		await round();
		expect(sent).toHaveLength(102);
	});

	test('two rounds and a head start at once send each letter once', async () => {
		await press(1);
		await Promise.all([round(), round(), headStart(idOf(1), ports)]);
		expect(sent).toHaveLength(2);
	});

	test('a new key goes to the project lead of now, and an old one to whom it went', async () => {
		await press(1);
		answer = () => ({ kind: 'unknown' });
		await round();
		const projectLead = { ...writing.programme.projectLead, email: 'ny@rødgrød.dk' };
		ports = { ...ports, writing: { ...writing, programme: { ...writing.programme, projectLead } } };
		now += hour;
		await round();
		now += 25 * hour;
		await round();
		const leads = sent.filter(({ tags }) => tags.email === 'lead').map(({ letter }) => letter);
		expect(leads.map(({ to }) => to)).toEqual([leadMailbox, leadMailbox, 'ny@xn--rdgrd-vuad.dk']);
		expect(leads[2]?.subject).toContain('(måske sendt før)');
		await press(2);
		now += minute;
		await round();
		expect(lettersTo('ny@xn--rdgrd-vuad.dk').at(-1)?.tags.id).toBe(idOf(2));
	});

	test('refused for the applicant’s address, a letter goes again at once without it', async () => {
		answer = ({ replyTo }) =>
			replyTo === leadMailbox ? { kind: 'accepted' } : refuse('content')();
		await press(1);
		await round();
		now += minute;
		await round();
		const leads = sent.filter(({ tags }) => tags.email === 'lead').map(({ letter }) => letter);
		expect(leads.map(({ replyTo }) => replyTo)).toEqual(['soeren@eksempel.dk', leadMailbox]);
		expect(leads[1]?.text).toContain('Svar ikke på denne e-mail');
		expect(alarms()).toEqual([]);
	});

	test('where the provider’s day is used up, nobody else is tried in that round', async () => {
		for (const n of [1, 2, 3]) await press(n);
		answer = ({ to }) => (to === ports.alarmMailbox ? { kind: 'accepted' } : refuse('quota')());
		expect((await round()).problems).toEqual({ quota: 1 });
		expect(sent.filter(({ tags }) => tags.id)).toHaveLength(1);
		now += 4 * hour;
		expect((await round()).problems).toEqual({ quota: 3 });
	});

	test('with an allowance, whoever waits for it for long is a problem, and is sent later', async () => {
		ports = { ...ports, perDay: 4 };
		for (const n of [1, 2, 3, 4, 5, 6]) await press(n);
		expect(await round()).toMatchObject({ waiting: 2, oldest: begun, problems: {} });
		now += 5 * hour;
		expect((await round()).problems).toEqual({ quota: 2 });
		now += day;
		for (const n of [1, 2, 3, 4]) await hear(n, 'delivered');
		expect((await round()).waiting).toBe(0);
	});

	test('only what is unsent for want of an allowance is a problem of that', async () => {
		ports = { ...ports, perDay: 2 };
		answer = ({ to }) => ({ kind: to === ports.alarmMailbox ? 'accepted' : 'unknown' });
		await press(1);
		await round();
		await hear(1, 'suppressed');
		now += hour;
		expect((await round()).problems).toEqual({ suppressed: 1 });
		ports = { ...ports, perDay: null };
		await press(2);
		now += 4 * hour;
		expect((await round()).problems).toEqual({ suppressed: 1, undelivered: 1 });
		await hear(2, 'delivered');
		expect((await round()).waiting).toBe(1);
	});

	test('a refusal leaves in doubt what was in doubt before', async () => {
		await press(1);
		answer = () => ({ kind: 'unknown' });
		await round();
		answer = refuse('rate');
		now += hour;
		await round();
		expect((await ports.outbox.look(idOf(1)))?.emails.lead?.unsureAt).toBe(begun);
	});

	test('a deadline ends the round; what is left is told when an hour has passed so', async () => {
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

describe('a person hears', () => {
	test('each kind of problem once in six hours, and at once when others have it', async () => {
		await press(1);
		await headStart(idOf(1), ports);
		await hear(1, 'bounced');
		for (const pause of [0, 5 * minute, 6 * hour]) {
			now += pause;
			expect((await round()).problems).toEqual({ bounced: 1 });
		}
		expect(alarms()).toHaveLength(2);
		await press(2);
		await headStart(idOf(2), ports);
		await hear(2, 'bounced');
		await round();
		expect(lettersTo(ports.alarmMailbox).at(-1)?.letter.text).toContain(
			[idOf(1), idOf(2)].map(referenceOf).toSorted().join(', '),
		);
		expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
		const heard = alarms().length;
		await ports.outbox.change(idOf(1), discard);
		await round();
		expect(alarms(), 'those that are left are no news').toHaveLength(heard);
	});

	test('many by their number, and again when it has doubled', async () => {
		answer = ({ to }) =>
			to === ports.alarmMailbox ? { kind: 'accepted' } : refuse('configuration')();
		for (let n = 1; n <= 31; n++) await press(n);
		await round();
		await press(32);
		await round();
		await press(33);
		await round();
		const texts = lettersTo(ports.alarmMailbox).map(({ letter }) => letter.text);
		expect(texts.map((text) => /mindst \d+/.exec(text)?.[0])).toEqual(['mindst 16', 'mindst 32']);
	});

	test('an alarm that is not accepted shows in health, and is sent again', async () => {
		await press(1);
		await headStart(idOf(1), ports);
		await hear(1, 'suppressed');
		answer = () => ({ kind: 'unknown' });
		expect((await round()).problems).toEqual({ suppressed: 1, alarm: 1 });
		answer = () => ({ kind: 'accepted' });
		expect((await round()).problems).toEqual({ suppressed: 1 });
		expect(alarms()).toHaveLength(2);
		expect(new Set(lettersTo(ports.alarmMailbox).map(({ key }) => key)).size).toBe(1);
	});

	test('of an entry that cannot be opened, or looked at twice; the others go on', async () => {
		for (const n of [1, 2, 3]) await press(n);
		blobs.set(`entry/${idOf(1)}`, 'not ours');
		const real = ports.outbox;
		const failing: Ports['outbox']['look'] = (id) =>
			id === idOf(2) ? Promise.reject(new Error('no answer')) : real.look(id);
		ports = { ...ports, outbox: { ...real, look: failing } };
		expect(await round()).toMatchObject({ problems: { unreadable: 1, failed: 1 } });
		expect(sent.filter(({ tags }) => tags.id === idOf(3))).toHaveLength(2);
	});

	test('of an entry that has vanished, for three days, and not of one that we removed', async () => {
		await press(1);
		await press(2);
		await round();
		await hear(2, 'delivered');
		const { outbox } = ports;
		await outbox.remove(idOf(1));
		const ids = async () => [...(await outbox.ids()), idOf(9)];
		ports = { ...ports, outbox: { ...outbox, ids } };
		expect((await round()).problems).toEqual({ missing: 1 });
		expect(alarms()).toEqual(['En ansøgning er forsvundet fra lageret']);
		now += 3 * day - 1;
		expect((await round()).problems).toEqual({ missing: 1 });
		now += 1;
		expect((await round()).problems).toEqual({});
	});

	test('of a round that cannot go on, in an alarm at least', async () => {
		ports = { ...ports, outbox: { ...ports.outbox, ids: () => Promise.reject(new Error('x')) } };
		const processed = await processOutbox(ports, now + minute, ['stopped']);
		expect(processed).toMatchObject({ kind: 'failed' });
		expect(alarms().toSorted()).toEqual(
			['Noget gik galt hos os', 'Udsendelsen kører ikke, som den skal'].toSorted(),
		);
		expect(lettersTo(ports.alarmMailbox)[0]?.letter.text).toContain('under ”failed”');
	});

	test('of what cannot be written or removed', async () => {
		const real = ports.outbox;
		const fail = () => Promise.reject(new Error('no answer'));
		const problemsOn = async (outbox: Ports['outbox']) => {
			ports = { ...ports, outbox };
			return (await round()).problems;
		};
		const broken = { ...real, change: fail, remove: fail };
		await press(1);
		expect(await problemsOn(broken), 'an attempt').toEqual({ failed: 1 });
		await real.change(idOf(1), discard);
		expect(await problemsOn(broken), 'what is over').toEqual({ failed: 1 });
		expect(await problemsOn(real)).toEqual({});
		now += 2 * hour - 1;
		expect(await problemsOn(broken)).toEqual({});
		now += 1;
		expect(await problemsOn(broken), 'what is empty').toEqual({ failed: 1 });
	});

	test('of many by name up to 16; of a full mailbox once a week, whoever waits for it', async () => {
		const table = [
			['bounced', ['a'], {}, 1],
			['bounced', ['a'], { 'bounced a': now - 6 * hour + 1 }, 0],
			['bounced', ['a'], { 'bounced a': now - 6 * hour }, 1],
			['deferred', ['a', 'b'], {}, 1],
			['deferred', ['c'], { 'deferred ': now - 7 * day + 1 }, 0],
			['failed', Array.from({ length: 16 }, (_, n) => idOf(n)), {}, 1],
		] as const;
		for (const [problem, ids, before, letters] of table) {
			sent.length = 0;
			const problems = new Map(ids.map((id) => [id, [problem]]));
			const { alarmed } = await raiseAlarms(problems, before, ports, now);
			expect(sent).toHaveLength(letters);
			if (problem === 'deferred') expect(Object.keys(alarmed)).toEqual(['deferred ']);
		}
		const [{ letter, key, tags } = expect.fail()] = sent;
		const names = Array.from({ length: 16 }, (_, n) => referenceOf(idOf(n)));
		expect(letter.text).toContain(`disse: ${names.toSorted().join(', ')}.`);
		expect(tags).toEqual({ notice: 'alarms' });
		const slot = Math.floor(now / (6 * hour));
		expect(key).toBe(`alarm/${slot}/${ports.sign(letter.to + letter.text)}`);
		const old = { old: now - 7 * day };
		expect(await raiseAlarms(new Map(), old, ports, now)).toEqual({ alarmed: {}, refused: 0 });
		await raiseAlarms(new Map([['alarms', ['notice']]]), {}, ports, now);
		expect(sent[1]?.tags).toEqual({ notice: 'lead' });
		const addresses = { ...ports.writing, to: ports.alarmMailbox };
		await raiseConfigurationAlarm(['SIGNING_KEY', 'x'.repeat(256)], addresses, ports, now);
		const settings = `alarm/${slot}/missing-setting/SIGNING_KEY,`;
		expect(sent[2]).toMatchObject({ key: settings.padEnd(256, 'x'), tags });
	});

	test('of a notice that came back, for two days, unless a later e-mail arrives', () => {
		const isLost = (recipient: Recipient, failed: number, delivered: number) => {
			const lead = { attempts: 1, generation: 1, deliveredAt: now + delivered };
			const notices = { [recipient]: { failedAt: now + failed, deliveredAt: now - 3 * day } };
			return lostNotices(notices, [{ ...anEntry(1), emails: { lead } }], now).length > 0;
		};
		expect([isLost('lead', 0, 0), isLost('lead', 0, 1)]).toEqual([true, false]);
		expect([isLost('alarms', 0, 1), isLost('alarms', -3 * day, 0)]).toEqual([true, false]);
		const twoDays = [isLost('lead', 1 - 2 * day, -3 * day), isLost('lead', -2 * day, -3 * day)];
		expect(twoDays).toEqual([true, false]);
	});

	test('of an alarm or a roll call that came back, at the other mailbox, until one arrives', async () => {
		await hearOfNotice('alarms', 'deferred');
		expect((await round()).problems).toEqual({});
		await hearOfNotice('alarms', 'bounced');
		expect((await round()).problems).toEqual({ notice: 1 });
		expect(lettersTo(leadMailbox)).toHaveLength(1);
		await hearOfNotice('alarms', 'deferred');
		now += minute;
		await hearOfNotice('alarms', 'delivered');
		expect((await round()).problems).toEqual({});
		await hearOfNotice('lead', 'bounced');
		expect((await round()).problems).toEqual({ notice: 1 });
		expect(alarms()).toEqual(['En alarm eller ugens oversigt kom ikke frem']);
		await headStart(await press(1), ports);
		now += minute;
		await hear(1, 'delivered');
		expect((await round()).problems).toEqual({});
	});
});

describe('the roll call', () => {
	const rolls = () => sent.filter(({ letter }) => letter.subject.includes('ugens ansøgninger'));
	beforeEach(async () => {
		await headStart(await press(1), ports);
	});

	test('names what came before the week began, to both mailboxes, once a week', async () => {
		now = monday - 1;
		await hear(1, 'delivered');
		await round();
		expect(rolls()).toEqual([]);
		now = monday;
		await press(2);
		for (let n = 0; n < 3; n++) await round();
		expect(rolls().map(({ letter }) => letter.to)).toEqual([leadMailbox, ports.alarmMailbox]);
		const text = rolls()[0]?.letter.text ?? '';
		expect(text).toContain(`${referenceOf(idOf(1))}: 21. november 2026 kl. 8.30, afleveret`);
		expect(text).not.toContain(referenceOf(idOf(2)));
		now += 7 * day;
		await round();
		expect(rolls()).toHaveLength(4);
	});

	test('not accepted is a problem, sent again with the same key, and stops no deletion for longer than a week', async () => {
		await hear(1, 'delivered');
		answer = ({ to }) => ({ kind: to === leadMailbox ? 'unknown' : 'accepted' });
		now = monday;
		expect((await round()).problems).toEqual({ 'roll-call': 1 });
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
		await hear(1, 'delivered');
		await round();
		expect(new Set(rolls().map(({ key }) => key)).size).toBe(4);
	});

	test('waits where an entry could not be looked at', async () => {
		now = monday;
		const real = ports.outbox;
		const look = () => Promise.reject(new Error('no answer'));
		ports = { ...ports, outbox: { ...real, look } };
		expect((await round()).problems).toEqual({ failed: 1 });
		expect(rolls()).toEqual([]);
		ports = { ...ports, outbox: real };
		await round();
		expect(rolls()).toHaveLength(2);
	});
});

test('a roll call is of what came before Monday 05:00 UTC, oldest first, and is not discarded', async () => {
	now = monday;
	const begin = monday - 10 * minute;
	const lead = { attempts: 1, generation: 1 };
	const entries: [Entry, Problem[]][] = [
		[{ ...anEntry(1), acceptedAt: begin - 1, emails: { lead } }, ['undelivered']],
		[{ ...anEntry(2), acceptedAt: begin - 2, emails: { lead } }, ['deferred']],
		[{ ...anEntry(7), acceptedAt: begin - 3, emails: { lead } }, ['unconfirmed', 'lost-receipt']],
		[{ ...anEntry(3), acceptedAt: begin, emails: { lead } }, []],
		[discard({ ...anEntry(4), emails: { lead } }), []],
		[anEntry(5), []],
	];
	const decisions = new Map(entries.map(([one, problems]) => [one, { attempts: [], problems }]));
	const unreadable = new Map([[idOf(6), ['unreadable'] as const]]);
	const { called } = await callRoll(decisions, unreadable, {}, ports, now);
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
		await headStart(await press(1), ports);
		await hear(1, 'delivered');
		now = monday;
		await round();
		now = begun + 7 * day - 1;
		await round();
		expect(await isStored(1)).toBe(true);
		now += 1;
		await round();
		expect(await isStored(1)).toBe(false);
		expect(await ports.outbox.ids()).toEqual([idOf(1)]);
		now += 2 * hour;
		expect((await round()).known).toEqual([]);
		expect(await ports.outbox.ids()).toEqual([]);
		now = begun + 30 * day;
		await round();
		expect([...blobs.keys()].toSorted()).toEqual(['round/last', 'seen/f1', 'seen/m1']);
		now += 1;
		expect((await round()).problems).toEqual({});
		expect([...blobs.keys()]).toEqual(['round/last']);
	});

	test('what a person discards is deleted by the next round, and nothing more is sent', async () => {
		await press(1);
		await ports.outbox.change(idOf(1), discard);
		await round(0);
		expect(await isStored(1), 'no step begins after the deadline').toBe(true);
		expect(await round()).toMatchObject({ waiting: 0, problems: {}, known: [] });
		expect(await isStored(1)).toBe(false);
		await hear(1, 'delivered');
		expect(sent).toEqual([]);
	});

	test('not of what is sent again at that moment', async () => {
		await headStart(await press(1), ports);
		await hear(1, 'delivered');
		now = begun + 14 * day;
		const real = ports.outbox;
		let isPressed = false;
		const racing: Ports['outbox']['change'] = async (...args) => {
			if (!isPressed) {
				isPressed = true;
				await press(2, { fingerprint: 'f1' });
			}
			return real.change(...args);
		};
		ports = { ...ports, outbox: { ...real, change: racing } };
		expect((await round()).known).toEqual([idOf(1)]);
		expect(await isStored(1)).toBe(true);
	});
});
