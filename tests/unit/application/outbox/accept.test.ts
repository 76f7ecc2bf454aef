import { describe, expect, test } from 'vitest';
import { hourOf } from '#application/confirming/id.ts';
import type { Confirmed } from '#application/confirming/confirm.ts';
import { accept, type Accepted } from '#application/outbox/accept.ts';
import { day, type Entry, hour, withEmail } from '#application/outbox/entry.ts';
import type { Outbox, Records } from '#application/outbox/ports.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { theChecked } from '../../../support/application.ts';
import { World } from '../../../support/world.ts';

const begun = Date.UTC(2026, 10, 21, 7, 30);
const idOf = (n: number) => `${hourOf(begun)}-${String(n).padStart(32, '0')}`;

function aDesk(change: (outbox: Outbox) => Partial<Outbox> = () => ({})) {
	const world = new World();
	const { store, seal } = world.still;
	const real = outboxOn(store, seal);
	/** Presses at a time; the n-th check page, and by default answers of its own. */
	const press = (n: number, time = 0, changes: Partial<Confirmed> = {}): Promise<Accepted> => {
		const own = { fingerprint: `f${n}`, mailbox: 'm', source: 's', marks: [] };
		const ids = { id: idOf(n), spareId: idOf(100 + n) };
		const confirmed = { ...ids, now: begun + time, application: theChecked(), ...own };
		return accept({ ...confirmed, ...changes }, { ...real, ...change(real) });
	};
	const stored = async (id: string): Promise<Entry> => {
		const entry = await real.read('entry', id);
		if (!entry) throw new Error(`${id} is not stored`);
		return entry;
	};
	return { world, outbox: real, press, stored };
}
const same = { fingerprint: 'the same answers' };
const noAnswer = () => Promise.reject(new Error('no answer'));
/** An outbox that answers so where a record of a kind is changed. */
const instead =
	(meant: keyof Records, answer: () => Promise<unknown>) =>
	(outbox: Outbox): Partial<Outbox> => ({
		change: (kind, ...args) =>
			kind === meant ? (answer() as never) : outbox.change(kind, ...args),
	});

test('an application is stored with all its e-mails, and none is tried yet', async () => {
	const { press, stored } = aDesk();
	expect(await press(1)).toEqual({ id: idOf(1), at: begun, hasReceipt: true, isNew: true });
	const { emails, ...entry } = await stored(idOf(1));
	expect(entry).toMatchObject({ version: 3, acceptedAt: begun, marks: [], source: 's' });
	expect(Object.keys(emails)).toEqual(['lead', 'receipt', 'lost-receipt']);
	expect(Object.values(emails).map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
});

test('a marked one has the project lead’s e-mail alone', async () => {
	const { press, stored } = aDesk();
	expect(await press(1, 0, { marks: ['honeypot'] })).toMatchObject({ hasReceipt: false });
	const { emails } = await stored(idOf(1));
	expect(Object.keys(emails)).toEqual(['lead']);
});

describe('the same answers are one application', () => {
	test('pressed again, confirmed in two tabs, or at the same moment', async () => {
		const { press, outbox } = aDesk();
		const all = await Promise.all([press(1, 0, same), press(1, 0, same), press(2, 0, same)]);
		all.push(await press(1, hour, same), await press(3, 6 * day, same));
		expect(new Set(all.map(({ id }) => id)).size).toBe(1);
		expect(new Set(all.map(({ at }) => at))).toEqual(new Set([begun]));
		expect(await outbox.names('entry')).toHaveLength(1);
		expect(all.at(-1)?.isNew).toBe(false);
	});

	test('and promise no receipt again that came back or was refused', async () => {
		const { press, outbox } = aDesk();
		await press(1, 0, same);
		for (const [lost, hasReceipt] of [
			[{ failure: 'bounced' }, false],
			[{ refused: 'content' }, false],
			[{ refused: 'rate' }, true],
		] as const) {
			const receipt = { attempts: 1, generation: 1, ...lost };
			await outbox.change(
				'entry',
				idOf(1),
				(entry) => entry && withEmail(entry, 'receipt', receipt),
			);
			expect(await press(2, hour, same)).toMatchObject({ hasReceipt });
		}
	});

	test('and sent again, somebody wants it: it is not discarded, and its retention begins anew', async () => {
		const { press, outbox, stored } = aDesk();
		await press(1, 0, same);
		await outbox.change('entry', idOf(1), (entry) => {
			const discarded = { at: begun, by: 'KL' };
			return entry && { ...entry, discarded };
		});
		await press(2, hour, same);
		await press(2, -hour, same);
		const { discarded, confirmedAt } = await stored(idOf(1));
		expect({ discarded, confirmedAt }).toEqual({ discarded: undefined, confirmedAt: begun + hour });
	});

	test('for as long as it is stored: emptied, removed or unreadable, another press begins anew', async () => {
		for (const [end, time] of [
			['emptied', hour],
			['removed', 2 * day],
			['unreadable', hour],
		] as const) {
			const { press, outbox, world } = aDesk();
			await press(1, 0, same);
			if (end === 'removed') await outbox.remove('entry', idOf(1));
			if (end === 'unreadable') world.put(`entry/${idOf(1)}`, 'sealed with a lost key');
			if (end === 'emptied')
				await outbox.change('entry', idOf(1), (entry) => {
					return entry && { ...entry, emails: {}, emptiedAt: begun };
				});
			expect(await press(2, time, same), end).toMatchObject({ id: idOf(2), isNew: true });
			expect(await press(3, time + 1, same), end).toMatchObject({ id: idOf(2), isNew: false });
		}
	});

	test('a claim whose application is still being stored is the same one for two days', async () => {
		const { press, outbox } = aDesk();
		await press(1, 0, same);
		await outbox.remove('entry', idOf(1));
		expect(await press(2, 2 * day - 1, same)).toMatchObject({ id: idOf(1), isNew: true });
	});
});

test('one mailbox gets three receipts in 24 hours', async () => {
	const { press, stored } = aDesk();
	const receipts = [];
	for (let n = 1; n <= 4; n++) receipts.push((await press(n, n)).hasReceipt);
	expect(receipts).toEqual([true, true, true, false]);
	expect((await press(4, 5)).hasReceipt).toBe(false);
	expect(Object.keys((await stored(idOf(4))).emails)).toEqual(['lead']);
	expect((await press(5, 5, { mailbox: 'another' })).hasReceipt).toBe(true);
	expect((await press(6, day + 4)).hasReceipt).toBe(true);
});

test('a receipt counts once for its application, however often it is pressed', async () => {
	const { press } = aDesk();
	for (let n = 0; n < 5; n++) await press(1, n);
	expect(await press(2, 5)).toMatchObject({ hasReceipt: true });
});

test('a receipt counts from the press that stored its application, not from one that failed', async () => {
	let isDown = true;
	const { press } = aDesk((outbox) => (isDown ? instead('entry', noAnswer)(outbox) : {}));
	await expect(press(1)).rejects.toThrow('no answer');
	isDown = false;
	const receipts = [];
	for (let n = 1; n <= 4; n++)
		receipts.push((await press(n, 14 * hour + (n - 1) * 4 * hour)).hasReceipt);
	expect(receipts).toEqual([true, true, true, false]);
});

test('another application from the same mailbox within a week is remembered with it', async () => {
	const { press, stored } = aDesk();
	await press(1, 0, { marks: ['hurried'] });
	await press(2, 1);
	await press(3, 7 * day);
	await press(4, 14 * day);
	const names = async (n: number) => (await stored(idOf(n))).sameMailboxAs;
	expect(await names(2)).toBeUndefined();
	expect(await names(3)).toBe(idOf(2));
	expect(await names(4)).toBeUndefined();
});

test('where receipts cannot be counted none is promised, and the application is stored', async () => {
	const unsure = [
		() => Promise.reject(new Error('busy')),
		// A read that is late does not show this press.
		() => Promise.resolve(undefined),
	];
	for (const answer of unsure) {
		const { press } = aDesk((outbox) => ({
			change: (kind, name, change) => (name === 'm' ? answer() : outbox.change(kind, name, change)),
		}));
		expect(await press(1)).toMatchObject({ hasReceipt: false, isNew: true });
	}
});

describe('there is no receipt where it is not sure', () => {
	const gone = [{ id: idOf(9), at: begun - 3 * day }];
	const stored = (entry?: Partial<Entry>) => instead('entry', () => Promise.resolve(entry));
	const broken: [string, (outbox: Outbox) => Partial<Outbox>, string?][] = [
		['who was first', instead('seen', noAnswer)],
		['whether it is stored', instead('entry', noAnswer)],
		['whether the earlier one is', () => ({ read: noAnswer })],
		['whether anything is stored', stored(), 'other answers are stored under this id'],
		[
			'whose answers these are',
			stored({ fingerprint: 'x' }),
			'other answers are stored under this id',
		],
		[
			'that it was not emptied meanwhile',
			stored({ ...same, emptiedAt: begun }),
			'it was deleted at this moment',
		],
		[
			'who was first of many',
			instead('seen', () => Promise.resolve(gone)),
			'a claim changes too often',
		],
		[
			'that a claim is there',
			instead('seen', () => Promise.resolve(undefined)),
			'a claim changes too often',
		],
	];
	test.each(broken)('%s', async (_what, change, message = 'no answer') => {
		let isBroken = false;
		const { press } = aDesk((outbox) => (isBroken ? change(outbox) : {}));
		await press(1, 0, same);
		isBroken = true;
		await expect(press(2, 1, same)).rejects.toThrow(message);
	});
});
