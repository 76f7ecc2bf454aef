import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { theChecked } from '../../../support/application.ts';
import {
	act,
	anAddress,
	anId,
	brought,
	type Core,
	isLasting,
	keptIn,
	keysOf,
	kindOf,
	naming,
	type Press,
	type Sabotage,
	tellAll,
} from '../../../support/core.ts';
import { nightly } from '../../../support/nightly.ts';
import { day, hour, minute, watch, World } from '../../../support/world.ts';

/** How the life of one application goes, apart from where it is cut off. */
interface Course {
	begin?: (world: World) => void;
	/** Whether the applicant sends again after an error, and how. */
	presses?: 'once' | 'again' | 'twice at once' | 'in two tabs';
	/** How many rounds run at the same time. */
	rounds?: 1 | 2;
	/** The provider's events come only after 25 hours. */
	isSilent?: true;
	/** What the form saw. */
	marks?: Press['marks'];
	/** A person asks for another try in the first hour, or discards it. */
	person?: 'retry' | 'discard';
}

const courses: Record<string, Course> = {
	'all goes well': {},
	'the applicant gives up after an error': { presses: 'once' },
	'the same form is sent twice at once': { presses: 'twice at once' },
	'the same answers are sent in two tabs': { presses: 'in two tabs' },
	'two rounds at once': { rounds: 2 },
	'the form saw a robot': { marks: ['honeypot'] },
	'the provider sends and its answer is lost': {
		begin: (world) => (world.answer = 'answer lost'),
		rounds: 2,
	},
	'the provider is down': { begin: (world) => (world.answer = 'down') },
	'the provider refuses for an hour': { begin: (world) => (world.answer = 'quota') },
	'the storage lies about the application': {
		begin: (world) => (world.lieAbout = keysOf.application),
	},
	'the storage lies about the claim': { begin: (world) => (world.lieAbout = keysOf.claim) },
	'lists are a minute old, and two rounds read them': {
		begin: (world) => (world.hasStaleLists = true),
		presses: 'twice at once',
		rounds: 2,
	},
	'the answer is lost, and nothing is told for more than a day': {
		begin: (world) => (world.answer = 'answer lost'),
		isSilent: true,
	},
	'a person asks for another try': {
		begin: (world) => (world.fate = () => 'bounced'),
		person: 'retry',
	},
	'a person discards it': { begin: (world) => (world.answer = 'down'), person: 'discard' },
};

const application = theChecked();

/** Lives one life and returns which promises it broke. */
async function live(course: Course, world: World, sabotage?: Sabotage): Promise<string[]> {
	const { presses = 'again', rounds = 1, isSilent = false, marks = [], person } = course;
	const broken = new Set<string>();
	const receipts: string[] = [];
	course.begin?.(world);
	const run = <Value>(work: (core: Core) => Promise<Value>) => act(world, work, sabotage);
	const ids = [anId(world, 1), anId(world, 2)] as const;
	const press = async (id: string) => {
		const { now } = world;
		const answer = await run((core) =>
			core.press({ id, application, address: anAddress(1), marks, now }),
		);
		if (!answer) return false;
		if (!(await keptIn(world)).has(answer.id)) broken.add('P1: a receipt for nothing');
		receipts.push(answer.id);
		await run((core) => core.headStart(answer.id));
		return true;
	};
	if (presses === 'twice at once') await Promise.all([press(ids[0]), press(ids[0])]);
	else if (presses === 'in two tabs') await Promise.all([press(ids[0]), press(ids[1])]);
	else await press(ids[0]);
	for (let n = 0; n < 2 && receipts.length === 0 && presses !== 'once'; n++) await press(ids[0]);

	const round = async (isTold = true) => {
		await Promise.all(Array.from({ length: rounds }, () => run((core) => core.round())));
		if (isTold) await tellAll(world);
	};
	for (const pause of [0, minute, 5 * minute, 15 * minute, 30 * minute]) {
		world.now += pause;
		await round(!isSilent);
	}
	if (isSilent) {
		world.now += 25 * hour;
		await round(false);
	}
	world.answer = 'accepted';
	world.fate = () => 'delivered';
	if (person) {
		world.now += hour;
		// At the same time as a round. Who sees an error does it once more.
		const decide = () => run((core) => core[person](ids[0], world.now).then(() => true));
		const [isDone] = await Promise.all([decide(), round()]);
		if (!isDone) await decide();
		world.now += minute;
	}
	for (const pause of [hour, hour, 2 * hour]) {
		world.now += pause;
		await round();
	}
	const [id = ids[0]] = receipts;
	const mails = brought(world, id);
	const isKept = async (one = id) => (await keptIn(world)).has(one);
	if (new Set(receipts).size > 1 || ((await isKept(ids[0])) && (await isKept(ids[1]))))
		broken.add('P2: kept twice');
	if (mails.filter(({ mail }) => !mail.subject.includes('måske sendt før')).length > 1)
		broken.add('P3: sent twice, and the second does not say so');
	if (mails.some(({ at }, n) => at - (mails[n - 1]?.at ?? -day) < day))
		broken.add('P3: sent twice while the key lives');
	const isDue = receipts.length > 0 && person !== 'discard';
	if (isDue && mails.length === 0) broken.add('acknowledged and not delivered');
	if (isDue && !(await isKept())) broken.add('P4: removed before its grace');
	if (person === 'discard' && (await isKept())) broken.add('discarded, and still stored');
	const letters = world.sendings.filter((sending) => kindOf(sending) === 'receipt');
	if (marks.length > 0 && letters.length > 0) broken.add('P7: a receipt for a marked one');
	if (isDue && marks.length === 0 && letters.length === 0) broken.add('P7: no receipt');
	world.now += 6 * day;
	await round();
	if (isDue && !(await isKept())) broken.add('P4: removed before its grace');
	for (const pause of [2 * day, 0, 3 * hour, 40 * day, 3 * hour]) {
		world.now += pause;
		await round();
	}
	const mailboxes = naming(world, 'roll-call', id).map(({ mail }) => mail.to === watch);
	if (isDue && !(mailboxes.includes(true) && mailboxes.includes(false)))
		broken.add('P6: removed before both mailboxes were called');
	const left = [...world.texts.keys()].filter((key) => !isLasting(key));
	if (left.length > 0) broken.add(`never deleted: ${left.join()}`);
	const calls = world.sendings.flatMap(({ mail, at, ...sending }) =>
		kindOf({ mail, at, ...sending }) === 'roll-call' ? [`${mail.to} ${at / day}`] : [],
	);
	if (new Set(calls).size < calls.length) broken.add('P6: called twice on one day');
	return [...broken];
}

/** The first effects of a life are each of their own kind; later ones repeat, and one in seven is enough. */
const everyOne = nightly ? Number.POSITIVE_INFINITY : 60;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** Kills at one effect after another, before it and after it, and gathers what was broken. */
async function killEverywhere(course: Course): Promise<{ points: number; broken: string[] }> {
	const broken: string[] = [];
	let points = 0;
	for (let at = 0; ; at++) {
		if (at >= everyOne && (at + seed) % 7 > 0) continue;
		for (const when of ['before', 'after'] as const) {
			const world = new World();
			world.kill = { at, when };
			const found = await live(course, world);
			if (world.effects <= at) return { points, broken };
			broken.push(...found.map((what) => `${what} (killed ${when} effect ${at})`));
			points += 1;
		}
	}
}

describe('the promises hold wherever a process is killed', () => {
	for (const [name, course] of Object.entries(courses)) {
		test(name, async () => {
			const { points, broken } = await killEverywhere(course);
			console.log(`      ${String(points).padStart(5)} crash points, seed ${seed}: ${name}`);
			expect(points).toBeGreaterThan(100);
			expect(broken).toEqual([]);
		});
	}
});

describe('each guard is needed: without it, the same lives break a promise', () => {
	const guards: { name: string; course: Course; sabotage: Sabotage; breaks: string }[] = [
		{
			name: 'the read-back of an application',
			course: { begin: (world) => (world.lieAbout = keysOf.application), presses: 'once' },
			sabotage: believing(keysOf.application),
			breaks: 'P1: a receipt for nothing',
		},
		{
			name: 'the attempt that is written down before it is made',
			course: { begin: (world) => (world.answer = 'answer lost'), isSilent: true },
			sabotage: (ports) => ({
				...ports,
				store: { ...ports.store, replace: () => Promise.resolve(true) },
			}),
			breaks: 'P3: sent twice, and the second does not say so',
		},
		{
			name: 'the same idempotency key for every attempt',
			course: { begin: (world) => (world.answer = 'answer lost'), isSilent: true },
			sabotage: (ports) => ({
				...ports,
				mailer: {
					send: (mail, key, tags) => ports.mailer.send(mail, `${key}/${ports.clock.now()}`, tags),
				},
			}),
			breaks: 'P3: sent twice while the key lives',
		},
		{
			name: 'compare-and-swap',
			course: { begin: (world) => (world.answer = 'down'), person: 'discard' },
			sabotage: ({ store, ...ports }) => ({
				...ports,
				store: {
					...store,
					async read(key) {
						const found = await store.read(key);
						await setImmediate();
						return found;
					},
					async replace(key, text) {
						const found = await store.read(key);
						return found !== null && store.replace(key, text, found.version);
					},
				},
			}),
			breaks: 'discarded, and still stored',
		},
		{
			name: 'the claim of the same answers',
			course: { presses: 'in two tabs' },
			sabotage: believing(keysOf.claim),
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

/** A process believes that what it creates is there as it wrote it, and reads nothing else. */
function believing(keys: string): Sabotage {
	return ({ store, ...ports }) => {
		const created = new Map<string, { text: string; version: string }>();
		const isMeant = (key: string) => key.startsWith(keys);
		return {
			...ports,
			store: {
				...store,
				async create(key, text) {
					if (!isMeant(key)) return store.create(key, text);
					await store.create(key, text);
					created.set(key, { text, version: '' });
					return 'created';
				},
				read: (key) => (isMeant(key) ? Promise.resolve(created.get(key) ?? null) : store.read(key)),
			},
		};
	};
}
