import { expect, test } from 'vitest';
import { day, type Email, type EmailName, type Entry, hour } from '#application/outbox/entry.ts';
import { inOrder } from '#application/outbox/order.ts';

const now = Date.UTC(2026, 10, 21, 19);

function anEntry(id: string, changes: Partial<Entry> = {}): Entry {
	const acceptedAt = now - hour;
	return {
		version: 3,
		id,
		acceptedAt,
		fingerprint: id,
		marks: [],
		source: id,
		emails: {},
		...changes,
	};
}
const sentAt = (triedAt: number): Email => ({
	...{ attempts: 1, generation: 1, triedAt, since: triedAt },
});
const due = (entry: Entry, email: EmailName = 'lead') => ({
	entry,
	attempt: { email, generation: 1 },
});
const many = (count: number, changes: Partial<Entry> = {}) =>
	Array.from({ length: count }, (_, n) =>
		anEntry(`${String(n)}-${JSON.stringify(changes)}`, changes),
	);

/** Who is served, of those whose letters to the project lead and receipts are due. */
function served(entries: readonly Entry[], perDay: number | null, others: readonly Entry[] = []) {
	const all = entries.flatMap((entry) => [
		due(entry),
		...(entry.marks.length > 0 ? [] : [due(entry, 'receipt')]),
	]);
	const order = inOrder(all, [...others, ...entries], perDay, now);
	const of = (name: EmailName) =>
		order.flatMap(({ entry, attempt }) => (attempt.email === name ? [entry.id] : []));
	return { leads: of('lead'), receipts: of('receipt') };
}

test('letters to the project lead come first, then receipts, then what the form marked', () => {
	const marked = anEntry('marked', { marks: ['honeypot'], acceptedAt: now - 2 * hour });
	const [one, other] = [anEntry('one'), anEntry('other', { acceptedAt: now - hour + 1 })];
	const all = [due(marked), due(other, 'receipt'), due(one, 'receipt'), due(other), due(one)];
	const order = inOrder(all, [marked, one, other], null, now);
	expect(order.map(({ entry, attempt }) => `${entry.id} ${attempt.email}`)).toEqual([
		'one lead',
		'other lead',
		'one receipt',
		'other receipt',
		'marked lead',
	]);
});

test('the k-th of one source waits for everybody’s first to (k-1)-th of the last day', () => {
	const flood = Array.from({ length: 5 }, (_, n) =>
		anEntry(`flood${n}`, { source: 'x', acceptedAt: now - hour + n }),
	);
	const late = anEntry('late', { acceptedAt: now });
	const dayBefore = anEntry('day before', { source: 'late', acceptedAt: now - day });
	expect(served([late, ...flood.toReversed()], null, [dayBefore]).leads).toEqual([
		...['flood0', 'late', 'flood1', 'flood2', 'flood3', 'flood4'],
	]);
});

test('where nothing is short, thirty of one school are served at once', () => {
	const { leads, receipts } = served(many(30, { source: 'school' }), null);
	expect([leads.length, receipts.length]).toEqual([30, 30]);
});

test('an allowance goes to letters to the project lead first; receipts get at most half', () => {
	const { leads, receipts } = served(many(40), 100);
	expect([leads.length, receipts.length]).toEqual([40, 50 - 10]);
	const rush = served(many(300), 100);
	expect([rush.leads.length, rush.receipts.length]).toEqual([100, 0]);
	expect(served(many(60), 100).receipts).toHaveLength(40);
	expect(served(many(10), 16).receipts).toHaveLength(6);
});

test('marked ones and the late ones of a source get at most half too', () => {
	expect(served(many(200, { marks: ['hurried'] }), 100).leads).toHaveLength(50);
	expect(served(many(200, { source: 'one' }), 100).leads).toHaveLength(11 + 50);
});

test('what was sent in the last 24 hours counts, and what was surely not sent does not', () => {
	const sent = (triedAt: number) => many(90, { emails: { lead: sentAt(triedAt) } });
	expect(served(many(20), 100, sent(now - hour)).leads).toHaveLength(10);
	expect(served(many(20), 100, sent(now - day)).leads).toHaveLength(20);
	const leads = many(30, { emails: { lead: sentAt(now - hour) } });
	expect(served(many(40), 100, leads).receipts).toHaveLength(100 - 30 - 40);
	const receipts = many(45, { emails: { receipt: sentAt(now - hour) } });
	expect(served(many(20), 100, receipts).receipts).toHaveLength(50 - 45);
	const refused = many(90, {
		emails: { lead: { attempts: 1, generation: 1, triedAt: now } },
	});
	expect(served(many(20), 100, refused).leads).toHaveLength(20);
});

test('the whole site sends 150 receipts an hour, so that strangers cannot be flooded', () => {
	expect(served(many(200), null).receipts).toHaveLength(150);
	const recent = many(149, { emails: { receipt: sentAt(now - hour + 1) } });
	expect(served(many(200), null, recent).receipts).toHaveLength(1);
	const leads = many(149, { emails: { lead: sentAt(now) } });
	expect(served(many(200), null, leads).receipts).toHaveLength(150);
	const marked = anEntry('marked', { marks: ['honeypot'] });
	expect(served([...many(200), marked], null).leads).toHaveLength(201);
	const earlier = many(149, { emails: { receipt: sentAt(now - hour) } });
	expect(served(many(200), null, earlier).receipts).toHaveLength(150);
});
