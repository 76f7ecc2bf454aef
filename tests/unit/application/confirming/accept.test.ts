import { describe, expect, test } from 'vitest';
import { type Accepted, span } from '#application/confirming/accept.ts';
import type { KeptApplication } from '#application/delivering/kept.ts';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	day,
	hour,
	press,
	type Press,
	type Sabotage,
	sendAtOnce,
	tell,
	withOutbox,
	World,
} from '../../../support/delivering-world.ts';

/** A world in which a span of days has just begun, and so much more time has passed. */
function worldAt(time = 2 * hour): World {
	const world = new World();
	world.now = Math.ceil(world.now / span) * span + time;
	return world;
}

async function accepted(
	world: World,
	n: number,
	how?: Press,
	sabotage?: Sabotage,
): Promise<Accepted> {
	const answer = await press(world, anId(world, n), how, sabotage);
	if (!answer) throw new Error('not accepted');
	return answer;
}

async function keptAs(world: World, id: string): Promise<KeptApplication> {
	const known = await world.run(({ outbox }) => outbox.look(id));
	if (!known || known.kept === 'unreadable' || known.kept.kind === 'digest') throw new Error(id);
	return known.kept;
}

const counted = (world: World) => world.blobs.keysUnder('people/');

test('a person’s application is kept with all its letters, and is counted', async () => {
	const world = worldAt();
	const { id, fresh } = await accepted(world, 1);
	expect(await keptAs(world, id)).toEqual(fresh);
	expect(fresh).toMatchObject({ id, acceptedAt: world.now, suspicions: [] });
	expect(Object.keys(fresh?.letters ?? {})).toEqual(['lead', 'receipt', 'lost-receipt']);
	expect(counted(world)).toEqual([expect.stringContaining(id)]);
});

test('a suspect’s is kept with the project lead’s letter alone, and is not counted', async () => {
	const world = worldAt();
	const { id, fresh } = await accepted(world, 1, { found: ['hurried'] });
	expect(await keptAs(world, id)).toEqual(fresh);
	expect(fresh?.suspicions).toEqual(['hurried']);
	expect(Object.keys(fresh?.letters ?? {})).toEqual(['lead']);
	expect(counted(world)).toEqual([]);
});

describe('nobody is refused because we cannot', () => {
	const parts = ['entries', 'enter'] as const;
	for (const part of parts) {
		test(part === 'entries' ? 'count' : 'write down who was counted', async () => {
			const failing = withOutbox(() => ({ [part]: () => Promise.reject(new Error()) }));
			const world = worldAt();
			const { id } = await accepted(world, 1, {}, failing);
			expect(world.kept).toEqual([id]);
		});
	}
});

test('the same answers again are the same application, which somebody wants', async () => {
	const world = worldAt();
	const { id } = await accepted(world, 1);
	await world.run(({ outbox }) => outbox.settle(id));
	const at = world.now;
	world.now += hour;
	const by = anId(world, 2);
	// Whatever this one looks like: the one that is kept came from a person.
	expect(await accepted(world, 2, { found: ['hurried'] })).toEqual({ id, at });
	const known = await world.run(({ outbox }) => outbox.look(id));
	expect(known?.facts).toEqual([{ kind: 'confirmed', at: world.now, by }]);
	expect(await world.run(({ outbox }) => outbox.waiting('people'))).toEqual([id]);
});

describe('the same answers after days', () => {
	/** Presses at the end of a span, lets something happen, and presses again so much later. */
	async function again(
		later: number,
		happen: (world: World, id: string) => unknown = () => undefined,
	) {
		const world = worldAt(-hour);
		const first = await accepted(world, 1);
		await happen(world, first.id);
		world.now += later;
		const second = await accepted(world, 2);
		const third = await accepted(world, 3);
		expect(third.id).toBe(second.id);
		expect(world.kept).toContain(second.id);
		return second.id === first.id ? 'the same' : 'another';
	}
	const deliver = async (world: World, id: string) => {
		await sendAtOnce(world, { id, at: world.now, fresh: await keptAs(world, id) });
		for (const event of world.events) await tell(world, event);
	};

	const table: Record<string, [Parameters<typeof again>, 'the same' | 'another']> = {
		'while the first is not delivered, are the same': [[6 * day], 'the same'],
		'and so they are in the first hour of a span': [[hour + 1], 'the same'],
		'while it is delivered and kept for a day more, too': [[6 * day - 1, deliver], 'the same'],
		'and a moment later another, as it may be deleted any time': [[6 * day, deliver], 'another'],
		'are another where the first cannot be read': [
			[2 * hour, (world, id) => world.blobs.set(`application/${id}`, 'x')],
			'another',
		],
		'are the same where it is just being kept': [
			[2 * day - 1, (world, id) => world.blobs.delete(`application/${id}`)],
			'the same',
		],
		'and another where it can only have been deleted': [
			[2 * day, (world, id) => world.blobs.delete(`application/${id}`)],
			'another',
		],
	};
	for (const [what, [how, which]] of Object.entries(table)) {
		test(what, async () => {
			expect(await again(...how)).toBe(which);
		});
	}

	test('were claimed without a span by the version before, and are the same', async () => {
		for (const time of [0, 2 * hour]) {
			const world = worldAt(time);
			const { id } = await accepted(world, 1);
			asOfTheVersionBefore(world, id);
			expect((await accepted(world, 2)).id).toBe(id);
		}
	});

	test('are so too where somebody gave up while pressing, a span before', async () => {
		const world = worldAt();
		const { id: givenUp } = await accepted(world, 1);
		world.blobs.delete(`application/${givenUp}`);
		const claims = [...world.blobs].filter(([key]) => key.startsWith('claim/seen/'));
		world.now += span;
		const { id } = await accepted(world, 2);
		asOfTheVersionBefore(world, id);
		for (const [key, text] of claims) world.blobs.set(key, text);
		expect((await accepted(world, 3)).id).toBe(id);
	});

	test('are not somebody else’s, wherever a claim without a stamp leads', async () => {
		const world = worldAt();
		const other = await accepted(world, 1, { application: theChecked({ area: 'Lemvig' }) });
		await accepted(world, 2);
		asOfTheVersionBefore(world, other.id);
		const third = await accepted(world, 3);
		expect(third.id).toBe(anId(world, 3));
		expect(third.fresh).toBeDefined();
	});
});

describe('a press on both sides of the turn of a span', () => {
	const turnOf = (world: World) => Math.ceil(world.now / span) * span;

	test('is the same application, whichever is ahead', async () => {
		let steps = 0;
		for (; steps < 100; steps++) {
			const world = new World();
			world.now = turnOf(world) - 1;
			const [first, second] = [anId(world, 1), anId(world, 2)];
			let taken = 0;
			let later: Accepted | undefined;
			world.turn = async () => {
				if (taken++ !== steps) return;
				world.turn = () => Promise.resolve();
				world.now += 2;
				later = await press(world, second);
			};
			const earlier = await press(world, first);
			if (later === undefined) break;
			expect(earlier?.id, `at ${steps}`).toBe(later.id);
			expect(world.kept, `at ${steps}`).toEqual([later.id]);
		}
		expect(steps).toBeGreaterThan(5);
	});
});

/** Leaves the claims that were made as the version without spans and stamps would have. */
function asOfTheVersionBefore(world: World, id: string): void {
	for (const key of world.blobs.keysUnder('claim/seen/')) {
		world.blobs.delete(key);
		world.blobs.set(key.split('/').slice(0, 3).join('/'), id);
	}
}
