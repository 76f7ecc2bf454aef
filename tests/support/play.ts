import { day, hour, minute } from '#application/outbox/entry.ts';
import { theChecked } from './application.ts';
import {
	about,
	act,
	anAddress,
	anId,
	brought,
	type Core,
	coreOn,
	hasArrived,
	naming,
	postAll,
	type Sabotage,
} from './core.ts';
import { alarmMailbox, World, writing } from './world.ts';

/** The third is marked by the form. All others have the same mailbox, in one spelling or another. */
const applicants = [
	theChecked(),
	theChecked({ area: 'Thyborøn', email: 'Soeren@eksempel.dk' }),
	theChecked({ area: 'Lemvig', email: 'robot@eksempel.dk' }),
	theChecked({ area: 'Struer', email: 'soeren+1@eksempel.dk' }),
	theChecked({ area: 'Lemvig' }),
] as const;
export type Applicant = 0 | 1 | 2 | 3 | 4;
const isMarked = (applicant: number) => applicant === 2;

const { programme } = writing;
const anotherLead = { ...programme.projectLead, email: 'en-anden@politi.dk' };
/** Of two deploys: another project lead, and another sender. */
export const deploys = [
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

/** What happens to a few applicants in a world, and the promises that were broken. */
export class Play {
	readonly world = new World();
	readonly broken = new Set<string>();
	readonly receipts: Receipt[] = [];
	readonly #sabotage: Sabotage;
	/** How often a person asked for another try, and when one discarded it last. */
	readonly #retries = new Map<string, number>();
	readonly #discardedAt = new Map<string, number>();
	/** Whom the latest command surely discarded. */
	readonly #discarded = new Set<string>();
	readonly #pages = new Map<number, { at: number; id: string }>();
	/** Who got an id on a check page. */
	readonly #applicants = new Map<string, number>();
	/** Who sends at this moment. */
	readonly #sending = new Set<number>();
	#isRotated = false;

	constructor(sabotage: Sabotage = (ports) => ports) {
		this.#sabotage = sabotage;
	}

	/** Lets everything happen at the same time; then time passes. */
	async together(
		works: readonly (() => unknown)[],
		minutes = 0,
		waitFor = (all: Promise<unknown>) => all,
	): Promise<void> {
		this.#isRotated = false;
		this.#sending.clear();
		await waitFor(Promise.all(works.map((work) => work())));
		this.world.turn = () => Promise.resolve();
		// What is sent again is wanted again, and may be so where there is no answer.
		for (const id of this.#discarded)
			if (this.#sending.has(this.#applicants.get(id) ?? -1)) this.#discarded.delete(id);
		await this.#look();
		this.world.now += minutes * minute;
	}

	/** @param minutes that the round has; without them, as many as it takes */
	round(minutes = Number.POSITIVE_INFINITY): Promise<unknown> {
		const { world } = this;
		// Time passes with every look at the clock, so that a round may come to its deadline anywhere.
		let spent = 0;
		const now = () => world.now + (minutes < Number.POSITIVE_INFINITY ? (spent += 100) : 0);
		const deadline = world.now + minutes * minute + 1000;
		const work = (core: Core) => core.round(deadline);
		return act(world, work, (ports) => ({ ...this.#sabotage(ports), clock: { now } }));
	}

	/** An applicant sends the check page in a tab: its id is the same for a day, which is how long it may be sent. */
	async press(applicant: Applicant, tab: 0 | 1): Promise<void> {
		const { world } = this;
		world.now += 1;
		const { now } = world;
		this.#sending.add(applicant);
		const place = tab + 2 * applicant;
		let page = this.#pages.get(place);
		const newId = () => {
			const id = anId(world, this.#applicants.size + 1);
			this.#applicants.set(id, applicant);
			return id;
		};
		if (!page || now - page.at >= day) {
			page = { at: now, id: newId() };
			this.#pages.set(place, page);
		}
		const application = applicants[applicant];
		const marks = isMarked(applicant) ? (['honeypot'] as const) : [];
		const ids = { id: page.id, spareId: newId() };
		const press = { ...ids, application, address: anAddress(applicant), marks, now };
		const answer = await this.#act((core) => core.press(press));
		if (!answer) return;
		if (!(await this.#stored()).has(answer.id)) this.broken.add('P1: a receipt for nothing');
		this.receipts.push({ applicant, ...answer, at: now });
		await this.#act((core) => core.headStart(answer.id));
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

	/** A person uses a command, and once more after an error. */
	async decide(command: 'retry' | 'discard', id: string): Promise<void> {
		const { world } = this;
		// What a person does is after what was there to see.
		world.now += 1000;
		const { now } = world;
		const decided = () => {
			if (command === 'retry') this.#retries.set(id, (this.#retries.get(id) ?? 0) + 1);
			return this.#act((core) => core[command](id, now).then(() => true));
		};
		const isDone = (await decided()) ?? (await decided());
		// What was sent at the same moment may be before or after it.
		if (command === 'discard') this.#discardedAt.set(id, world.now);
		this.#discarded[command === 'discard' && isDone ? 'add' : 'delete'](id);
		world.now += 1000;
	}

	/** The ids of the applications that can still be read. */
	#stored(): Promise<ReadonlySet<string>> {
		return coreOn(this.world.still).stored();
	}

	#act<Value>(work: (core: Core) => Promise<Value>): Promise<Value | undefined> {
		return act(this.world, work, this.#sabotage);
	}

	/** Whether a person discarded it after it was received. */
	#isDiscarded({ id, at }: Receipt): boolean {
		return (this.#discardedAt.get(id) ?? 0) >= at;
	}

	/** What must hold in every moment. */
	async #look(): Promise<void> {
		const { world, broken } = this;
		const stored = await this.#stored();
		const owners = [...stored].map((id) => this.#applicants.get(id));
		if (new Set(owners).size < owners.length) broken.add('P2: stored twice');
		for (const receipt of this.receipts) {
			const { id, at } = receipt;
			if (stored.has(id) || this.#isDiscarded(receipt)) continue;
			const [first] = brought(world, id);
			if (!first) broken.add('P4: removed before it was brought');
			if (world.now - at < 7 * day) broken.add('P4: removed within a week of its receipt');
			const calls = naming(world, 'roll-call', id);
			const isCalled = [true, false].every((isAlarms) =>
				calls.some(({ mail }) => (mail.to === alarmMailbox) === isAlarms),
			);
			const isLong = world.now - Math.max(at, first?.at ?? 0) >= 14 * day;
			if (!isCalled && !isLong) broken.add('P6: removed before both mailboxes were called');
		}
	}

	/** Everything works again, and time passes. */
	async end(): Promise<void> {
		const { world, broken, receipts } = this;
		Object.assign(world, { answer: 'accepted', fate: () => 'delivered', hasWebhook: true });
		Object.assign(world, { perDay: null, hasStaleLists: false });
		Object.assign(world, { lieAbout: undefined, comesBack: { after: 0 } });
		Object.assign(world.faults, { fails: 0, answerLost: 0, lateRead: 0, ignoredSwap: 0 });
		await this.#pass([hour, hour, 2 * hour, 26 * hour, 26 * hour, hour, day]);
		const due = receipts.filter((receipt) => !this.#isDiscarded(receipt));
		const stored = await this.#stored();
		for (const id of this.#discarded)
			if (stored.has(id) && due.every((receipt) => receipt.id !== id))
				broken.add('discarded, and still stored');
		const missing = new Set(due.flatMap(({ id }) => (brought(world, id).length > 0 ? [] : [id])));
		for (const id of missing) {
			if (naming(world, 'alarm', id).length === 0) broken.add('P5: not delivered, and no alarm');
			await this.decide('retry', id);
		}
		if (missing.size > 0) await this.#pass([minute, hour]);
		for (const id of this.#applicants.keys()) this.#judgeRepeats(id);
		for (const receipt of due) {
			this.#judgeReceipt(receipt);
			if (brought(world, receipt.id).length === 0) broken.add('lost: received and not delivered');
			const isOther = ({ applicant, id, at }: Receipt) =>
				applicant === receipt.applicant && id !== receipt.id && Math.abs(at - receipt.at) < 6 * day;
			if (due.some((other) => isOther(other) && !this.#discardedAt.has(other.id)))
				broken.add('P2: two references');
		}
		await this.#forgetEverything();
	}

	#judgeRepeats(id: string): void {
		const mails = brought(this.world, id);
		const mayRepeat = this.#retries.get(id) ?? 0;
		const unmarked = mails.filter(({ mail }) => !mail.subject.includes('måske sendt før'));
		if (unmarked.length > 1 + mayRepeat)
			this.broken.add('P3: sent twice, and the second does not say so');
		const soon = mails.filter(({ at }, n) => at - (mails[n - 1]?.at ?? -day) < day);
		if (soon.length > mayRepeat) this.broken.add('doubled: sent twice while the key lives');
	}

	#judgeReceipt({ id, applicant, at: from, hasReceipt }: Receipt): void {
		const { world, broken } = this;
		const letters = about(world, 'receipt', id);
		if (!hasReceipt && letters.some(hasArrived)) broken.add('P7: a receipt that was not promised');
		if (isMarked(applicant) && hasReceipt) broken.add('P7: a receipt for a marked one');
		const isKnown =
			letters.some((letter) => hasArrived(letter) || letter.events.some((one) => !one.isTaken)) ||
			about(world, 'lost-receipt', id).length > 0 ||
			naming(world, 'alarm', id).length > 0;
		if (hasReceipt && !isKnown) broken.add('P7: a promised receipt did not come');
		const isFirst = (one: Receipt) =>
			!this.receipts.some(({ id: same, at }) => same === one.id && at < one.at);
		const isInDay = ({ at }: Receipt) => at >= from && at < from + day;
		const promised = this.receipts.filter((one) => one.hasReceipt && isInDay(one) && isFirst(one));
		if (promised.length > 3) broken.add('P7: more than three receipts to a mailbox in a day');
	}

	async #pass(pauses: readonly number[]): Promise<void> {
		const { world } = this;
		for (const pause of pauses) {
			world.now += pause;
			for (let n = 0; n < 2; n++) {
				await postAll(world);
				await this.round();
			}
			await this.#look();
		}
	}

	/** A hundred days later nothing is left. Whatever cannot end by itself, a person was alarmed of. */
	async #forgetEverything(): Promise<void> {
		const { world, broken } = this;
		await this.#pass([8 * day, 8 * day]);
		for (const id of await this.#stored()) {
			if (naming(world, 'alarm', id).length === 0) broken.add('P5: it cannot end, and no alarm');
			await this.decide('discard', id);
		}
		await this.#pass([8 * day, 3 * hour, 84 * day, day]);
		const left = [...world.texts.keys()].filter((key) => !/^(round|notice)\//.test(key));
		if (left.length > 0) broken.add(`something is left: ${left.join(', ')}`);
	}
}
