import { describe, expect, test } from 'vitest';
import { span } from '#application/confirming/accept.ts';
import { hourOf } from '#application/confirming/id.ts';
import type { Fact } from '#application/delivering/facts.ts';
import type { Kept, KeptApplication, KeptDigest } from '#application/delivering/kept.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { sealWith } from '#netlify/adapters/seal.ts';
import type { Store } from '#netlify/adapters/store.ts';
import { theChecked } from '../../support/application.ts';
import { mapStore } from '../../support/map-store.ts';

const hour = 60 * 60_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 21, 7, 30);
const idAt = (time: number, n = 1) => `${hourOf(time)}-${n.toString(16).padStart(32, '0')}`;
const id = idAt(now);
const seal = sealWith([`k1:${Buffer.alloc(32, 1).toString('base64')}`]);

function anOutbox(change: (store: Store) => Partial<Store> = () => ({})) {
	const blobs = new Map<string, string>();
	const store = mapStore(blobs);
	return { blobs, outbox: outboxOn({ ...store, ...change(store) }, seal) };
}

const letter = { from: '', to: '', replyTo: '', subject: '', text: '', html: '' };
const application: KeptApplication = {
	version: 2,
	kind: 'application',
	id,
	acceptedAt: now,
	fingerprint: 'f',
	application: theChecked(),
	letters: { lead: letter },
	mailbox: 'm',
	suspicions: [],
};
const digest: KeptDigest = {
	version: 2,
	kind: 'digest',
	id,
	acceptedAt: now,
	letters: { lead: letter },
	members: [idAt(now, 2)],
};

describe('a fact lies beside its application, and the same one only once', () => {
	const table: Record<string, Fact> = {
		'lead/attempted/2': {
			kind: 'attempted',
			mail: 'lead',
			n: 2,
			at: now,
			generation: 1,
			repeated: false,
		},
		'lead/refused/2': { kind: 'refused', mail: 'lead', n: 2, at: now, reason: 'rate' },
		'receipt/accepted/p': { kind: 'accepted', mail: 'receipt', at: now, providerId: 'p' },
		'lost-receipt/bounced/e': { kind: 'bounced', mail: 'lost-receipt', at: now, eventId: 'e' },
		'receipt/withheld': { kind: 'withheld', mail: 'receipt', at: now },
		'lead/released/3': { kind: 'released', mail: 'lead', n: 3, at: now },
		bundled: { kind: 'bundled', at: now, digest: 'd' },
		[`confirmed/${now}`]: { kind: 'confirmed', at: now, by: 'b' },
		[`abandoned/${now}`]: { kind: 'abandoned', at: now, by: 'KL' },
	};
	for (const [name, fact] of Object.entries(table)) {
		test(name, async () => {
			const { outbox, blobs } = anOutbox();
			await outbox.keep(application);
			expect(await outbox.record(id, fact)).toBe('recorded');
			expect(await outbox.record(id, fact)).toBe('already-recorded');
			expect(blobs.has(`fact/${id}/${name}`)).toBe(true);
			expect(await outbox.look(id)).toEqual({ id, kept: application, facts: [fact] });
		});
	}
});

describe('what is kept', () => {
	const places: [string, Kept, 'people' | 'behind'][] = [
		['a person’s application', application, 'people'],
		['a suspect’s', { ...application, suspicions: ['hurried'] }, 'behind'],
		['a digest', digest, 'people'],
	];
	for (const [what, kept, line] of places) {
		test(`${what} can be read, waits, and is gone when it is deleted`, async () => {
			const { outbox, blobs } = anOutbox();
			expect(await outbox.keep(kept)).toBe(kept);
			expect(await outbox.look(id)).toEqual({ id, kept, facts: [] });
			expect(await outbox.kept()).toEqual([id]);
			const place = `${line === 'people' ? 'waiting' : 'behind'}/${id}`;
			expect([...blobs.keys()].toSorted()).toEqual([`application/${id}`, place].toSorted());
			for (const each of ['people', 'behind'] as const) {
				expect(await outbox.waiting(each)).toEqual(each === line ? [id] : []);
				await outbox.enqueue(id, each);
			}
			await outbox.delete(id);
			expect([...blobs.keys()]).toEqual([]);
		});
	}

	test('an application does not wait for its place in the line, and a digest does', async () => {
		for (const [kept, order] of [
			[application, ['application', 'waiting']],
			[digest, ['waiting', 'application']],
		] as const) {
			const written: string[] = [];
			const { outbox } = anOutbox((store) => ({
				async create(key, text) {
					const [folder = ''] = key.split('/');
					if (folder === 'waiting') await new Promise(setImmediate);
					written.push(folder);
					return store.create(key, text);
				},
			}));
			await outbox.keep(kept);
			expect(written).toEqual(order);
		}
		const cutOff = anOutbox(() => ({ create: () => Promise.reject(new Error()) }));
		await expect(cutOff.outbox.keep(digest)).rejects.toThrow();
		expect(await cutOff.outbox.kept()).toEqual([]);
	});

	const standing: [string, Kept, Kept][] = [
		['the same answers a moment later', application, { ...application, acceptedAt: now + 1 }],
		['another digest of the same time', digest, { ...digest, members: [] }],
	];
	for (const [what, first, second] of standing) {
		test(`${what} finds the first`, async () => {
			const { outbox } = anOutbox();
			await outbox.keep(first);
			expect(await outbox.keep(second)).toEqual(first);
		});
	}

	const conflicts: [string, Kept, Kept][] = [
		['other answers', application, { ...application, fingerprint: 'g' }],
		['a digest in the place of an application', application, digest],
		['an application in the place of a digest', digest, application],
	];
	for (const [what, first, second] of conflicts) {
		test(`there is no receipt for ${what}`, async () => {
			const { outbox } = anOutbox();
			await outbox.keep(first);
			await expect(outbox.keep(second)).rejects.toThrow('cannot be read back as it was written');
		});
	}

	test('nor for what the storage says it has and has not', async () => {
		const { outbox } = anOutbox(() => ({ create: () => Promise.resolve('created') }));
		await expect(outbox.keep(application)).rejects.toThrow('cannot be read back');
		await expect(outbox.claim('seen/f/1', id)).rejects.toThrow('a claim cannot be read back');
	});
});

test('a claim is the first one’s', async () => {
	const { outbox, blobs } = anOutbox();
	expect(await outbox.holder('seen/f/1')).toBeNull();
	expect(await outbox.claim('seen/f/1', 'one')).toBe('one');
	expect(await outbox.claim('seen/f/1', 'other')).toBe('one');
	expect(await outbox.holder('seen/f/1')).toBe('one');
	expect(await outbox.claim('seen/f/2', 'other')).toBe('other');
	blobs.set('claim/seen/f/1', blobs.get('claim/seen/f/2') ?? '');
	expect(await outbox.holder('seen/f/1')).toBeNull();
	await expect(outbox.claim('seen/f/1', 'third')).rejects.toThrow('not stamped by us');
});

test('the entries of a day are its own', async () => {
	const { outbox } = anOutbox();
	for (const entry of ['2026112107/n/d/1', '2026112123/n/d/2', '2026112200/n/d/3']) {
		await outbox.enter(entry);
	}
	expect(await outbox.entries('20261121')).toEqual(['2026112107/n/d/1', '2026112123/n/d/2']);
});

test('the latest report is read where it is ours', async () => {
	const { outbox, blobs } = anOutbox();
	expect(await outbox.lastReport('sweep')).toBeNull();
	await outbox.report('sweep', { at: now, problems: {} });
	await outbox.report('sweep', { at: now + 1, problems: { failed: 1 } });
	expect(await outbox.lastReport('sweep')).toEqual({ at: now + 1, problems: { failed: 1 } });
	expect(await outbox.lastReport('tidy')).toBeNull();
	blobs.set('tidy/last', blobs.get('sweep/last') ?? '');
	expect(await outbox.lastReport('tidy')).toBeNull();
});

describe('what nobody needs any more is found, and nothing else', () => {
	// A span, a day and a week are over in different moments: each has its own.
	const turn = 3464 * span;
	const week = 2900 * 7 * day;
	const gone = (time: number) => `fact/${idAt(time, 2)}/lead/delivered/e`;
	const table: [key: string, from: number][] = [
		[gone(now), Date.UTC(2026, 10, 23, 7) + 1],
		[`people/${hourOf(now)}/n/d/${id}`, Date.UTC(2026, 10, 22, 8)],
		[`claim/seen/f/3462`, turn + hour],
		[`claim/mailbox/20261121/m`, Date.UTC(2026, 10, 23)],
		[`claim/roll-call/2896/lead`, week + 1],
	];
	for (const [key, from] of table) {
		test(key, async () => {
			const { outbox, blobs } = anOutbox();
			await outbox.keep(application);
			blobs.set(key, 'x');
			expect(await outbox.leftovers(from - 1)).toEqual([]);
			expect(await outbox.leftovers(from)).toEqual([key]);
			await outbox.remove(key);
			expect(blobs.has(key)).toBe(false);
		});
	}

	test('facts about what is kept are needed, however old', async () => {
		const { outbox } = anOutbox();
		await outbox.keep(application);
		await outbox.record(id, { kind: 'bundled', at: now, digest: 'd' });
		expect(await outbox.leftovers(now + 1000 * day)).toEqual([]);
	});

	test('claims of earlier versions are, but for that of answers that are still kept', async () => {
		const { outbox, blobs } = anOutbox();
		await outbox.keep(application);
		blobs.set('claim/seen/f', id);
		blobs.set('claim/seen/g', idAt(now, 2));
		blobs.set('claim/alarm/2026112106', 'x');
		expect(await outbox.leftovers(now)).toEqual(['claim/alarm/2026112106', 'claim/seen/g']);
	});
});
