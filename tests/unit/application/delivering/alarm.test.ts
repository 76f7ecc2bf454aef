import { expect, test } from 'vitest';
import { idOf } from '#application/confirming/id.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { raiseAlarm, raiseConfigurationAlarm } from '#application/delivering/alarm.ts';
import type { Problem } from '#application/delivering/problem.ts';
import { anId, hour, minute, World } from '../../../support/delivering-world.ts';

const midnight = Date.UTC(2026, 10, 21);

function worldAt(time: number): World {
	const world = new World();
	world.now = midnight + time;
	return world;
}

const raise = (world: World, problems: Record<string, readonly Problem[]>) =>
	world.run((ports) => raiseAlarm(new Map(Object.entries(problems)), ports));
const id = (n: number) => idOf(midnight, n.toString(16).padStart(32, '0'));
const those = (count: number) =>
	Object.fromEntries(Array.from({ length: count }, (_, n) => [id(n), ['failed'] as const]));

test('where nothing is wrong nobody is told', async () => {
	const world = new World();
	expect(await raise(world, { [id(1)]: [] })).toBe(0);
	expect(world.asked).toEqual([]);
});

test('each kind of problem is one e-mail to the second mailbox, with the references', async () => {
	const world = new World();
	await raise(world, { [id(2)]: ['bounced', 'failed'], [id(1)]: ['failed'], sweep: ['failed'] });
	const told = world.sendings.map(({ mail }) => [mail.to, mail.subject, mail.text] as const);
	const names = [referenceOf(id(1)), referenceOf(id(2)), 'sweep'].toSorted().join(', ');
	expect(told).toEqual([
		[
			'vagt@example.dk',
			'Ansøgninger blev afvist af postkassen',
			expect.stringContaining(`disse numre: ${referenceOf(id(2))}.`),
		],
		['vagt@example.dk', 'Noget gik galt hos os', expect.stringContaining(`disse numre: ${names}.`)],
	]);
	for (const { tags } of world.sendings) {
		expect(tags).toEqual({ application: 'told-watch', mail: 'alarm' });
	}
});

test('the same is told four times a day, and at once where it is about others', async () => {
	const world = worldAt(0);
	const times = [0, minute, 6 * hour - 2 * minute, minute, 6 * hour, 6 * hour, 6 * hour, minute];
	const told: number[] = [];
	for (const time of times) {
		world.now += time;
		await raise(world, { [id(1)]: ['failed'] });
		told.push(world.alarms.length);
	}
	expect(told).toEqual([1, 1, 1, 2, 3, 4, 5, 5]);
	await raise(world, { [id(1)]: ['failed'], [id(2)]: ['failed'] });
	expect(world.alarms).toHaveLength(6);
});

test('more than sixteen are told by their number, and again when that has doubled', async () => {
	const world = worldAt(0);
	const texts: string[] = [];
	for (const count of [16, 17, 31, 32, 33, 63, 64]) {
		await raise(world, those(count));
		texts.push(world.sendings.at(-1)?.mail.text ?? '');
	}
	expect(world.alarms).toHaveLength(4);
	expect(texts[0]).toContain(referenceOf(id(15)));
	const numbers = texts.map((text) => /mindst (\d+) ansøgninger/.exec(text)?.[1]);
	expect(numbers).toEqual([undefined, '16', '16', '32', '32', '32', '64']);
});

test('it says how many alarms were not taken', async () => {
	const world = new World();
	world.mood = 'nothing-sent';
	expect(await raise(world, { [anId(world, 1)]: ['failed', 'quota'] })).toBe(2);
	world.mood = 'well';
	expect(await raise(world, { [anId(world, 1)]: ['failed', 'quota'] })).toBe(0);
});

test('a setting that is missing is told by its name, four times a day', async () => {
	const world = worldAt(12 * hour);
	const addresses = { from: 'fra@example.dk', to: 'vagt@example.dk' };
	for (const time of [0, minute, 6 * hour]) {
		world.now += time;
		await world.run((ports) => raiseConfigurationAlarm(['OUTBOX_KEY'], addresses, ports));
	}
	expect(world.sendings.map(({ mail }) => mail)).toMatchObject([
		{ ...addresses, text: expect.stringContaining('OUTBOX_KEY') as string },
		addresses,
	]);
	expect(world.sendings[0]?.tags).toEqual({ application: 'told-watch', mail: 'alarm' });
	await raise(world, { sweep: ['failed'] });
	expect(world.alarms).toHaveLength(3);
});
