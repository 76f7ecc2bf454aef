import { expect, test } from '@playwright/test';
import type { Accepted } from '#lib/application/accept.ts';
import { applicationsAnHour, sweep } from '#lib/application/sweep.ts';
import { theChecked } from '../../support/application.ts';
import { anId, hour, minute, press, sendAtOnce, sweepOnce, World } from '../../support/world.ts';

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

test('between two calls to the provider there is half a second', async () => {
	const world = new World();
	await pressed(world, 2);
	const waits: number[] = [];
	await world.run((ports) =>
		sweep(
			{
				...ports,
				clock: { ...ports.clock, wait: (time) => Promise.resolve(void waits.push(time)) },
			},
			Infinity,
		),
	);
	expect(waits).toHaveLength(4);
	expect(Math.min(...waits)).toBeGreaterThanOrEqual(500);
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
