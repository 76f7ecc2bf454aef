import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Entry } from '#application/outbox/entry.ts';
import { type Outbox, Unreadable } from '#application/outbox/ports.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { randomId, sealWith, signWith } from '#netlify/adapters/seal.ts';
import type { Store } from '#netlify/adapters/store.ts';
import { theChecked } from '../../support/application.ts';
import { World } from '../../support/world.ts';

const id = '2026112107-00000000000000000000000000000001';
const key = (name: string, byte: number) => `${name}:${Buffer.alloc(32, byte).toString('base64')}`;
const seal = sealWith([key('k1', 1)]);
const entry: Entry = {
	...{ version: 3, id, acceptedAt: 1, fingerprint: 'f', marks: [], source: 's', emails: {} },
	application: theChecked(),
};

function anOutbox(change: (store: Store) => Partial<Store> = () => ({}), by = seal) {
	const world = new World();
	const { store } = world.still;
	return { world, store, outbox: outboxOn({ ...store, ...change(store) }, by) };
}

/** Stores the entry where there is none. */
const create = (outbox: Outbox, own = entry) =>
	outbox.change('entry', id, (before) => (before ? undefined : own));

describe('a record', () => {
	test('is created once under its name, can be listed, read, changed and removed', async () => {
		const { outbox, world } = anOutbox();
		expect(await outbox.read('entry', id)).toBeUndefined();
		expect(await create(outbox)).toEqual(entry);
		expect(await create(outbox, { ...entry, acceptedAt: 2 })).toEqual(entry);
		expect([...world.texts.keys()]).toEqual([`entry/${id}`]);
		expect(JSON.stringify([...world.texts]), 'nothing is readable').not.toContain('Søren');
		world.put('entry/notes.txt', 'x');
		expect(await outbox.names('entry')).toEqual([id]);
		const confirmed = { ...entry, confirmedAt: 5 };
		expect(await outbox.change('entry', id, () => confirmed)).toEqual(confirmed);
		expect(await outbox.read('entry', id)).toEqual(confirmed);
		await outbox.remove('entry', id);
		expect(await outbox.change('entry', id, (found) => found)).toBeUndefined();
		expect([...world.texts.keys()]).toEqual(['entry/notes.txt']);
	});

	test.each([
		['not there', () => null],
		['nothing', () => ({ text: seal.seal('null', `entry/${id}`), version: '' })],
	])('that is %s after it was created is an error, and no receipt', async (_what, found) => {
		let reads = 0;
		const { outbox } = anOutbox(() => ({
			create: () => Promise.resolve('created' as const),
			read: () => Promise.resolve(reads++ ? found() : null),
		}));
		await expect(create(outbox)).rejects.toThrow('cannot be read back');
	});

	test('created or changed by two at once has both changes', async () => {
		const { outbox } = anOutbox();
		const add = (at: number) =>
			outbox.change('seen', 'digest', (before = []) => [...before, { id, at }]);
		await create(outbox);
		await Promise.all([add(1), add(10)]);
		await Promise.all([add(2), add(20)]);
		const all = (await outbox.read('seen', 'digest'))?.map(({ at }) => at);
		expect(all?.toSorted((one, other) => one - other)).toEqual([1, 2, 10, 20]);
		expect(await outbox.names('seen')).toEqual(['digest']);
	});

	test('that others change all the time is given up', async () => {
		const { outbox } = anOutbox(() => ({ replace: () => Promise.resolve(false) }));
		await create(outbox);
		await expect(outbox.change('entry', id, (found) => found)).rejects.toThrow('all the time');
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
		const { outbox, world } = anOutbox();
		await create(outbox);
		world.put(`entry/${id}`, change(world.texts.get(`entry/${id}`)?.text ?? ''));
		const read = outbox.read('entry', id);
		await expect(read).rejects.toThrow(Unreadable);
		const message = 'not sealed by us, or for another place';
		await expect(read).rejects.toMatchObject({
			name: 'Unreadable',
			message,
			cause: expect.any(Error) as unknown,
		});
		expect(await outbox.names('entry')).toEqual([id]);
	});

	test('opens with an earlier key while that is set, and is sealed with the first one', async () => {
		const { outbox, world, store } = anOutbox();
		await create(outbox);
		const rotated = outboxOn(store, sealWith([key('k2', 2), key('k1', 1)]));
		expect(await rotated.read('entry', id)).toEqual(entry);
		await rotated.change('entry', id, (found) => found);
		expect(world.texts.get(`entry/${id}`)?.text).toMatch(/^v1\.k2\./);
		await expect(outbox.read('entry', id)).rejects.toThrow(Unreadable);
	});

	test('other than an entry counts as nothing where it cannot be opened, and is replaced', async () => {
		const { outbox, world } = anOutbox();
		world.put('seen/digest', 'not ours');
		expect(await outbox.read('seen', 'digest')).toBeUndefined();
		expect(await outbox.change('seen', 'digest', (before) => before ?? [])).toEqual([]);
		expect(await outbox.read('seen', 'digest')).toEqual([]);
	});

	test('is not taken for nothing where the storage does not answer', async () => {
		const { outbox } = anOutbox(() => ({ read: () => Promise.reject(new Error('no answer')) }));
		await expect(outbox.read('round', 'last')).rejects.toThrow('no answer');
		await expect(outbox.change('seen', 'digest', () => [])).rejects.toThrow('no answer');
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
