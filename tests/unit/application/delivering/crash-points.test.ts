import { describe, expect, test } from 'vitest';
import type { Accepted } from '#application/confirming/accept.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { theChecked } from '../../../support/application.ts';
import { nightly } from '../../../support/nightly.ts';
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
} from '../../../support/delivering-world.ts';

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

/**
 * Lives the life of two suspects and a person through a digest and a roll call, to the deletion of all, and says
 * which promises it broke.
 */
async function liveBehind(
	world: World,
	{ begin, sweepers }: Pick<Course, 'begin' | 'sweepers'>,
): Promise<string[]> {
	const broken = new Set<string>();
	// On a Sunday, so that the week ends within the grace.
	world.now = Date.UTC(2026, 10, 22, 7, 30);
	begin?.(world);
	const sweep = () => Promise.all(Array.from({ length: sweepers }, () => sweepOnce(world)));
	const receipts = new Map<string, 'suspect' | 'person'>();
	for (const [n, who] of (['suspect', 'suspect', 'person'] as const).entries()) {
		const how = {
			application: theChecked({ email: `nr${n}@by${n}.dk` }),
			found: who === 'suspect' ? (['honeypot'] as const) : [],
		};
		const id = anId(world, n);
		const accepted = (await press(world, id, how)) ?? (await press(world, id, how));
		if (!accepted) continue;
		if (!world.kept.includes(accepted.id)) broken.add('P1: a receipt for nothing');
		receipts.set(accepted.id, who);
		await sendAtOnce(world, accepted);
	}
	const calls = () => world.sendings.filter(({ tags }) => tags.mail === 'roll-call');
	const look = () => {
		for (const id of receipts.keys()) {
			if (world.kept.includes(id)) continue;
			if (world.bringing(id).length === 0) broken.add('P4: removed before it was brought');
			const mailboxes = calls().filter(({ mail }) => mail.text.includes(referenceOf(id)));
			if (new Set(mailboxes.map(({ mail }) => mail.to)).size < 2)
				broken.add('P6: removed before both mailboxes were called');
		}
	};
	for (const pause of [0, 100 * minute, 26 * hour]) {
		world.now += pause;
		await sweep();
		for (const event of world.events) await tell(world, event);
		await tidyOnce(world);
		look();
	}
	for (const [id, who] of receipts) {
		if (!world.kept.includes(id)) broken.add('P4: removed before its grace');
		const brought = world.bringing(id).length;
		if (brought === 0) broken.add('acknowledged and not delivered');
		if (brought > 1) broken.add('P3: brought twice');
		const own = world.sendings.filter(({ tags }) => tags.application === id);
		if (who === 'suspect' && own.length > 0) broken.add('P7: a letter about a suspect alone');
	}
	world.mood = 'well';
	for (const pause of [6 * day, day, hour]) {
		world.now += pause;
		await tidyOnce(world);
		await sweep();
		look();
	}
	if (receipts.size > 0 && world.blobs.keysUnder('application/').length > 0)
		broken.add('never deleted');
	const called = calls().map(({ mail, at }) => `${mail.to} ${new Date(at).toDateString()}`);
	if (new Set(called).size < called.length) broken.add('P6: called twice on one day');
	if (world.alarms.length > 0) broken.add(`told a person for nothing: ${world.alarms.join()}`);
	return [...broken];
}

/**
 * Kills at every effect in turn, before it and after it, and gathers what was broken. Of the effects that one line
 * of code repeats, the nightly run takes each, and every other run one in seven.
 */
async function killEverywhere(
	life: (world: World) => Promise<string[]>,
): Promise<{ points: number; broken: string[] }> {
	const uncut = new World();
	uncut.origins = [];
	const broken = await life(uncut);
	const times = new Map<string, number>();
	const kills = uncut.origins.flatMap((origin, at) => {
		const time = times.get(origin) ?? 0;
		times.set(origin, time + 1);
		return nightly || time % 7 === 0
			? (['before', 'after'] as const).map((when) => ({ at, when }))
			: [];
	});
	for (const kill of kills) {
		const world = new World();
		world.kill = kill;
		const found = await life(world);
		broken.push(...found.map((what) => `${what} (killed ${kill.when} effect ${kill.at})`));
	}
	return { points: kills.length, broken };
}

const lives: (readonly [name: string, life: (world: World) => Promise<string[]>])[] = [
	...courses.map((course) => [course.name, (world: World) => live(course, world)] as const),
	['a digest and a roll call', (world) => liveBehind(world, { sweepers: 1 })],
	[
		'a digest and a roll call, two sweepers, and the answers of the provider are lost',
		(world) => liveBehind(world, { begin: () => (world.mood = 'answer-lost'), sweepers: 2 }),
	],
];

describe('the promises hold wherever a process is killed', () => {
	for (const [name, life] of lives) {
		test(
			name,
			async () => {
				const { points, broken } = await killEverywhere(life);
				console.log(`      ${String(points).padStart(5)} crash points: ${name}`);
				expect(points).toBeGreaterThan(nightly ? 100 : 50);
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
