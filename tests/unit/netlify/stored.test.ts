import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { idOf, idPattern } from '#application/confirming/id.ts';
import { whatNow } from '#application/delivering/plan.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { keyless, randomId, type Seal, sealWith, signWith } from '#netlify/adapters/seal.ts';
import { mapStore } from '../../support/map-store.ts';

const id = '2026112107-00000000000000000000000000000001';
const minute = 60_000;
const start = Date.UTC(2026, 10, 21, 7, 30);
const key = (name: string, byte: number) => `${name}:${Buffer.alloc(32, byte).toString('base64')}`;
const seal = sealWith([key('k1', 1)]);

/** What a version left in the storage, frozen when it was written. */
function stored(version: 1 | 2, changes: Record<string, string> = {}, by: Seal = seal) {
	const file = `tests/support/stored/version-${version}.json`;
	const frozen = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
	const blobs = new Map(Object.entries({ ...frozen, ...changes }));
	return { outbox: outboxOn(mapStore(blobs), by), blobs };
}

const letters = ['lead', 'receipt', 'lost-receipt'];
const fingerprint = 'hyJfsGedv-eE5UJikXdA-AK2XD8eTdharu0fesoK7xU';

describe.each([1, 2] as const)('what version %i kept is understood today', (version) => {
	test('the application, its letters and its facts', async () => {
		const known = await stored(version).outbox.look(id);
		if (!known || known.kept === 'unreadable') throw new Error('not understood');
		expect(known.kept).toMatchObject({
			version: 2,
			kind: 'application',
			acceptedAt: start,
			application: { name: 'Søren Å. Müller-Østergård', email: 'soeren@eksempel.dk' },
			fingerprint,
			suspicions: [],
		});
		expect(Object.keys(known.kept.letters).toSorted()).toEqual(letters.toSorted());
		expect(known.facts.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['attempted', 'accepted', 'bounced']),
		);
	});

	test('and goes on from where it was', async () => {
		const known = await stored(version).outbox.look(id);
		const actions = known && whatNow(known, start + 10 * minute);
		expect(actions?.find(({ kind }) => kind === 'send')).toMatchObject({
			mail: 'lost-receipt',
			attempt: { n: version === 1 ? 2 : 1, generation: 1 },
		});
	});

	test('and what happens to it now is understood beside what happened before', async () => {
		const { outbox } = stored(version);
		const before = await outbox.look(id);
		const fact = { kind: 'withheld', mail: 'lost-receipt', at: start } as const;
		await outbox.record(id, fact);
		const known = await outbox.look(id);
		expect(known?.kept).not.toBe('unreadable');
		expect(new Set(known?.facts)).toEqual(new Set([...(before?.facts ?? []), fact]));
	});

	test('and the claim of its answers is found', async () => {
		const { outbox } = stored(version);
		const span = version === 1 ? '' : `/${Math.floor(start / (6 * 24 * 60 * minute))}`;
		expect(await outbox.holder(`seen/${fingerprint}${span}`)).toBe(id);
	});
});

const delivered = { kind: 'delivered', mail: 'lead', at: start, eventId: 'x' };
const at = `fact/${id}/lead/delivered/x`;

test('a fact without a stamp is believed beside a record of version 1, and of no other', async () => {
	const changes = { [at]: JSON.stringify(delivered) };
	const before = await stored(1, changes).outbox.look(id);
	expect(before?.facts).toContainEqual(delivered);
	const now = await stored(2, changes).outbox.look(id);
	expect(now?.kept).toBe('unreadable');
	expect(now?.facts).not.toContainEqual(delivered);
});

const forgeries: Record<string, string> = {
	'stamped for another place': seal.stamp(JSON.stringify(delivered), `${at}y`),
	'stamped with another key of the same name': sealWith([key('k1', 2)]).stamp('{}', at),
	'stamped with a key that we do not have': sealWith([key('k2', 1)]).stamp('{}', at),
	'with another text than was stamped': `${seal.stamp('{}', at)} `,
	'with a shorter stamp': 'm1.k1.AAAA.{}',
	'of another kind of stamp': seal.stamp('{}', at).replace('m1', 'm2'),
	empty: '',
	'that is no JSON': seal.stamp('}', at),
};
for (const [name, text] of Object.entries(forgeries)) {
	test(`a fact ${name} makes the application unreadable, in either version`, async () => {
		for (const version of [1, 2] as const) {
			expect((await stored(version, { [at]: text }).outbox.look(id))?.kept).toBe('unreadable');
		}
	});
}

test('a record moved to another id does not open', async () => {
	const { outbox, blobs } = stored(2);
	const other = id.replace(/1$/, '2');
	blobs.set(`application/${other}`, blobs.get(`application/${id}`) ?? '');
	expect((await outbox.look(other))?.kept).toBe('unreadable');
	expect(await outbox.look(id.replace(/1$/, '3'))).toBeNull();
});

test('a record of a version to come is told as unreadable', async () => {
	const record = seal.seal(JSON.stringify({ version: 3, mails: {} }), `application/${id}`);
	const { outbox } = stored(2, { [`application/${id}`]: record });
	expect((await outbox.look(id))?.kept).toBe('unreadable');
});

test('after a rotation both keys open, and the new one writes', async () => {
	const rotated = sealWith([key('k2', 2), key('k1', 1)]);
	const { outbox, blobs } = stored(2, {}, rotated);
	await outbox.record(id, { kind: 'withheld', mail: 'receipt', at: start });
	const known = await outbox.look(id);
	expect(known?.kept).not.toBe('unreadable');
	expect(blobs.get(`fact/${id}/receipt/withheld`)).toMatch(/^m1\.k2\./);
	expect(rotated.seal('x', 'y')).toMatch(/^v1\.k2\./);
	expect(rotated.open(rotated.seal('æ.ø|å', 'y'), 'y')).toBe('æ.ø|å');
	expect(rotated.unstamp(rotated.stamp('a.b.c', 'y'), 'y')).toBe('a.b.c');
});

test('what is sealed tells nothing, and opens for its own place only', () => {
	const sealed = seal.seal('hemmelig', 'her');
	expect(sealed).not.toContain('hemmelig');
	expect(seal.seal('hemmelig', 'her')).not.toBe(sealed);
	expect(() => seal.open(sealed, 'der')).toThrow();
	expect(() => seal.open(`${sealed}x`, 'her')).toThrow();
	expect(() => seal.open(sealed.replace('v1', 'v2'), 'her')).toThrow('not a sealed record');
	expect(() => seal.open(sealed.replace('k1', 'k9'), 'her')).toThrow('no key "k9" in OUTBOX_KEY');
	for (const part of ['', '.AAAA', '.AAAA.AAAA']) {
		expect(() => seal.open(`v1.k1${part}`, 'her')).toThrow('cut off');
	}
	// Four bytes of the tag would open it, were its length not asked for.
	expect(() => seal.open(sealed.slice(0, -16), 'her')).toThrow();
	expect(() => sealWith([])).toThrow('OUTBOX_KEY holds no key');
});

test('a stamp that is too short is refused like any other', () => {
	expect(() => seal.unstamp('m1.k1.AAAA.{}', at)).toThrow('not stamped by us');
});

test('what we sign stays ours, whatever version signed it', () => {
	const sign = signWith(Buffer.alloc(32, 1).toString('base64'));
	expect(sign('æ')).toBe('j_IjLY7PnKazYrxGo1gmhgHxU20SITqjah0oxr4AdNk');
});

test('no two ids are the same', () => {
	const ids = Array.from({ length: 100 }, () => idOf(start, randomId()));
	expect(new Set(ids).size).toBe(100);
	for (const each of ids) expect(each).toMatch(idPattern);
});

test('without the key facts can be seen, and nothing can be opened or written', async () => {
	const { outbox } = stored(2, {}, keyless);
	const known = await outbox.look(id);
	expect(known?.kept).toBe('unreadable');
	expect(known?.facts.length).toBeGreaterThan(3);
	await expect(outbox.record(id, { kind: 'abandoned', at: start, by: 'KL' })).rejects.toThrow(
		'OUTBOX_KEY is not set',
	);
});
