import { describe, expect, test } from 'vitest';
import type { Accepted } from '#application/confirming/accept.ts';
import {
	anId,
	day,
	hour,
	minute,
	press,
	type Sabotage,
	sendAtOnce,
	sweepOnce,
	tell,
	tidyOnce,
	withOutbox,
	World,
} from '../../../support/world.ts';

/** How the life of one application goes, apart from where it is cut off. */
interface Course {
	name: string;
	begin?: (world: World) => void;
	/** Whether the applicant presses again after an error, and how. */
	presses: 'once' | 'again' | 'twice at once' | 'in two tabs';
	sweepers: 1 | 2;
	/** The provider's events come only after 25 hours. */
	silent?: true;
}

const courses: Course[] = [
	{ name: 'all goes well', presses: 'again', sweepers: 1 },
	{ name: 'the applicant gives up after an error', presses: 'once', sweepers: 1 },
	{ name: 'a double press', presses: 'twice at once', sweepers: 1 },
	{ name: 'the same answers in two tabs', presses: 'in two tabs', sweepers: 1 },
	{ name: 'two sweepers at once', presses: 'again', sweepers: 2 },
	{
		name: 'the provider sends and its answer is lost',
		begin: (world) => (world.mood = 'answer-lost'),
		presses: 'again',
		sweepers: 2,
	},
	{
		name: 'the provider is down',
		begin: (world) => (world.mood = 'nothing-sent'),
		presses: 'again',
		sweepers: 1,
	},
	...['claim/', 'waiting/', 'application/', 'fact/'].map((key): Course => ({
		name: `the storage lies about ${key}`,
		begin: (world) => (world.lieAbout = key),
		presses: 'again',
		sweepers: 1,
	})),
	{
		name: 'lists are a minute old, and two sweepers read them',
		begin: (world) => (world.staleLists = true),
		presses: 'twice at once',
		sweepers: 2,
	},
	{
		name: 'the answer is lost, and nothing is told for more than a day',
		begin: (world) => (world.mood = 'answer-lost'),
		presses: 'again',
		sweepers: 1,
		silent: true,
	},
];

/** Lives one life and says which promises it broke. */
async function live(course: Course, world: World, sabotage?: Sabotage): Promise<string[]> {
	const broken: string[] = [];
	course.begin?.(world);
	const ids = [anId(world, 1), anId(world, 2)] as const;
	const acknowledge = (accepted: Accepted | undefined) => {
		if (accepted && !world.kept.includes(accepted.id)) broken.push('P1: a receipt for nothing');
		return accepted;
	};
	const pressed = async (id: string) => acknowledge(await press(world, id, undefined, sabotage));
	const [first, second] =
		course.presses === 'twice at once'
			? await Promise.all([pressed(ids[0]), pressed(ids[0])])
			: course.presses === 'in two tabs'
				? await Promise.all([pressed(ids[0]), pressed(ids[1])])
				: [await pressed(ids[0])];
	let receipt = first ?? second;
	if (course.presses !== 'once') receipt ??= (await pressed(ids[0])) ?? (await pressed(ids[0]));
	const answers = new Set([receipt, second]);
	await Promise.all(
		[...answers].map(async (accepted) => accepted && sendAtOnce(world, accepted, sabotage)),
	);

	const round = async ({ silent = false } = {}) => {
		await Promise.all(Array.from({ length: course.sweepers }, () => sweepOnce(world, sabotage)));
		if (silent) return;
		for (const event of world.events) await tell(world, event);
	};
	const silent = course.silent ?? false;
	for (const pause of [0, minute, 5 * minute, 15 * minute, 30 * minute]) {
		world.now += pause;
		await round({ silent });
	}
	world.mood = course.begin && silent ? world.mood : 'well';
	if (silent) {
		world.now += 25 * hour;
		await round({ silent });
		world.mood = 'well';
	}
	for (const pause of [hour, hour, 2 * hour]) {
		world.now += pause;
		await tidyOnce(world);
		await round();
	}
	if (world.unmarked.length > 1) broken.push('P3: sent twice, and the second does not say so');
	if (sentTwiceInADay(world)) broken.push('P3: sent twice while the key lives');
	if (receipt && world.toProjectLead.length === 0) broken.push('acknowledged and not delivered');
	if (world.kept.length > 1) broken.push('P2: kept twice');
	if (receipt && !world.kept.includes(receipt.id)) broken.push('P4: removed before its grace');
	world.now += 6 * day;
	await tidyOnce(world);
	if (receipt && !world.kept.includes(receipt.id)) broken.push('P4: removed before its grace');
	world.now += 2 * day;
	for (let n = 0; n < 3; n++) {
		await round();
		await tidyOnce(world);
	}
	if (receipt && world.kept.length > 0) broken.push('never deleted');
	return broken;
}

function sentTwiceInADay({ toProjectLead }: World): boolean {
	return toProjectLead.some(({ at }, n) => {
		const earlier = toProjectLead[n - 1];
		return earlier !== undefined && at - earlier.at < day;
	});
}

/** Kills at every effect in turn, before it and after it, and gathers what was broken. */
async function killEverywhere(course: Course): Promise<{ points: number; broken: string[] }> {
	const broken: string[] = [];
	for (let at = 0; ; at++) {
		for (const when of ['before', 'after'] as const) {
			const world = new World();
			world.kill = { at, when };
			const found = await live(course, world);
			broken.push(...found.map((what) => `${what} (killed ${when} effect ${at})`));
			if (world.effects <= at) return { points: 2 * at, broken };
		}
	}
}

describe('the promises hold wherever a process is killed', () => {
	for (const course of courses) {
		test(
			course.name,
			async () => {
				const { points, broken } = await killEverywhere(course);
				console.log(`      ${String(points).padStart(5)} crash points: ${course.name}`);
				expect(points).toBeGreaterThan(100);
				expect(broken).toEqual([]);
			},
			120_000,
		);
	}
});

describe('each guard is needed: without it, the same lives break a promise', () => {
	const guards: { name: string; course: Course; sabotage: Sabotage; breaks: string }[] = [
		{
			name: 'the read-back of what was kept',
			course: {
				name: '',
				begin: (w) => (w.lieAbout = 'application/'),
				presses: 'once',
				sweepers: 1,
			},
			sabotage: withOutbox((outbox) => ({
				keep: (kept) => outbox.keep(kept).catch(() => kept),
			})),
			breaks: 'P1: a receipt for nothing',
		},
		{
			name: 'the record of what is about to be tried',
			course: {
				name: '',
				begin: (w) => (w.mood = 'answer-lost'),
				presses: 'once',
				sweepers: 1,
				silent: true,
			},
			sabotage: withOutbox((outbox) => ({
				record: async (id, fact) =>
					fact.kind === 'attempted' ? 'recorded' : outbox.record(id, fact),
			})),
			breaks: 'P3: sent twice, and the second does not say so',
		},
		{
			name: 'the same idempotency key for every try',
			course: {
				name: '',
				begin: (w) => (w.mood = 'answer-lost'),
				presses: 'once',
				silent: true,
				sweepers: 1,
			},
			sabotage: (ports) => ({
				...ports,
				mailer: {
					...ports.mailer,
					send: (mail, key, tags) => ports.mailer.send(mail, `${key}/${ports.clock.now()}`, tags),
				},
			}),
			breaks: 'P3: sent twice while the key lives',
		},
		{
			name: 'the claim of the same answers',
			course: { name: '', presses: 'in two tabs', sweepers: 1 },
			sabotage: withOutbox(() => ({ claim: (_subject, holder) => Promise.resolve(holder) })),
			breaks: 'P2: kept twice',
		},
	];
	for (const { name, course, sabotage, breaks } of guards) {
		test(name, async () => {
			expect(await live(course, new World())).toEqual([]);
			expect(await live(course, new World(), sabotage)).toContain(breaks);
		});
	}
});
