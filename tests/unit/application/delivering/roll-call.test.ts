import { describe, expect, test } from 'vitest';
import { referenceOf } from '#application/confirming/reference.ts';
import type { Fact } from '#application/delivering/facts.ts';
import {
	accepted,
	anId,
	day,
	hour,
	sweepOnce,
	tidyOnce,
	World,
	writing,
} from '../../../support/delivering-world.ts';

/** When the week begins, and the roll is called. */
const monday = Date.UTC(2026, 10, 23, 5);
const { email } = writing.programme.projectLead;

const calls = (world: World) => world.sendings.filter(({ tags }) => tags.mail === 'roll-call');

/** The lines about applications in the latest roll call. */
const called = (world: World) =>
	(
		calls(world)
			.at(-1)
			?.mail.text.match(/^[0-9A-Z]{4}-[0-9A-Z]{4}: .*$/gm) ?? []
	).map((line) => line.replace(/: .*?, /, ': '));

test('it is called on Monday at five, to the project lead and to the second mailbox, and once', async () => {
	const world = new World();
	world.now = monday - 3 * hour;
	const id = await accepted(world, 1);
	world.now = monday - 1;
	await tidyOnce(world);
	expect(calls(world)).toEqual([]);
	for (const time of [0, hour, 7 * day - 1 - hour]) {
		world.now = monday + time;
		await tidyOnce(world);
	}
	expect(calls(world).map(({ mail, tags }) => [mail.to, tags])).toEqual([
		[email, { application: 'told-lead', mail: 'roll-call' }],
		['vagt@example.dk', { application: 'told-watch', mail: 'roll-call' }],
	]);
	expect(called(world)).toEqual([`${referenceOf(id)}: venter på at blive afleveret`]);
	world.now = monday + 7 * day;
	await tidyOnce(world);
	expect(calls(world)).toHaveLength(4);
});

test('it names whoever was accepted before the week began, and nobody later', async () => {
	const world = new World();
	world.now = monday - 1;
	const before = await accepted(world, 1);
	world.now = monday;
	await accepted(world, 2);
	world.now = monday + 5 * hour;
	await tidyOnce(world);
	expect(called(world)).toEqual([expect.stringContaining(referenceOf(before))]);
});

test('a mailbox that was not reached is called again, and the other is not', async () => {
	const world = new World();
	world.now = monday - 3 * hour;
	await accepted(world, 1);
	world.now = monday;
	await tidyOnce(world, (ports) => ({
		...ports,
		mailer: {
			send: (mail, ...rest) =>
				mail.to === email ? Promise.resolve({ kind: 'unknown' }) : ports.mailer.send(mail, ...rest),
		},
	}));
	expect(calls(world).map(({ mail }) => mail.to)).toEqual(['vagt@example.dk']);
	await tidyOnce(world);
	expect(calls(world).map(({ mail }) => mail.to)).toEqual(['vagt@example.dk', email]);
});

describe('it tells how far each has come, the oldest first', () => {
	const facts: Record<string, (at: number) => Fact[]> = {
		'venter på at blive afleveret': () => [],
		'sendt, men ikke meldt afleveret': (at) => [
			{ kind: 'accepted', mail: 'lead', at: at - 2 * day, providerId: 'p' },
		],
		afleveret: (at) => [{ kind: 'delivered', mail: 'lead', at, eventId: 'e' }],
		opgivet: (at) => [{ kind: 'abandoned', at, by: 'KL' }],
	};

	test('as the facts say', async () => {
		const world = new World();
		world.now = monday - 3 * day;
		const lines: string[] = [];
		// The ids of the same hour sort the other way.
		for (const [n, [state, happened]] of Object.entries(facts).entries()) {
			const id = await accepted(world, 9 - n);
			for (const fact of happened(world.now))
				await world.run(({ outbox }) => outbox.record(id, fact));
			lines.push(`${referenceOf(id)}: ${state}`);
			world.now += 1000;
		}
		world.now = monday;
		await tidyOnce(world);
		expect(called(world)).toEqual(lines);
	});

	test('and what cannot be read, by the hour of its id', async () => {
		const world = new World();
		world.now = monday - 3 * hour;
		const id = await accepted(world, 1);
		world.now = monday;
		world.blobs.set(`application/${id}`, 'x');
		world.blobs.set(`application/${anId(world, 2)}`, 'x');
		world.now = monday + 3 * hour;
		await tidyOnce(world);
		expect(called(world)).toEqual([`${referenceOf(id)}: kan ikke læses`]);
	});

	test('and everyone in a digest, but no digest', async () => {
		const world = new World();
		world.now = monday - 5 * hour;
		const id = await accepted(world, 1, ['honeypot']);
		await sweepOnce(world);
		expect(world.bringing(id)).toHaveLength(1);
		world.now = monday;
		await tidyOnce(world);
		expect(called(world)).toEqual([expect.stringContaining(referenceOf(id))]);
	});
});

test('nothing is deleted before everyone on it was called, and then it is', async () => {
	const world = new World();
	world.now = monday - day;
	const id = await accepted(world, 1);
	await world.run(({ outbox }) =>
		outbox.record(id, { kind: 'delivered', mail: 'lead', at: world.now, eventId: 'e' }),
	);
	await world.run(({ outbox }) =>
		outbox.record(id, { kind: 'withheld', mail: 'receipt', at: world.now }),
	);
	world.now += 7 * day;
	world.mood = 'nothing-sent';
	await world.run(({ outbox }) => outbox.settle(id));
	await tidyOnce(world);
	expect(world.kept).toEqual([id]);
	expect(await world.run(({ outbox }) => outbox.waiting('people'))).toEqual([]);
	world.mood = 'well';
	await tidyOnce(world);
	expect(calls(world)).toHaveLength(2);
	expect(world.kept).toEqual([]);
});
