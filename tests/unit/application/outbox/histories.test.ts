import { expect, test } from 'vitest';
import fc from 'fast-check';
import { theChecked } from '../../../support/application.ts';
import {
	act,
	anAddress,
	anId,
	brings,
	brought,
	coreOn,
	hasArrived,
	isLasting,
	keptIn,
	keysOf,
	kindOf,
	naming,
	tell,
	isTold,
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

/** The third is marked by the form. All others have the same mailbox, in one spelling or another. */
const applicants = [
	theChecked(),
	theChecked({ area: 'Thyborøn', email: 'Soeren@eksempel.dk' }),
	theChecked({ area: 'Lemvig', email: 'robot@eksempel.dk' }),
	theChecked({ area: 'Struer', email: 'soeren+1@eksempel.dk' }),
	theChecked({ area: 'Lemvig' }),
] as const;
type Applicant = 0 | 1 | 2 | 3 | 4;
const isMarked = (applicant: number) => applicant === 2;

const { programme } = writing;
const anotherLead = { ...programme.projectLead, email: 'en-anden@politi.dk' };
/** Of two deploys: another project lead, and another sender. */
const deploys = [
	writing,
	{
		...writing,
		from: 'En anden <ny@example.dk>',
		programme: { ...programme, projectLead: anotherLead },
	},
] as const;

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
	round: kind(6, { minutes: fc.constantFrom(0, 1, 5, 15) }, ({ world }, { minutes }) =>
		world.run((ports) => {
			// Time passes with every look at the clock, so that a round may come to its deadline anywhere.
			let spent = 0;
			const clock = { ...ports.clock, now: () => world.now + (spent += 100) };
			return coreOn({ ...ports, clock }).round(world.now + minutes * minute + 1000);
		}),
	),
	tell: kind(3, { event: fc.nat(9) }, async ({ world }, { event: n }) => {
		const events = world.events.filter((event) => isTold(world, event));
		const event = events[n % (events.length || 1)];
		if (event) await tell(world, event, 1);
	}),
	answer: kind(2, { answer: fc.constantFrom(...answers) }, ({ world }, { answer }) => {
		world.answer = answer;
	}),
	fate: kind(1, { fate: fc.constantFrom(...fates) }, ({ world }, { fate }) => {
		world.fate = () => fate;
	}),
	webhook: kind(1, { tells: fc.boolean() }, ({ world }, { tells }) => {
		world.tells = tells;
	}),
	fault: kind(
		2,
		{ fault: fc.nat(5), calls: fc.integer({ min: 1, max: 9 }) },
		({ world, faults }, { fault, calls }) => {
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
	allowance: kind(1, { aDay: fc.constantFrom(null, 4) }, ({ world }, { aDay }) => {
		world.allowance = aDay;
	}),
	deploy: kind(1, { lead: fc.constantFrom(0, 1) }, ({ world }, { lead }) => {
		world.writing = deploys[lead];
	}),
};

function kind<Values extends object>(
	weight: number,
	values: { [Name in keyof Values]: fc.Arbitrary<Values[Name]> },
	happen: (play: Play, values: Values) => unknown,
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
	readonly faults: readonly (keyof World['faults'])[];
	readonly #scheduler: fc.Scheduler;

	/** @param faults of the storage */
	constructor(scheduler: fc.Scheduler, faults: Play['faults']) {
		this.faults = faults;
		this.#scheduler = scheduler;
	}

	/** Lets everything in the moment happen at the same time. */
	async live({ steps, minutes: passing }: Moment): Promise<void> {
		this.#isRotated = false;
		this.world.turn = () => this.#scheduler.schedule(Promise.resolve());
		const happen = ([name, values]: Step) => kinds[name].happen(this, values as never);
		await this.#scheduler.waitFor(Promise.all(steps.map((each) => happen(each))));
		this.world.turn = () => Promise.resolve();
		await this.#look();
		this.world.now += passing * minute;
	}

	async press(applicant: Applicant, tab: 0 | 1): Promise<void> {
		const { world } = this;
		world.now += 1;
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
	rotate(): void {
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

	async decide(command: 'retry' | 'discard', id: string): Promise<void> {
		const { world, retries, discardedAt } = this;
		// What a person does is after what was there to see.
		world.now += 1000;
		const { now } = world;
		if (command === 'retry') retries.set(id, (retries.get(id) ?? 0) + 1);
		await act(world, (core) => core[command](id, now));
		// What was sent at the same moment may be before or after it.
		if (command === 'discard') discardedAt.set(id, world.now);
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
			const calls = naming(world, 'roll-call', id);
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
		Object.assign(world, {
			answer: 'accepted',
			fate: () => 'delivered',
			tells: true,
			allowance: null,
		});
		Object.assign(world, { kill: undefined, lieAbout: undefined, hasStaleLists: false });
		Object.assign(world.faults, { fails: 0, answerLost: 0, lateRead: 0, ignoredSwap: 0 });
		await this.#pass([hour, hour, 2 * hour, 26 * hour, 26 * hour, hour, day]);
		const due = this.receipts.filter((receipt) => !this.#isDiscarded(receipt));
		const missing = new Set(due.flatMap(({ id }) => (brought(world, id).length > 0 ? [] : [id])));
		for (const id of missing) {
			if (naming(world, 'alarm', id).length === 0) broken.add('P5: not delivered, and no alarm');
			await this.decide('retry', id);
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
		for (const { at } of this.receipts) {
			const promised = this.receipts.flatMap((receipt) =>
				receipt.hasReceipt && receipt.at >= at && receipt.at - at < day ? [receipt.id] : [],
			);
			const fresh = [...new Set(promised)].filter((id) =>
				this.receipts.every((receipt) => receipt.id !== id || receipt.at >= at),
			);
			if (fresh.length > 3) broken.add('P7: more than three receipts to a mailbox in a day');
		}
		await this.#forgetEverything();
	}

	#judge({ id, applicant, hasReceipt }: Receipt): void {
		const { world, broken } = this;
		const mails = brought(world, id);
		// What a person discarded is sent again where the applicant sends it again.
		const mayRepeat = (this.retries.get(id) ?? 0) + (this.discardedAt.has(id) ? 1 : 0);
		if (mails.length === 0) broken.add('lost: acknowledged and not delivered');
		const unmarked = mails.filter(({ mail }) => !mail.subject.includes('måske sendt før'));
		if (unmarked.length > 1 + mayRepeat)
			broken.add('P3: sent twice, and the second does not say so');
		const soon = mails.filter(({ at }, n) => at - (mails[n - 1]?.at ?? -day) < day);
		if (soon.length > mayRepeat) broken.add('doubled: sent twice while the key lives');
		const letters = world.sendings.filter(
			(sending) => kindOf(sending) === 'receipt' && brings(id, sending),
		);
		if (!hasReceipt && letters.length > 0) broken.add('P7: a receipt that was not promised');
		if (isMarked(applicant) && hasReceipt) broken.add('P7: a receipt for a marked one');
		const isTold =
			letters.some(
				(sending) => hasArrived(sending) || !sending.events.every((event) => event.isTaken),
			) ||
			world.sendings.some((sending) => kindOf(sending) === 'lost-receipt' && brings(id, sending)) ||
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
			await this.decide('discard', id);
		}
		await this.#pass([8 * day, hour, 3 * hour, 84 * day, 3 * hour]);
		const left = [...world.texts.keys()].filter((key) => !isLasting(key));
		if (left.length > 0) broken.add(`something is left: ${left.join(', ')}`);
	}
}

/** Plays many histories, in which the storage has these faults, and sees that these promises hold. */
async function play(faults: Play['faults'], promises = /./): Promise<void> {
	const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
	const numRuns = nightly ? 10_000 : 1000;
	const begun = performance.now();
	let steps = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.scheduler(),
			fc.array(moment, { minLength: 3, maxLength: 12, size: 'max' }),
			async (scheduler, moments) => {
				const played = new Play(scheduler, faults);
				for (const each of moments) {
					steps += each.steps.length;
					await played.live(each);
				}
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
