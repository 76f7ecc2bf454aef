import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { hour, minute } from '#application/outbox/entry.ts';
import { keysOf, type Sabotage, postAll } from '../../../support/core.ts';
import { nightly } from '../../../support/nightly.ts';
import { Play } from '../../../support/play.ts';
import { type Answer, type World } from '../../../support/world.ts';

/** What happens to one application, apart from where a process is killed. */
interface Course {
	begin?: (world: World) => void;
	/** Whether the applicant sends again after an error, and how. */
	presses?: 'once' | 'again' | 'twice at once' | 'in two tabs';
	/** How many rounds run at the same time. */
	rounds?: 1 | 2;
	/** The provider's events come only after two days. */
	isSilent?: true;
	/** Whether the form saw a robot. */
	isMarked?: true;
	/** A round every hour for two days; the provider takes e-mails after so many, and then an older state comes back. */
	older?: { hours: number; changes: number };
	/** After two hours a person asks for another try, or discards it. */
	person?: 'retry' | 'discard';
}

const courses: Record<string, Course> = {
	'nothing goes wrong': {},
	'the applicant gives up after an error': { presses: 'once' },
	'the same form is sent twice at once': { presses: 'twice at once' },
	'the same answers are sent in two tabs': { presses: 'in two tabs' },
	'two rounds at once': { rounds: 2 },
	'the form saw a robot': { isMarked: true },
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
	'the answer is lost, and nothing is reported for more than a day': {
		begin: (world) => (world.answer = 'answer lost'),
		isSilent: true,
	},
	'a person asks for another try': {
		begin: (world) => (world.fate = () => 'bounced'),
		person: 'retry',
	},
	'a person discards it': { begin: (world) => (world.answer = 'down'), person: 'discard' },
};

/** Plays a course and returns the promises that it broke. */
async function live(course: Course, play: Play): Promise<string[]> {
	const {
		presses = 'again',
		rounds = 1,
		isSilent = false,
		isMarked = false,
		older,
		person,
	} = course;
	const { world } = play;
	course.begin?.(world);
	const applicant = isMarked ? 2 : 0;
	const press = (tab: 0 | 1) => () => play.press(applicant, tab);
	if (presses === 'twice at once') await play.together([press(0), press(0)]);
	else if (presses === 'in two tabs') await play.together([press(0), press(1)]);
	else await play.together([press(0)]);
	for (let n = 0; n < 2 && play.receipts.length === 0 && presses !== 'once'; n++)
		await play.together([press(0)]);

	const pauses = [0, minute, 5 * minute, 15 * minute, 30 * minute];
	for (const pause of isSilent ? [...pauses, 49 * hour] : pauses) {
		world.now += pause;
		await play.together(Array.from({ length: rounds }, () => () => play.round()));
		if (!isSilent) await postAll(world);
	}
	for (let hours = 0; hours < 50 && older; hours++) {
		if (hours === older.hours) {
			Object.assign(world, { answer: 'accepted', comesBack: { after: older.changes } });
		}
		world.now += hour;
		await play.together([() => play.round()]);
	}
	const id = play.receipts[0]?.id;
	if (person && id !== undefined) {
		Object.assign(world, { now: world.now + hour, answer: 'accepted', fate: () => 'delivered' });
		await play.together([() => play.decide(person, id), () => play.round()]);
	}
	await play.end();
	return [...play.broken];
}

/** The first effects of a course are each of their own kind; later ones repeat, and one in seven is enough. */
const everyOne = nightly ? Number.POSITIVE_INFINITY : 60;
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** Kills at one effect after another, before it and after it, and gathers what was broken. */
async function killEverywhere(course: Course): Promise<{ points: number; broken: string[] }> {
	const broken: string[] = [];
	let points = 0;
	for (let at = 0; ; at++) {
		if (at >= everyOne && (at + seed) % 7 > 0) continue;
		for (const when of ['before', 'after'] as const) {
			const play = new Play();
			play.world.kill = { at, when };
			const found = await live(course, play);
			if (play.world.effects <= at) return { points, broken };
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

describe('nothing is lost, or doubled inside 24 hours, where an older state of an entry comes back', () => {
	const answers: Answer[] = ['rate', 'quota', 'down', 'answer lost', 'reply-to'];
	test.each(answers)('%s until then', async (answer) => {
		const broken = new Set<string>();
		for (const hours of [0, 20, 21, 22, 23, 47]) {
			for (let changes = 1; ; changes++) {
				const play = new Play();
				const older = { hours, changes };
				const begin = (world: World) => (world.answer = answer);
				const found = await live({ begin, older }, play);
				if (!play.world.hasComeBack) break;
				for (const what of found)
					if (/^(P1|lost|doubled)/.test(what)) broken.add(`${what}: ${JSON.stringify(older)}`);
			}
		}
		expect([...broken]).toEqual([]);
	});
});

describe('each guard is needed: without it, the same course breaks a promise', () => {
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
			breaks: 'doubled: sent twice while the key lives',
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
			breaks: 'P2: stored twice',
		},
	];
	for (const { name, course, sabotage, breaks } of guards) {
		test(name, async () => {
			expect(await live(course, new Play())).toEqual([]);
			expect(await live(course, new Play(sabotage))).toContain(breaks);
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
