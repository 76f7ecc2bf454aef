import { expect, test } from 'vitest';
import fc from 'fast-check';
import { theChecked } from '../../../support/application.ts';
import {
	act,
	anAddress,
	anId,
	brought,
	coreOn,
	hasArrived,
	isLasting,
	keptIn,
	keysOf,
	kindOf,
	naming,
	tell,
	tellAll,
} from '../../../support/core.ts';
import { nightly } from '../../../support/nightly.ts';
import {
	type Answer,
	day,
	type Fate,
	hour,
	minute,
	watch,
	World,
	writing,
} from '../../../support/world.ts';

/** One thing that happens in a history. Those of one moment happen at the same time, in every order of effects. */
type Step =
	| { do: 'press'; tab: 0 | 1; applicant: 0 | 1 | 2 }
	| { do: 'round'; minutes: number }
	| { do: 'tell'; event: number }
	| { do: 'answer'; answer: Answer }
	| { do: 'fate'; fate: Fate }
	| { do: 'webhook'; tells: boolean }
	| { do: 'fault'; fault: keyof World['faults']; calls: number }
	| { do: 'lists'; stale: boolean }
	| { do: 'lie'; about: string }
	| { do: 'killed'; after: number; when: 'before' | 'after' }
	| { do: 'person'; command: 'retry' | 'discard'; receipt: number }
	| { do: 'rotate' }
	| { do: 'deploy'; settings: 0 | 1 };

interface Moment {
	steps: readonly Step[];
	/** What passes before the next one. */
	minutes: number;
}

type Faults = Extract<Step, { do: 'fault' }>['fault'][];

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

function stepOf(faults: Faults): fc.Arbitrary<Step> {
	const one = <Rest extends object>(
		weight: number,
		kind: Step['do'],
		rest: { [Name in keyof Rest]: fc.Arbitrary<Rest[Name]> },
	) => ({
		weight,
		arbitrary: fc.record({ do: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<Step>,
	});
	return fc.oneof(
		one(5, 'press', { tab: fc.constantFrom(0, 1), applicant: fc.constantFrom(0, 1, 2) }),
		one(6, 'round', { minutes: fc.constantFrom(0, 1, 5, 15) }),
		one(3, 'tell', { event: fc.nat(9) }),
		one(2, 'answer', { answer: fc.constantFrom(...answers) }),
		one(1, 'fate', { fate: fc.constantFrom(...fates) }),
		one(1, 'webhook', { tells: fc.boolean() }),
		one(2, 'fault', { fault: fc.constantFrom(...faults), calls: fc.integer({ min: 1, max: 9 }) }),
		one(1, 'lists', { stale: fc.boolean() }),
		one(1, 'lie', { about: fc.constantFrom(...Object.values(keysOf)) }),
		one(2, 'killed', { after: fc.nat(60), when: fc.constantFrom('before', 'after') }),
		one(1, 'person', { command: fc.constantFrom('retry', 'discard'), receipt: fc.nat(9) }),
		one(1, 'rotate', {}),
		one(1, 'deploy', { settings: fc.constantFrom(0, 1) }),
	);
}

const minutes = fc.oneof(
	{ weight: 4, arbitrary: fc.constant(0) },
	{ weight: 6, arbitrary: fc.integer({ min: 1, max: 90 }) },
	{ weight: 3, arbitrary: fc.integer({ min: 60, max: 4 * 24 * 60 }) },
	{ weight: 1, arbitrary: fc.integer({ min: 5, max: 35 }).map((days) => days * 24 * 60) },
);

/** The last one is marked by the form. */
const applicants = [
	theChecked(),
	theChecked({ area: 'Thyborøn', email: 'anden@eksempel.dk' }),
	theChecked({ area: 'Lemvig', email: 'robot@eksempel.dk' }),
] as const;
const isMarked = (applicant: number) => applicant === 2;

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
	hasReceipt: boolean;
}

/** One history as it goes, and the promises that it has broken. */
class Play {
	readonly world = new World();
	readonly broken = new Set<string>();
	readonly receipts: Receipt[] = [];
	/** How often a person asked for another try, and when one discarded it last. */
	readonly retries = new Map<string, number>();
	readonly discardedAt = new Map<string, number>();
	readonly #pages = new Map<number, { at: number; id: string }>();
	#issued = 0;
	#isRotated = false;
	readonly #scheduler: fc.Scheduler;

	constructor(scheduler: fc.Scheduler) {
		this.#scheduler = scheduler;
	}

	/** Lets everything in the moment happen at the same time. */
	async live({ steps, minutes: passing }: Moment): Promise<void> {
		this.#isRotated = false;
		this.world.turn = () => this.#scheduler.schedule(Promise.resolve());
		await this.#scheduler.waitFor(Promise.all(steps.map((each) => this.#happen(each))));
		this.world.turn = () => Promise.resolve();
		await this.#look();
		this.world.now += passing * minute;
	}

	async #happen(each: Step): Promise<unknown> {
		const { world } = this;
		switch (each.do) {
			case 'press':
				return this.#press(each.applicant, each.tab);
			case 'round':
				return world.run((ports) => {
					// Time passes with every look at the clock, so that a round may come to its deadline anywhere.
					let spent = 0;
					const clock = { ...ports.clock, now: () => world.now + (spent += 100) };
					return coreOn({ ...ports, clock }).round(world.now + each.minutes * minute + 1000);
				});
			case 'tell': {
				const event = world.events[each.event % (world.events.length || 1)];
				return event && tell(world, event, 1);
			}
			case 'answer':
				return (world.answer = each.answer);
			case 'fate':
				return (world.fate = () => each.fate);
			case 'webhook':
				return (world.tells = each.tells);
			case 'fault':
				return (world.faults[each.fault] = each.calls);
			case 'lists':
				return (world.hasStaleLists = each.stale);
			case 'lie':
				return (world.lieAbout = each.about);
			case 'killed':
				return (world.kill = { at: world.effects + each.after, when: each.when });
			case 'person': {
				const id = this.receipts[each.receipt]?.id;
				return id && this.#decide(each.command, id);
			}
			case 'rotate':
				this.#rotate();
				return undefined;
			case 'deploy':
				return (world.writing = settings[each.settings]);
			default:
				return each satisfies never;
		}
	}

	async #press(applicant: 0 | 1 | 2, tab: 0 | 1): Promise<void> {
		const { world } = this;
		const press = {
			id: this.#checkPage(tab + 2 * applicant),
			application: applicants[applicant],
			address: anAddress(applicant),
			marks: isMarked(applicant) ? (['honeypot'] as const) : [],
			now: world.now,
		};
		const answer = await act(world, (core) => core.press(press));
		if (!answer) return;
		if (!(await keptIn(world)).has(answer.id)) this.broken.add('P1: a receipt for nothing');
		this.receipts.push({ applicant, ...answer, at: press.now });
		await act(world, (core) => core.headStart(answer.id));
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

	/** The id on the check page in a tab: the same for a day, which is how long it may be sent. */
	#checkPage(tab: number): string {
		const { now } = this.world;
		const open = this.#pages.get(tab);
		if (open && now - open.at < day) return open.id;
		const page = { at: now, id: anId(this.world, ++this.#issued) };
		this.#pages.set(tab, page);
		return page.id;
	}

	async #decide(command: 'retry' | 'discard', id: string): Promise<void> {
		const { world, retries, discardedAt } = this;
		// What a person does is after what was there to see.
		world.now += 1000;
		const { now } = world;
		if (command === 'retry') retries.set(id, (retries.get(id) ?? 0) + 1);
		else discardedAt.set(id, now);
		await act(world, (core) => core[command](id, now));
		world.now += 1000;
	}

	/** Whether a person discarded it after it was received. */
	#isDiscarded({ id, at }: Receipt): boolean {
		return (this.discardedAt.get(id) ?? 0) >= at;
	}

	/** What must hold in every moment. */
	async #look(): Promise<void> {
		const { world, broken } = this;
		const kept = await keptIn(world);
		for (const receipt of this.receipts) {
			const { id, at } = receipt;
			if (kept.has(id) || this.#isDiscarded(receipt)) continue;
			const [first] = brought(world, id);
			if (!first) broken.add('P4: removed before it was brought');
			if (world.now - at < 7 * day) broken.add('P4: removed within a week of its receipt');
			const calls = naming(world, 'roll-call', id).filter((call) => call.at >= at);
			const isCalled = [true, false].every((isWatch) =>
				calls.some(({ mail }) => (mail.to === watch) === isWatch),
			);
			const isLong = world.now - Math.max(at, first?.at ?? 0) >= 14 * day;
			if (!isCalled && !isLong) broken.add('P6: removed before both mailboxes were called');
		}
	}

	/** Everything works again, and time passes. */
	async end(): Promise<void> {
		const { world, broken } = this;
		Object.assign(world, { answer: 'accepted', fate: () => 'delivered', tells: true });
		Object.assign(world, { kill: undefined, lieAbout: undefined, hasStaleLists: false });
		Object.assign(world.faults, { fails: 0, answerLost: 0, lateRead: 0, ignoredSwap: 0 });
		await this.#pass([hour, hour, 2 * hour, 26 * hour, 26 * hour, hour, day]);
		const due = this.receipts.filter((receipt) => !this.#isDiscarded(receipt));
		const missing = new Set(due.flatMap(({ id }) => (brought(world, id).length > 0 ? [] : [id])));
		for (const id of missing) {
			if (naming(world, 'alarm', id).length === 0) broken.add('P5: not delivered, and no alarm');
			await this.#decide('retry', id);
		}
		if (missing.size > 0) await this.#pass([minute, hour]);
		for (const receipt of due) this.#judge(receipt);
		for (const { applicant, id, at } of due) {
			const within = due.filter(
				(other) => other.applicant === applicant && Math.abs(other.at - at) < 6 * day,
			);
			if (within.some((other) => other.id !== id && !this.discardedAt.has(id)))
				broken.add('P2: two references');
		}
		await this.#forgetEverything();
	}

	#judge({ id, applicant, hasReceipt }: Receipt): void {
		const { world, broken } = this;
		const mails = brought(world, id);
		const mayRepeat = this.retries.get(id) ?? 0;
		if (mails.length === 0) broken.add('lost: acknowledged and not delivered');
		const unmarked = mails.filter(({ mail }) => !mail.subject.includes('måske sendt før'));
		if (unmarked.length > 1 + mayRepeat)
			broken.add('P3: sent twice, and the second does not say so');
		const soon = mails.filter(({ at }, n) => at - (mails[n - 1]?.at ?? -day) < day);
		if (soon.length > mayRepeat) broken.add('doubled: sent twice while the key lives');
		const { email } = applicants[applicant] ?? {};
		const letters = world.sendings.filter(({ mail }) => mail.to === email);
		if (isMarked(applicant) && (hasReceipt || letters.length > 0))
			broken.add('P7: a receipt for a marked one');
		const isTold =
			letters.some(
				(sending) => hasArrived(sending) || !sending.events.every((event) => event.isTaken),
			) ||
			world.sendings.some((sending) => kindOf(sending) === 'lost-receipt') ||
			naming(world, 'alarm', id).length > 0;
		if (hasReceipt && !isTold) broken.add('P7: a promised receipt did not come');
	}

	async #pass(pauses: readonly number[]): Promise<void> {
		const { world } = this;
		for (const pause of pauses) {
			world.now += pause;
			for (let n = 0; n < 3; n++) {
				await tellAll(world);
				await act(world, (core) => core.round());
			}
			await this.#look();
		}
	}

	/** A hundred days later nothing is left. Whatever cannot end by itself, a person was alarmed of. */
	async #forgetEverything(): Promise<void> {
		const { world, broken } = this;
		await this.#pass([8 * day, 8 * day]);
		for (const id of await keptIn(world)) {
			if (naming(world, 'alarm', id).length === 0) broken.add('P5: it cannot end, and no alarm');
			await this.#decide('discard', id);
		}
		await this.#pass([8 * day, hour, 3 * hour, 84 * day, 3 * hour]);
		const left = [...world.texts.keys()].filter((key) => !isLasting(key));
		if (left.length > 0) broken.add(`something is left: ${left.join(', ')}`);
	}
}

async function play(faults: Faults, numRuns: number): Promise<void> {
	const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
	const begun = performance.now();
	let steps = 0;
	const moment = fc.record({
		steps: fc.array(stepOf(faults), { minLength: 1, maxLength: 4 }),
		minutes,
	});
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			fc.array(moment, { minLength: 3, maxLength: 12, size: 'max' }),
			async (scheduler, moments) => {
				const played = new Play(scheduler);
				for (const each of moments) {
					steps += each.steps.length;
					await played.live(each);
				}
				await played.end();
				expect([...played.broken]).toEqual([]);
			},
		),
		{ seed, numRuns },
	);
	const seconds = ((performance.now() - begun) / 1000).toFixed(0);
	console.log(`      ${numRuns} histories, ${steps} steps, seed ${seed}, ${seconds} s`);
}

const count = nightly ? 10_000 : 1000;

test('whatever happens, in whatever order of effects, the promises hold', async () => {
	await play(['fails', 'answerLost', 'lateRead'], count);
});
