import { expect, test } from 'vitest';
import fc from 'fast-check';
import { eventsOf, keysOf, post } from '../../../support/core.ts';
import { nightly } from '../../../support/nightly.ts';
import { deploys, Play } from '../../../support/play.ts';
import { type Answer, type Fate, type World } from '../../../support/world.ts';

const answers: Answer[] = [
	'accepted',
	'accepted',
	'answer lost',
	'down',
	'rate',
	'quota',
	'configuration',
	'content',
	'reply-to',
];
const fates: Fate[] = [
	'delivered',
	'delivered',
	'auto-reply',
	'mailbox full',
	'bounced',
	'suppressed',
	'failed reached_daily_quota',
];

/** What can happen in a history: how often, with what, and how. */
const kinds = {
	press: kind(
		5,
		{ tab: fc.constantFrom(0, 1), applicant: fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 3, 4) },
		(play, { tab, applicant }) => play.press(applicant, tab),
	),
	round: kind(6, { minutes: fc.constantFrom(0, 1, 5, 15) }, (play, { minutes }) =>
		play.round(minutes),
	),
	event: kind(3, { event: fc.nat(9) }, async ({ world }, { event: n }) => {
		const events = eventsOf(world);
		const event = events[n % (events.length || 1)];
		if (event) await post(world, event, 1);
	}),
	answer: kind(2, { answer: fc.constantFrom(...answers) }, ({ world }, { answer }) => {
		world.answer = answer;
	}),
	fate: kind(1, { fate: fc.constantFrom(...fates) }, ({ world }, { fate }) => {
		world.fate = () => fate;
	}),
	webhook: kind(1, { isCalled: fc.boolean() }, ({ world }, { isCalled }) => {
		world.hasWebhook = isCalled;
	}),
	fault: kind(
		2,
		{ fault: fc.nat(5), calls: fc.integer({ min: 1, max: 9 }) },
		({ world }, { fault, calls }, faults) => {
			world.faults[faults[fault % faults.length] ?? 'fails'] = calls;
		},
	),
	lists: kind(1, { stale: fc.boolean() }, ({ world }, { stale }) => {
		world.hasStaleLists = stale;
	}),
	lie: kind(1, { about: fc.constantFrom(...Object.values(keysOf)) }, ({ world }, { about }) => {
		world.lieAbout = about;
	}),
	killed: kind(
		2,
		{ after: fc.nat(60), when: fc.constantFrom('before', 'after') },
		({ world }, { after, when }) => {
			world.kill = { at: world.effects + after, when };
		},
	),
	person: kind(
		1,
		{ command: fc.constantFrom('retry', 'discard'), receipt: fc.nat(9) },
		async (play, { command, receipt }) => {
			const id = play.receipts[receipt]?.id;
			if (id) await play.decide(command, id);
		},
	),
	rotate: kind(1, {}, (play) => {
		play.rotate();
	}),
	allowance: kind(1, { perDay: fc.constantFrom(null, 4) }, ({ world }, { perDay }) => {
		world.perDay = perDay;
	}),
	deploy: kind(1, { lead: fc.constantFrom(0, 1) }, ({ world }, { lead }) => {
		world.writing = deploys[lead];
	}),
};

function kind<Values extends object>(
	weight: number,
	values: { [Name in keyof Values]: fc.Arbitrary<Values[Name]> },
	happen: (play: Play, values: Values, faults: Faults) => unknown,
) {
	return { weight, values, happen };
}

const step = fc.oneof(
	...Object.entries(kinds).map(([name, { weight, values }]) => ({
		weight,
		arbitrary: fc.tuple(fc.constant(name as keyof typeof kinds), fc.record<object>(values)),
	})),
);
type Step = [kind: keyof typeof kinds, values: object];

type Faults = readonly (keyof World['faults'])[];

/** What happens at the same time, in every order of effects, and what passes before the next moment. */
interface Moment {
	steps: readonly Step[];
	minutes: number;
}

const moment: fc.Arbitrary<Moment> = fc.record({
	steps: fc.array(step, { minLength: 1, maxLength: 4 }),
	minutes: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(0) },
		{ weight: 6, arbitrary: fc.integer({ min: 1, max: 90 }) },
		{ weight: 3, arbitrary: fc.integer({ min: 60, max: 4 * 24 * 60 }) },
		{ weight: 1, arbitrary: fc.integer({ min: 5, max: 35 }).map((days) => days * 24 * 60) },
	),
});

/** Plays many histories, in which the storage has these faults, and sees that these promises hold. */
async function play(faults: Faults, promises = /./): Promise<void> {
	const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
	const numRuns = nightly ? 10_000 : 1000;
	const begun = performance.now();
	let steps = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			fc.array(moment, { minLength: 3, maxLength: 12, size: 'max' }),
			async (scheduler, moments) => {
				const played = new Play();
				const { world } = played;
				for (const each of moments) {
					steps += each.steps.length;
					world.turn = () => scheduler.schedule(Promise.resolve());
					const works = each.steps.map(
						([name, values]) =>
							() =>
								kinds[name].happen(played, values as never, faults),
					);
					await played.together(works, each.minutes, (all) => scheduler.waitFor(all));
				}
				world.kill = undefined;
				await played.end();
				expect([...played.broken].filter((what) => promises.test(what))).toEqual([]);
			},
		),
		{ seed, numRuns },
	);
	const seconds = ((performance.now() - begun) / 1000).toFixed(0);
	console.log(`      ${numRuns} histories, ${steps} steps, seed ${seed}, ${seconds} s`);
}

test('whatever happens, in whatever order of effects, the promises hold', async () => {
	await play(['fails', 'answerLost', 'lateRead']);
});

test('where the storage ignores versions, so that an older state comes back, nothing is lost or doubled', async () => {
	await play(['ignoredSwap', 'fails', 'answerLost'], /^(P1|lost|doubled)/);
});
