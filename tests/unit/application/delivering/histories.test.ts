import { expect, test } from 'vitest';
import fc from 'fast-check';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	day,
	hour,
	minute,
	type Mood,
	press,
	sendAtOnce,
	sweepOnce,
	tell,
	tidyOnce,
	World,
} from '../../../support/world.ts';

/** One thing that happens in a history. */
type Step =
	| { do: 'press'; tab: 0 | 1; application: 0 | 1 }
	| { do: 'sweep'; sweepers: 1 | 2 }
	| { do: 'tell'; event: number }
	| { do: 'mood'; mood: Mood }
	| { do: 'wait'; minutes: number }
	| { do: 'storage-fails'; calls: number }
	| { do: 'killed'; after: number; when: 'before' | 'after' }
	| { do: 'tidy' };

const moods: Mood[] = ['well', 'answer-lost', 'nothing-sent', 'rate', 'quota', 'configuration'];
const bit = fc.constantFrom(0 as const, 1 as const);

const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({ do: fc.constant('press' as const), tab: bit, application: bit }),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('sweep' as const),
			sweepers: fc.constantFrom(1 as const, 2 as const),
		}),
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('tell' as const), event: fc.nat(9) }) },
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constant('mood' as const), mood: fc.constantFrom(...moods) }),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			minutes: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 60, max: 4 * 24 * 60 })),
		}),
	},
	{
		weight: 1,
		arbitrary: fc.record({
			do: fc.constant('storage-fails' as const),
			calls: fc.integer({ min: 1, max: 9 }),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('killed' as const),
			after: fc.nat(30),
			when: fc.constantFrom('before' as const, 'after' as const),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ do: 'tidy' as const }) },
);

const applications = [theChecked(), theChecked({ area: 'Thyborøn', email: 'anden@eksempel.dk' })];

/** Plays a history and says which promises it broke. */
async function play(steps: readonly Step[]): Promise<string[]> {
	const world = new World();
	const broken: string[] = [];
	/** Which ids were acknowledged for which answers, and when. */
	const receipts: { application: number; id: string; at: number }[] = [];
	for (const each of steps) {
		switch (each.do) {
			case 'press': {
				const issued = anId(world, 1 + each.tab + 2 * each.application);
				const accepted = await press(world, issued, applications[each.application]);
				if (!accepted) break;
				const { id } = accepted;
				if (!world.kept.includes(id)) broken.push('P1: a receipt for nothing');
				receipts.push({ application: each.application, id, at: world.now });
				await sendAtOnce(world, accepted);
				break;
			}
			case 'sweep':
				await Promise.all(Array.from({ length: each.sweepers }, () => sweepOnce(world)));
				break;
			case 'tell': {
				const event = world.events[each.event % (world.events.length || 1)];
				if (event) await tell(world, event, 1);
				break;
			}
			case 'mood':
				world.mood = each.mood;
				break;
			case 'wait':
				world.now += each.minutes * minute;
				break;
			case 'storage-fails':
				world.failingStorage = each.calls;
				break;
			case 'killed':
				world.kill = { at: world.effects + each.after, when: each.when };
				break;
			case 'tidy':
				await tidyOnce(world);
				break;
			default:
				each satisfies never;
		}
		for (const { id, at } of receipts) {
			const isKept = world.kept.includes(id);
			const isDelivered = world.toProjectLead.some(({ tags }) => tags.application === id);
			if (!isKept && (!isDelivered || world.now - at < 7 * day)) broken.push('P4: removed');
		}
	}
	// Everything works again, and time passes.
	world.mood = 'well';
	world.failingStorage = 0;
	world.kill = undefined;
	for (const pause of [hour, hour, 2 * hour, 26 * hour, 26 * hour]) {
		world.now += pause;
		await tidyOnce(world);
		await sweepOnce(world);
		for (const event of world.events) await tell(world, event);
	}
	for (const { id } of receipts) {
		const mails = world.toProjectLead.filter(({ tags }) => tags.application === id);
		const unmarked = world.unmarked.filter(({ tags }) => tags.application === id);
		if (mails.length === 0) broken.push('acknowledged and not delivered');
		if (unmarked.length > 1) broken.push('P3: sent twice, and the second does not say so');
		if (mails.some(({ at }, n) => n > 0 && at - (mails[n - 1]?.at ?? 0) < day))
			broken.push('P3: sent twice while the key lives');
	}
	for (const one of receipts) {
		const within = receipts.filter(
			({ application, at }) => application === one.application && Math.abs(at - one.at) < 7 * day,
		);
		if (new Set(within.map(({ id }) => id)).size > 1) broken.push('P2: two references');
	}
	return [...new Set(broken)];
}

test('whatever happens, in whatever order, the promises hold', async () => {
	const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
	const numRuns = 10_000;
	const begun = performance.now();
	let steps = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { minLength: 5, maxLength: 30, size: 'max' }),
			async (history) => {
				steps += history.length;
				expect(await play(history)).toEqual([]);
			},
		),
		{ seed, numRuns },
	);
	const seconds = ((performance.now() - begun) / 1000).toFixed(0);
	console.log(`      ${numRuns} histories, ${steps} steps, seed ${seed}, ${seconds} s`);
});
