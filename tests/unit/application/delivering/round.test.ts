import { describe, expect, test } from 'vitest';
import type { Problem } from '#application/delivering/problem.ts';
import { countsOf } from '#application/delivering/report.ts';
import { atOnce, Round } from '#application/delivering/round.ts';
import { run } from '#application/delivering/run.ts';
import { anId, press, World } from '../../../support/delivering-world.ts';

const items = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `${n}` }));
const alert = (problem: Problem) => ({ kind: 'alert' as const, problem });

/** A round on a clock that stands still until it is moved. */
function aRound(deadline = Infinity) {
	const time = { now: 0 };
	const clock = { now: () => time.now, wait: () => Promise.resolve() };
	return { round: new Round(clock, deadline), time };
}

describe('a round', () => {
	test('does something with each, a few at a time, and remembers their problems', async () => {
		const { round } = aRound();
		let open = 0;
		let most = 0;
		await round.each(items(25), async ({ id }) => {
			most = Math.max(most, ++open);
			await Promise.resolve();
			open -= 1;
			if (id === '7') return undefined;
			return [{ kind: 'wait', until: 1 }, ...(id === '3' ? [alert('bounced')] : [])];
		});
		expect(most).toBe(atOnce);
		expect(round.problems.size).toBe(24);
		expect([...round.problems].filter(([, found]) => found.length > 0)).toEqual([
			['3', ['bounced']],
		]);
		expect(round.cut).toBe(false);
	});

	test('one by one where it must be in order', async () => {
		const { round } = aRound();
		const steps: string[] = [];
		await round.each(
			items(2),
			async ({ id }) => {
				steps.push(`begin ${id}`);
				await Promise.resolve();
				steps.push(`end ${id}`);
				return [];
			},
			1,
		);
		expect(steps).toEqual(['begin 0', 'end 0', 'begin 1', 'end 1']);
	});

	test('tries once more what throws, and tells what throws twice, and the others go on', async () => {
		const { round } = aRound();
		const tries = new Map<string, number>();
		await round.each(items(3), ({ id }) => {
			const n = (tries.get(id) ?? 0) + 1;
			tries.set(id, n);
			return id === '0' || (id === '1' && n === 1)
				? Promise.reject(new Error())
				: Promise.resolve([]);
		});
		expect([...tries.values()]).toEqual([2, 2, 1]);
		expect([...round.problems]).toEqual(
			expect.arrayContaining([
				['0', ['failed']],
				['1', []],
				['2', []],
			]),
		);
	});

	test('begins nothing when its time is over, and says that it was cut', async () => {
		const { round, time } = aRound(2);
		const done: string[] = [];
		await round.each(
			items(4),
			({ id }) => {
				done.push(id);
				time.now += 1;
				return Promise.resolve([]);
			},
			1,
		);
		expect(done).toEqual(['0', '1']);
		expect(round.cut).toBe(true);
	});
});

test('problems are counted, by their kind', () => {
	const problems = new Map<string, Problem[]>([
		['1', ['bounced', 'failed']],
		['2', []],
		['3', ['failed']],
	]);
	expect(countsOf(problems)).toEqual({ bounced: 1, failed: 2 });
});

describe('what a round came to', () => {
	async function ran(change: (world: World) => unknown) {
		const world = new World();
		await press(world, anId(world, 1));
		await change(world);
		const outcome = await world.run((ports) => run('sweep', ports, Infinity));
		return { world, outcome };
	}
	const damage = (world: World) => world.blobs.set(`application/${anId(world, 1)}`, 'x');

	test('is put down, and a person is told', async () => {
		const { world, outcome } = await ran(damage);
		expect(outcome).toEqual({ kind: 'ran', report: world.reportOn('sweep'), cut: false });
		expect(world.reportOn('sweep')?.problems).toEqual({ unreadable: 1 });
		expect(world.alarms).toEqual(['Ansøgninger kan ikke læses']);
	});

	test('and where nobody could be told, that is put down as well', async () => {
		const { world } = await ran((each) => {
			damage(each);
			each.mood = 'nothing-sent';
		});
		expect(world.reportOn('sweep')?.problems).toEqual({ unreadable: 1, alarm: 1 });
	});

	test('is told where it could not go on, by the name of the round, and nothing is put down', async () => {
		const { world, outcome } = await ran((each) => (each.failingStorage = 1));
		expect(outcome).toEqual({ kind: 'failed', error: new Error('the storage does not answer') });
		expect(world.alarms).toEqual(['Noget gik galt hos os']);
		expect(world.sendings.at(-1)?.mail.text).toContain('disse numre: sweep.');
		expect(world.reportOn('sweep')).toBeNull();
	});

	test('and it throws nothing, even where that cannot be told', async () => {
		const world = new World();
		const outcome = await world.run((ports) => {
			const send = () => Promise.reject(new Error());
			const waiting = () => Promise.reject(new Error('no list'));
			const failing = { ...ports, mailer: { send }, outbox: { ...ports.outbox, waiting } };
			return run('sweep', failing, Infinity);
		});
		expect(outcome).toEqual({ kind: 'failed', error: new Error('no list') });
	});
});
