import { expect, test } from 'vitest';
import { idPattern } from '#application/confirming/id.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	day,
	minute,
	press,
	sweepOnce,
	tell,
	tidyOnce,
	withOutbox,
	World,
	writing,
} from '../../../support/delivering-world.ts';

/** A world in which a slot of 45 minutes began so long ago. */
function worldAt(time = 0): World {
	const world = new World();
	world.now = Math.ceil(world.now / (45 * minute)) * 45 * minute + time;
	return world;
}

/** Keeps suspects, the first with this number. */
async function suspects(world: World, first: number, count = 1): Promise<string[]> {
	const ids: string[] = [];
	for (let n = first; n < first + count; n++) {
		const application = theChecked({ email: `nr${n}@by${n}.dk`, area: `Nummer ${n}` });
		await press(world, anId(world, n), { application, found: ['honeypot'] });
		ids.push(anId(world, n));
	}
	return ids;
}

/** How many suspects each digest brought the project lead. */
const brought = (world: World) =>
	world.toProjectLead.map(({ mail }) => mail.text.match(/Nummer \d+/g)?.length ?? 0);
const behind = (world: World) => world.run(({ outbox }) => outbox.waiting('behind'));
const digestsIn = (world: World) =>
	world.blobs.keysUnder('application/').flatMap((key) => {
		const id = key.slice('application/'.length);
		return world.kept.includes(id) ? [] : [id];
	});

test('suspects are brought in one letter at once, and leave their line', async () => {
	const world = worldAt();
	const ids = await suspects(world, 1, 3);
	expect(await behind(world)).toEqual(ids);
	await sweepOnce(world);
	const [sending] = world.toProjectLead;
	expect(sending?.mail.to).toBe(writing.programme.projectLead.email);
	for (const id of ids) expect(sending?.mail.text).toContain(referenceOf(id));
	expect(sending?.tags).toEqual({ application: digestsIn(world)[0], mail: 'lead' });
	expect(sending?.tags.application).toMatch(idPattern);
	expect(await behind(world)).toEqual([]);
	expect(world.reportOn('sweep')).toMatchObject({ waiting: 0, behind: 3, problems: {} });
	await sweepOnce(world);
	expect(world.reportOn('sweep')).toMatchObject({ waiting: 0, behind: 0, problems: {} });
});

test('who comes later waits for the next 45 minutes', async () => {
	const world = worldAt();
	await suspects(world, 1, 2);
	await sweepOnce(world);
	await suspects(world, 3);
	for (const pause of [5, 35, 4]) {
		world.now += pause * minute;
		await sweepOnce(world);
	}
	expect(brought(world)).toEqual([2]);
	expect(await behind(world)).toHaveLength(1);
	world.now += minute;
	await sweepOnce(world);
	expect(brought(world)).toEqual([2, 1]);
});

test('unless there are enough to fill one', async () => {
	const world = worldAt();
	await suspects(world, 1, 199 + 200 + 200);
	await sweepOnce(world);
	expect(brought(world)).toEqual([200, 200]);
	await suspects(world, 600, 1);
	await sweepOnce(world);
	expect(brought(world)).toEqual([200, 200, 200]);
});

test('none is begun in the last ten minutes, so that the next slot finds all of this one', async () => {
	for (const [time, expected] of [
		[35 * minute, [1]],
		[35 * minute + 1, []],
	] as const) {
		const world = worldAt(time);
		await suspects(world, 1);
		await sweepOnce(world);
		expect(brought(world)).toEqual(expected);
	}
});

test('one that was cut off when it was kept brings who is in it, and nobody twice', async () => {
	const world = worldAt(30 * minute);
	const ids = await suspects(world, 1, 2);
	const cutOff = withOutbox(() => ({ record: () => Promise.reject(new Error()) }));
	await sweepOnce(world, cutOff);
	expect(digestsIn(world)).toHaveLength(1);
	await world.run(({ outbox }) => outbox.settle(digestsIn(world)[0] ?? ''));
	world.now += 20 * minute;
	const other = await suspects(world, 3);
	await sweepOnce(world);
	for (const id of [...ids, ...other]) expect(world.bringing(id)).toHaveLength(1);
	expect(await behind(world)).toEqual([]);
});

test('one that the provider did not take is sent again', async () => {
	const world = worldAt();
	await suspects(world, 1);
	world.mood = 'nothing-sent';
	await sweepOnce(world);
	world.mood = 'well';
	world.now += 2 * minute;
	await sweepOnce(world);
	expect(brought(world)).toEqual([1]);
});

test('whoever a person asked for meanwhile keeps the place among people', async () => {
	const world = worldAt();
	const [asked = '', other = ''] = await suspects(world, 1, 2);
	const cutOff = withOutbox(() => ({ record: () => Promise.reject(new Error()) }));
	await sweepOnce(world, cutOff);
	await world.run(async ({ outbox }) => {
		await outbox.record(asked, { kind: 'released', mail: 'lead', n: 1, at: world.now });
		await outbox.enqueue(asked, 'people');
	});
	world.mood = 'nothing-sent';
	await sweepOnce(world);
	const people = await world.run(({ outbox }) => outbox.waiting('people'));
	expect(people).toContain(asked);
	expect(people).not.toContain(other);
});

test('while one cannot be read nobody is put into another, and a person is told', async () => {
	const world = worldAt();
	await suspects(world, 1);
	await sweepOnce(world);
	world.blobs.set(`application/${digestsIn(world)[0] ?? ''}`, 'x');
	await suspects(world, 2);
	world.now += 45 * minute;
	await sweepOnce(world);
	expect(brought(world)).toEqual([1]);
	expect(world.reportOn('sweep')?.problems).toMatchObject({ failed: 1 });
	expect(world.sendings.at(-1)?.mail.text).toContain('disse numre: digest.');
});

test('what became of a digest has become of everyone in it', async () => {
	const world = worldAt();
	const [delivered = ''] = await suspects(world, 1);
	await sweepOnce(world);
	world.now += 45 * minute;
	for (const event of world.events) await tell(world, event);
	world.tells = false;
	const [abandoned = ''] = await suspects(world, 2);
	await sweepOnce(world);
	const digest = digestsIn(world)[1] ?? '';
	const decision = { kind: 'abandoned' as const, at: world.now + 1, by: 'KL' };
	await world.run(({ outbox }) => outbox.record(digest, { ...decision, at: world.now }));
	await world.run(({ outbox }) => outbox.record(digest, decision));
	await sweepOnce(world);
	const factsOf = async (id: string) =>
		(await world.run(({ outbox }) => outbox.look(id)))?.facts.filter(
			({ kind }) => kind !== 'bundled',
		);
	expect(await factsOf(delivered)).toEqual([
		expect.objectContaining({ kind: 'delivered', mail: 'lead' }),
	]);
	expect(await factsOf(abandoned)).toEqual([decision]);
	world.now += 8 * day;
	await tidyOnce(world);
	expect(world.blobs.keysUnder('application/')).toEqual([]);
});

test('a digest is deleted also where nobody in it is there any more', async () => {
	const world = worldAt();
	const [id = ''] = await suspects(world, 1);
	await sweepOnce(world);
	for (const event of world.events) await tell(world, event);
	await world.run(({ outbox }) => outbox.delete(id));
	world.now += 8 * day;
	await tidyOnce(world);
	expect(digestsIn(world)).toEqual([]);
});
