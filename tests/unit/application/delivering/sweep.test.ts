import { expect, test } from 'vitest';
import type { Accepted } from '#application/confirming/accept.ts';
import {
	applicationsAnHour,
	deliverAtOnce,
	reportOf,
	sweep,
} from '#application/delivering/sweep.ts';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	day,
	hour,
	minute,
	press,
	sendAtOnce,
	sweepOnce,
	tell,
	tidyOnce,
	World,
} from '../../../support/world.ts';

/** Keeps so many applications from different people, none of them sent. */
async function pressed(world: World, count: number): Promise<Accepted[]> {
	const all: Accepted[] = [];
	for (let n = 1; n <= count; n++) {
		const accepted = await press(
			world,
			anId(world, n),
			theChecked({ email: `nr${n}@eksempel.dk` }),
		);
		if (accepted) all.push(accepted);
	}
	return all;
}

const sentAs = (world: World) =>
	world.sendings.map(({ tags }) => `${tags.mail} ${tags.application.slice(-1)}`);

test('the project lead comes first, then receipts, the oldest application first', async () => {
	const world = new World();
	await pressed(world, 2);
	await sweepOnce(world);
	expect(sentAs(world)).toEqual(['lead 1', 'lead 2', 'receipt 1', 'receipt 2']);
});

test('the provider saying "too many" ends the round, and the next one goes on', async () => {
	const world = new World();
	await pressed(world, 3);
	world.mood = 'rate';
	await sweepOnce(world);
	expect(world.sendings).toEqual([]);
	expect([...world.blobs.keys()].filter((key) => key.includes('/attempted/'))).toHaveLength(1);
	world.mood = 'well';
	world.now += 2 * minute;
	await sweepOnce(world);
	expect(world.toProjectLead).toHaveLength(3);
});

test('no step is begun after the deadline', async () => {
	const world = new World();
	await pressed(world, 3);
	const swept = await world.run((ports) =>
		sweep({ ...ports, clock: { ...ports.clock, now: () => (world.now += 10) } }, world.now + 60),
	);
	expect(swept?.cut).toBe(true);
	expect(world.toProjectLead.length).toBeLessThan(3);
	await sweepOnce(world);
	expect(world.toProjectLead.length).toBe(3);
});

test('however many wait for something, the newest has its turn', async () => {
	const world = new World();
	for (const accepted of await pressed(world, 60)) await sendAtOnce(world, accepted);
	const newest = await press(world, anId(world, 61), theChecked({ email: 'ny@eksempel.dk' }));
	const clock = { now: () => (world.now += 10), wait: () => Promise.resolve() };
	for (let n = 0; n < 10; n++) {
		await world.run(async (ports) => {
			const swept = await sweep({ ...ports, clock }, world.now + 600);
			expect.soft(swept.cut).toBe(true);
			await ports.outbox.report(reportOf(swept, world.now));
		});
	}
	expect(world.toProjectLead.map(({ tags }) => tags.application)).toContain(newest?.id);
});

test('what cannot be read does not stop the tidying up, and a person is told', async () => {
	const world = new World();
	for (const accepted of await pressed(world, 2)) await sendAtOnce(world, accepted);
	for (const event of world.events) await tell(world, event);
	await sweepOnce(world);
	const damaged = anId(world, 1);
	world.blobs.set(`application/${damaged}`, 'rubbish');
	world.now += 8 * day;
	await tidyOnce(world);
	expect(world.kept).toEqual([damaged]);
	const swept = await world.run((ports) => sweep(ports, Infinity));
	expect([...(swept?.problems.values() ?? [])]).toEqual([['unreadable']]);
});

test('from one call to the provider to the next it is half a second', async () => {
	const world = new World();
	await pressed(world, 2);
	await world.run((ports) => {
		const clock = {
			...ports.clock,
			wait: (time: number) => Promise.resolve(void (world.now += time)),
		};
		return sweep({ ...ports, clock }, Infinity);
	});
	const gaps = world.sendings.slice(1).map(({ at }, n) => at - (world.sendings[n]?.at ?? 0));
	expect(gaps).toHaveLength(3);
	expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500);
});

test('a flood in one hour is kept and sent on, but receipts wait until it is over', async () => {
	const world = new World();
	const all = await pressed(world, applicationsAnHour + 1);
	for (const accepted of all) await sendAtOnce(world, accepted);
	await sweepOnce(world);
	expect(world.sendings).toHaveLength(all.length);
	world.now += hour;
	await sweepOnce(world);
	expect(world.sendings).toHaveLength(2 * all.length);
});

test('a process that knows of a flood does not count the hour again', async () => {
	const world = new World();
	const all = await pressed(world, applicationsAnHour + 1);
	let counted = 0;
	await world.run(async (ports) => {
		const kept = (asked?: string) => {
			counted += 1;
			return ports.outbox.kept(asked);
		};
		for (const { fresh } of all.slice(-3)) {
			if (fresh) await deliverAtOnce(fresh, { ...ports, outbox: { ...ports.outbox, kept } });
		}
	});
	expect(counted).toBe(1);
	expect(sentAs(world)).toHaveLength(3);
});
