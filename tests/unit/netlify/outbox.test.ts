import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#application/outbox/entry.ts';
import { Unreadable } from '#application/outbox/ports.ts';
import { emptyReport } from '#application/outbox/report.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { randomId, sealWith, signWith } from '#netlify/adapters/seal.ts';
import type { Store } from '#netlify/adapters/store.ts';
import { theChecked } from '../../support/application.ts';
import { mapStore } from '../../support/map-store.ts';

const id = '2026112107-00000000000000000000000000000001';
const key = (name: string, byte: number) => `${name}:${Buffer.alloc(32, byte).toString('base64')}`;
const seal = sealWith([key('k1', 1)]);
const entry: Entry = {
	...{ version: 3, id, acceptedAt: 1, fingerprint: 'f', marks: [], source: 's', emails: {} },
	application: theChecked(),
};

function anOutbox(change: (store: Store) => Partial<Store> = () => ({}), by = seal) {
	const blobs = new Map<string, string>();
	const store = mapStore(blobs);
	return { blobs, outbox: outboxOn({ ...store, ...change(store) }, by) };
}

describe('an entry', () => {
	test('is stored once under its id, can be listed, changed and removed', async () => {
		const { outbox, blobs } = anOutbox();
		expect(await outbox.read(id)).toBeNull();
		expect(await outbox.create(entry)).toEqual(entry);
		expect(await outbox.create({ ...entry, acceptedAt: 2 })).toEqual(entry);
		expect(await outbox.ids()).toEqual([id]);
		const changed = await outbox.change(id, (found) => ({ ...found, confirmedAt: 5 }));
		expect(changed).toEqual({ ...entry, confirmedAt: 5 });
		expect(await outbox.change(id, () => undefined)).toBeUndefined();
		expect(await outbox.read(id)).toEqual(changed);
		await outbox.remove(id);
		expect([...blobs.keys()]).toEqual([]);
		expect(await outbox.change(id, (found) => found)).toBeUndefined();
	});

	test('holds nothing readable, not in its key either', async () => {
		const { outbox, blobs } = anOutbox();
		await outbox.create(entry);
		expect([...blobs].flat().join()).not.toContain('Søren');
		expect([...blobs.keys()]).toEqual([`entry/${id}`]);
	});

	test('that is not there after it was written is an error, and no receipt', async () => {
		const { outbox } = anOutbox(() => ({ create: () => Promise.resolve('created' as const) }));
		await expect(outbox.create(entry)).rejects.toThrow('cannot be read back');
	});

	test('changed by two at once has both changes', async () => {
		const { outbox } = anOutbox();
		await outbox.create(entry);
		const add = (at: number) => (found: Entry) => ({
			...found,
			confirmedAt: (found.confirmedAt ?? 0) + at,
		});
		await Promise.all([outbox.change(id, add(1)), outbox.change(id, add(10))]);
		expect(await outbox.read(id)).toMatchObject({ confirmedAt: 11 });
	});

	test('that others change all the time is given up', async () => {
		const { outbox } = anOutbox(() => ({ replace: () => Promise.resolve(false) }));
		await outbox.create(entry);
		await expect(outbox.change(id, (found) => found)).rejects.toThrow('all the time');
	});

	const sealedBy = (by: string) => sealWith([by]).seal(JSON.stringify(entry), `entry/${id}`);
	const foreign: [string, (text: string) => string][] = [
		['changed', (text) => `${text.slice(0, -3)}AAA`],
		['cut off', (text) => text.slice(0, 20)],
		['with a shortened tag', (text) => text.slice(0, -6)],
		['without a tag', (text) => text.slice(0, text.lastIndexOf('.'))],
		['of another format', (text) => text.replace('v1', 'v2')],
		['written by others', () => JSON.stringify(entry)],
		['sealed with a lost key', () => sealedBy(key('k9', 9))],
		['sealed with another key of the same name', () => sealedBy(key('k1', 9))],
		['moved here from another place', () => seal.seal(JSON.stringify(entry), 'entry/other')],
	];
	test.each(foreign)('%s is unreadable, and is not taken for one', async (_how, change) => {
		const { outbox, blobs } = anOutbox();
		await outbox.create(entry);
		blobs.set(`entry/${id}`, change(blobs.get(`entry/${id}`) ?? ''));
		const read = outbox.read(id);
		await expect(read).rejects.toThrow(Unreadable);
		const message = 'not sealed by us, or for another place';
		await expect(read).rejects.toMatchObject({
			name: 'Unreadable',
			message,
			cause: expect.any(Error) as unknown,
		});
		expect(await outbox.ids()).toEqual([id]);
	});

	test('opens with an earlier key while that is set, and is sealed with the first one', async () => {
		const { outbox, blobs } = anOutbox();
		await outbox.create(entry);
		const rotated = outboxOn(mapStore(blobs), sealWith([key('k2', 2), key('k1', 1)]));
		expect(await rotated.read(id)).toEqual(entry);
		await rotated.change(id, (found) => found);
		expect(blobs.get(`entry/${id}`)).toMatch(/^v1\.k2\./);
		await expect(outbox.read(id)).rejects.toThrow(Unreadable);
	});

	test('of a foreign name is not listed', async () => {
		const { outbox, blobs } = anOutbox();
		blobs.set('entry/notes.txt', 'x');
		expect(await outbox.ids()).toEqual([]);
	});
});

describe('what was seen', () => {
	const one = { id, at: 10 };
	test('is stored by whoever is first, and grows by compare-and-swap', async () => {
		const { outbox } = anOutbox();
		const claim = (holder: string) =>
			outbox.seen('print', ([held]) => (held ? undefined : [{ id: holder, at: 1 }]));
		const first = [{ id: 'a', at: 1 }];
		expect(await Promise.all([claim('a'), claim('b')])).toEqual([first, first]);
		await outbox.seen('print', (before) => [...before, one]);
		expect(await outbox.seen('print', () => undefined)).toEqual([...first, one]);
		expect(await outbox.seen('fresh', (before) => [...before, one])).toEqual([one]);
	});
	test('that is not there after it was written is an error', async () => {
		const { outbox } = anOutbox(() => ({ create: () => Promise.resolve('created' as const) }));
		await expect(outbox.seen('print', () => [one])).rejects.toThrow('cannot be read back');
	});
	test('and cannot be opened counts as nothing, and is replaced', async () => {
		const { outbox, blobs } = anOutbox();
		blobs.set('seen/print', 'not ours');
		expect(await outbox.seen('print', (before) => [...before, one])).toEqual([one]);
	});
	test('is forgotten when its latest is older, and leads to nothing that is stored', async () => {
		const { outbox, blobs } = anOutbox();
		await outbox.seen('old', () => [{ id, at: 1 }, one]);
		await outbox.seen('new', () => [
			{ id, at: 1 },
			{ id, at: 11 },
		]);
		await outbox.forget(11, new Set([id]));
		expect([...blobs.keys()]).toEqual(['seen/old', 'seen/new']);
		await outbox.forget(11, new Set());
		expect([...blobs.keys()]).toEqual(['seen/new']);
	});
});

describe('the report', () => {
	const at = (time: number) => ({ ...emptyReport, at: time });
	test.each([
		['is replaced by what is made of the one before', undefined],
		['that cannot be opened is as none, and is replaced', 'not ours'],
	])('%s', async (_what, text) => {
		const { outbox, blobs } = anOutbox();
		if (text) blobs.set('round/last', text);
		expect(await outbox.report()).toEqual(emptyReport);
		for (let n = 0; n < 2; n++) await outbox.changeReport((before) => at((before.at ?? 0) + 1));
		expect(await outbox.report()).toEqual(at(2));
	});
	test('is not taken for an empty one when the storage does not answer', async () => {
		const { outbox } = anOutbox(() => ({ read: () => Promise.reject(new Error('no answer')) }));
		await expect(outbox.report()).rejects.toThrow('no answer');
		await expect(outbox.changeReport(() => emptyReport)).rejects.toThrow('no answer');
	});
});

test('keys are named in errors, and never shown', () => {
	expect(() => sealWith([])).toThrow('OUTBOX_KEY');
	expect(() => seal.open(sealWith([key('k7', 7)]).seal('x', 'c'), 'c')).toThrow('"k7"');
	expect(() => seal.open('v2.k1.a.b.c', 'c')).toThrow('not a sealed record');
	expect(seal.open(seal.seal('æ', 'c'), 'c')).toBe('æ');
	expect(seal.seal('x', 'c')).not.toBe(seal.seal('x', 'c'));
});

test('signatures and ids are safe in addresses and differ', () => {
	const sign = signWith(Buffer.alloc(32, 1).toString('base64'));
	expect(sign('a')).toMatch(/^[\w-]{43}$/);
	const ofNode = createHmac('sha256', Buffer.alloc(32, 1)).update('a').digest('base64url');
	expect(sign('a')).toBe(ofNode);
	expect(sign('a')).not.toBe(sign('b'));
	expect(sign('a')).not.toBe(signWith(Buffer.alloc(32, 2).toString('base64'))('a'));
	expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
	expect(randomId()).not.toBe(randomId());
});
