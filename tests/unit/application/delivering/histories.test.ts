import { expect, test } from 'vitest';
import fc from 'fast-check';
import { referenceOf } from '#application/confirming/reference.ts';
import { run } from '#application/delivering/run.ts';
import { theChecked } from '../../../support/application.ts';
import { leaveAsVersion1 } from '../../../support/earlier.ts';
import { nightly } from '../../../support/nightly.ts';
import {
	anId,
	day,
	hour,
	minute,
	type Mood,
	press,
	sendAtOnce,
	tell,
	World,
	writing,
} from '../../../support/delivering-world.ts';

/** One thing that happens in a history. Those of one moment happen at the same time, in every order of steps. */
type Step =
	| { do: 'press'; tab: 0 | 1; application: 0 | 1 | 2 }
	| { do: 'run'; round: 'sweep' | 'tidy'; minutes: number }
	| { do: 'tell'; event: number }
	| { do: 'mood'; mood: Mood }
	| { do: 'webhook'; tells: boolean }
	| { do: 'storage-fails'; calls: number }
	| { do: 'killed'; after: number; when: 'before' | 'after' }
	| { do: 'decide'; kind: 'released' | 'abandoned'; receipt: number }
	| { do: 'rotate' }
	| { do: 'deploy'; settings: 0 | 1 }
	| { do: 'inherit' };

interface Moment {
	steps: readonly Step[];
	/** What passes before the next one. */
	minutes: number;
}

const moods: Mood[] = ['well', 'answer-lost', 'nothing-sent', 'rate', 'quota', 'configuration'];
const one = <const Kind extends Step['do'], Rest extends object>(
	kind: Kind,
	rest: { [Name in keyof Rest]: fc.Arbitrary<Rest[Name]> },
) =>
	fc.record({ do: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<
		Extract<Step, { do: Kind }>
	>;

const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 5,
		arbitrary: one('press', { tab: fc.constantFrom(0, 1), application: fc.constantFrom(0, 1, 2) }),
	},
	{
		weight: 6,
		arbitrary: one('run', {
			round: fc.constantFrom('sweep', 'sweep', 'tidy'),
			minutes: fc.constantFrom(0, 1, 5, 15),
		}),
	},
	{ weight: 3, arbitrary: one('tell', { event: fc.nat(9) }) },
	{ weight: 2, arbitrary: one('mood', { mood: fc.constantFrom(...moods) }) },
	{ weight: 1, arbitrary: one('webhook', { tells: fc.boolean() }) },
	{ weight: 1, arbitrary: one('storage-fails', { calls: fc.integer({ min: 1, max: 9 }) }) },
	{
		weight: 2,
		arbitrary: one('killed', { after: fc.nat(60), when: fc.constantFrom('before', 'after') }),
	},
	{
		weight: 1,
		arbitrary: one('decide', {
			kind: fc.constantFrom('released', 'abandoned'),
			receipt: fc.nat(9),
		}),
	},
	{ weight: 1, arbitrary: one('rotate', {}) },
	{ weight: 1, arbitrary: one('deploy', { settings: fc.constantFrom(0, 1) }) },
	{ weight: 1, arbitrary: one('inherit', {}) },
);

const moment: fc.Arbitrary<Moment> = fc.record({
	steps: fc.array(step, { minLength: 1, maxLength: 4 }),
	minutes: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(0) },
		{ weight: 6, arbitrary: fc.integer({ min: 1, max: 90 }) },
		{ weight: 3, arbitrary: fc.integer({ min: 60, max: 4 * 24 * 60 }) },
		{ weight: 1, arbitrary: fc.integer({ min: 5, max: 35 }).map((days) => days * 24 * 60) },
	),
});

/** Two that look like people, and one that looks like a robot. */
const applicants = [
	{ application: theChecked() },
	{ application: theChecked({ area: 'Thyborøn', email: 'anden@eksempel.dk' }) },
	{ application: theChecked({ area: 'Lemvig', email: 'robot@eksempel.dk' }), found: ['honeypot'] },
] as const;

const { programme } = writing;
const anotherLead = { ...programme.projectLead, email: 'en-anden@politi.dk' };

/** Of two deploys: another project lead, and another sender. */
const settings = [
	writing,
	{
		...writing,
		from: 'En anden <ny@example.dk>',
		programme: { ...programme, projectLead: anotherLead },
	},
] as const;

interface Receipt {
	applicant: number;
	id: string;
	at: number;
}

/** One history as it goes, and the promises it has broken. */
class Play {
	readonly world = new World();
	readonly broken = new Set<string>();
	readonly receipts: Receipt[] = [];
	/** Those that a person gave up or asked for again. */
	readonly decided = new Set<string>();
	readonly #pages = new Map<number, { at: number; id: string }>();
	#issued = 0;
	#isRotated = false;
	readonly #scheduler: fc.Scheduler;

	constructor(scheduler: fc.Scheduler) {
		this.#scheduler = scheduler;
	}

	/** Lets everything in the moment happen at the same time. */
	async live({ steps, minutes }: Moment): Promise<void> {
		this.#isRotated = false;
		this.world.turn = () => this.#scheduler.schedule(Promise.resolve());
		const all = Promise.all(steps.map((each) => this.#happen(each)));
		await this.#scheduler.waitFor(all);
		this.world.turn = () => Promise.resolve();
		if (steps.some((each) => each.do === 'inherit')) leaveAsVersion1(this.world);
		this.#look();
		this.world.now += minutes * minute;
	}

	async #happen(each: Step): Promise<void> {
		const { world } = this;
		switch (each.do) {
			case 'press': {
				const issued = this.#checkPage(each.tab + 2 * each.application);
				const accepted = await press(world, issued, applicants[each.application]);
				if (!accepted) return;
				const { id } = accepted;
				if (!world.kept.includes(id)) this.broken.add('P1: a receipt for nothing');
				this.receipts.push({ applicant: each.application, id, at: world.now });
				return sendAtOnce(world, accepted);
			}
			case 'run':
				await world.run((ports) => {
					// Time passes with every call, so that a round may come to its deadline anywhere.
					let spent = 0;
					const clock = { ...ports.clock, now: () => world.now + (spent += 100) };
					return run(each.round, { ...ports, clock }, world.now + each.minutes * minute + 1000);
				});
				return;
			case 'tell': {
				const event = world.events[each.event % (world.events.length || 1)];
				return event && tell(world, event, 1);
			}
			case 'mood':
				world.mood = each.mood;
				return;
			case 'webhook':
				world.tells = each.tells;
				return;
			case 'storage-fails':
				world.failingStorage = each.calls;
				return;
			case 'killed':
				world.kill = { at: world.effects + each.after, when: each.when };
				return;
			case 'decide':
				return this.#decide(each.kind, this.receipts[each.receipt]?.id);
			case 'rotate':
				this.#rotate();
				return;
			case 'deploy':
				world.writing = settings[each.settings];
				return;
			case 'inherit':
				// When nobody is at work any more: what is kept turns into what an earlier deploy has left.
				return;
			default:
				each satisfies never;
		}
	}

	/** As docs/operations.md has it: a new key is known to every process before one seals with it. */
	#rotate(): void {
		const { world } = this;
		if (this.#isRotated) return;
		this.#isRotated = true;
		const newest = `k${world.keys.length}`;
		const isInFront = world.keys[0] === newest;
		world.keys = isInFront
			? [...world.keys, `k${world.keys.length + 1}`]
			: [newest, ...world.keys.filter((key) => key !== newest)];
	}

	/** The id on the check page in a tab: the same for a day, which is how long it may be pressed. */
	#checkPage(tab: number): string {
		const { now } = this.world;
		const open = this.#pages.get(tab);
		if (open && now - open.at < day) return open.id;
		const page = { at: now, id: anId(this.world, ++this.#issued) };
		this.#pages.set(tab, page);
		return page.id;
	}

	async #decide(kind: 'released' | 'abandoned', id: string | undefined): Promise<void> {
		if (!id) return;
		const { world } = this;
		this.decided.add(id);
		await world.run(async ({ outbox }) => {
			const known = await outbox.look(id);
			if (!known) return;
			const at = Math.max(world.now, ...known.facts.map((fact) => fact.at + 1));
			world.now = at + 1;
			const n = known.facts.length + 1;
			await outbox.record(
				id,
				kind === 'released' ? { kind, mail: 'lead', n, at } : { kind, at, by: 'KL' },
			);
			await outbox.enqueue(id, 'people');
		});
	}

	/** What must hold in every moment. */
	#look(): void {
		const { world, broken } = this;
		for (const { id, at } of this.receipts) {
			if (world.kept.includes(id)) continue;
			if (world.now - at < 7 * day) broken.add('P4: removed within a week of its receipt');
			if (this.decided.has(id)) continue;
			if (world.bringing(id).length === 0) broken.add('P4: removed before it was brought');
			const calls = world.sendings.filter(({ tags }) => tags.mail === 'roll-call');
			const isCalled = calls.some(
				({ mail, at: time }) => time >= at && mail.text.includes(referenceOf(id)),
			);
			if (!isCalled) broken.add('P6: removed before the roll was called');
		}
	}

	/** Everything works again, and time passes. */
	async end(): Promise<void> {
		const { world, broken } = this;
		world.mood = 'well';
		world.tells = true;
		world.failingStorage = 0;
		world.kill = undefined;
		await this.#pass([hour, hour, 2 * hour, 26 * hour, 26 * hour, hour, day]);
		this.#look();
		for (const { id, applicant } of this.receipts) {
			const brought = world.bringing(id);
			if (this.decided.has(id)) continue;
			if (brought.length === 0) broken.add('acknowledged and not delivered');
			const unmarked = brought.filter(({ mail }) => !mail.subject.includes('måske sendt før'));
			if (unmarked.length > 1) broken.add('P3: sent twice, and the second does not say so');
			if (brought.some(({ at }, n) => at - (brought[n - 1]?.at ?? -day) < day))
				broken.add('P3: sent twice while the key lives');
			const letters = world.sendings.filter(
				({ tags }) => tags.application === id && tags.mail !== 'lead',
			);
			if (applicant === 2 && letters.length > 0) broken.add('P7: a letter to a robot');
		}
		for (const { applicant, id, at } of this.receipts) {
			const within = this.receipts.filter(
				(other) => other.applicant === applicant && Math.abs(other.at - at) < 6 * day,
			);
			if (within.some((other) => other.id !== id)) broken.add('P2: two references');
		}
		await this.#forgetEverything();
	}

	async #pass(pauses: readonly number[]): Promise<void> {
		const { world } = this;
		for (const pause of pauses) {
			world.now += pause;
			for (const round of ['tidy', 'sweep', 'sweep'] as const) {
				for (const event of world.events) {
					// The provider gives up after 28 hours.
					if (world.now - Date.parse(event.created_at) < 28 * hour) await tell(world, event);
				}
				await world.run((ports) => run(round, ports, Number.POSITIVE_INFINITY));
			}
		}
	}

	/** A hundred days later nothing is left, in names or in contents, but counts. */
	async #forgetEverything(): Promise<void> {
		const { world, broken } = this;
		const isKnownToBeDelivered = (id: string) =>
			world.blobs.keysUnder(`fact/${id}/lead/delivered/`).length > 0;
		for (const { id } of this.receipts) {
			if (!world.kept.includes(id) || this.decided.has(id) || isKnownToBeDelivered(id)) continue;
			// The provider never told. A person was, and decides.
			if (!world.alarms.includes('Ansøgninger er måske ikke afleveret')) broken.add('P5: not told');
		}
		for (const key of world.blobs.keysUnder('application/')) {
			const id = key.slice('application/'.length);
			if (!isKnownToBeDelivered(id) || this.decided.has(id)) await this.#decide('abandoned', id);
		}
		await this.#pass([8 * day, 8 * day, hour, 84 * day, hour]);
		const left = [...world.blobs.keys()].filter(
			(key) => !/^(claim\/roll-call\/|[\w-]+\/last$)/.test(key),
		);
		if (left.length > 0) this.broken.add(`something is left: ${left.join(', ')}`);
	}
}

test('whatever happens, in whatever order of steps, the promises hold', async () => {
	const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
	const numRuns = Number(process.env.HISTORIES ?? (nightly ? 10_000 : 1000));
	const begun = performance.now();
	let steps = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			fc.array(moment, { minLength: 3, maxLength: 12, size: 'max' }),
			async (scheduler, moments) => {
				const play = new Play(scheduler);
				for (const each of moments) {
					steps += each.steps.length;
					await play.live(each);
				}
				await play.end();
				expect([...play.broken]).toEqual([]);
			},
		),
		{ seed, numRuns },
	);
	const seconds = ((performance.now() - begun) / 1000).toFixed(0);
	console.log(`      ${numRuns} histories, ${steps} steps, seed ${seed}, ${seconds} s`);
	// Half a minute on a free core; the machine may be busy.
});
