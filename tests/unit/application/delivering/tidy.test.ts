import { expect, test } from 'vitest';
import type { Fact } from '#application/delivering/facts.ts';
import type { Queue } from '#application/delivering/ports.ts';
import {
	accepted,
	anId,
	day,
	hour,
	sweepOnce,
	tidyOnce,
	withOutbox,
	World,
} from '../../../support/delivering-world.ts';

const record = (world: World, id: string, fact: Fact) =>
	world.run(({ outbox }) => outbox.record(id, fact));
const line = (world: World, queue: Queue) => world.run(({ outbox }) => outbox.waiting(queue));

/** Keeps one that is delivered, and lets its grace pass. */
async function oneThatIsOver(world: World): Promise<string> {
	const id = await accepted(world, 1);
	await record(world, id, { kind: 'delivered', mail: 'lead', at: world.now, eventId: 'e' });
	await record(world, id, { kind: 'withheld', mail: 'receipt', at: world.now });
	world.now += 7 * day;
	return id;
}

test('who fell out of a line is put back into it, after two hours', async () => {
	const world = new World();
	world.now = Date.UTC(2026, 10, 21, 7);
	const person = await accepted(world, 1);
	const suspect = await accepted(world, 2, ['honeypot']);
	const abandoned = await accepted(world, 3);
	await record(world, abandoned, { kind: 'abandoned', at: world.now, by: 'KL' });
	for (const id of world.kept) await world.run(({ outbox }) => outbox.settle(id));
	world.now += 2 * hour - 1;
	await tidyOnce(world);
	expect([await line(world, 'people'), await line(world, 'behind')]).toEqual([[], []]);
	world.now += 1;
	await tidyOnce(world);
	expect([await line(world, 'people'), await line(world, 'behind')]).toEqual([[person], [suspect]]);
});

test('a suspect that no digest has taken for hours is still a suspect', async () => {
	const world = new World();
	const suspect = await accepted(world, 1, ['honeypot']);
	await world.run(({ outbox }) => outbox.settle(suspect));
	world.now += 5 * hour;
	await tidyOnce(world);
	expect([await line(world, 'people'), await line(world, 'behind')]).toEqual([[], [suspect]]);
	await sweepOnce(world);
	expect(world.bringing(suspect)).toHaveLength(1);
});

test('what is over is deleted, and all is well', async () => {
	const world = new World();
	const id = await oneThatIsOver(world);
	world.now -= 1;
	await tidyOnce(world);
	expect(world.kept).toEqual([id]);
	world.now += 1;
	expect(await tidyOnce(world)).toMatchObject({ kind: 'ran', cut: false });
	expect(world.kept).toEqual([]);
	expect(world.reportOn('tidy')).toEqual({ at: world.now, problems: {} });
	expect(await line(world, 'people')).toEqual([]);
});

test('unless somebody asks for it while the others are looked at', async () => {
	const world = new World();
	const id = await oneThatIsOver(world);
	await tidyOnce(world, (ports) => ({
		...ports,
		mailer: {
			async send(...letter) {
				await record(world, id, { kind: 'released', mail: 'lead', n: 1, at: world.now });
				return ports.mailer.send(...letter);
			},
		},
	}));
	expect(world.kept).toEqual([id]);
});

test('what was deleted meanwhile is no problem', async () => {
	const world = new World();
	const id = await oneThatIsOver(world);
	const gone = withOutbox((outbox) => ({
		kept: () => Promise.resolve([anId(new World(), 9), id]),
		look: (one) => outbox.look(one),
	}));
	await tidyOnce(world, gone);
	expect(world.reportOn('tidy')).toEqual({ at: world.now, problems: {} });
	let looks = 0;
	const other = await oneThatIsOver(world);
	const goneBetween = withOutbox((outbox) => ({
		look: async (one) => (one === other && ++looks === 2 ? null : outbox.look(one)),
	}));
	await tidyOnce(world, goneBetween);
	expect(looks).toBe(2);
	expect(world.reportOn('tidy')).toEqual({ at: world.now, problems: {} });
});

test('what nobody needs any more is removed', async () => {
	const world = new World();
	world.blobs.set(`fact/${anId(world, 1)}/lead/withheld`, 'x');
	world.now += 3 * day;
	await tidyOnce(world);
	expect(world.blobs.keysUnder('fact/')).toEqual([]);
});
