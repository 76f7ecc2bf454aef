import { deliver, type Delivering, type Known, type Round } from './deliver.ts';
import { type Problem, whatNow } from './plan.ts';
import { type LetterName, whatHasHappened } from './facts.ts';
import { hourOf, issuedHour } from '#application/confirming/id.ts';
import { type Clock, type KeptApplication, type Mailer, type Report, Unreadable } from './ports.ts';
import { tokenLifetime } from '#application/confirming/token.ts';

const hour = 60 * 60 * 1000;

/** So many applications in an hour are no longer people: they are kept, but receipts wait. */
export const applicationsAnHour = 60;

/** From one call to the mail provider to the next, in milliseconds: it takes two a second. */
const pace = 550;

/** How long facts are kept after an application was issued. They hold no personal data. */
const factsLifetime = 90 * 24 * hour;

/** How many applications are looked at at the same time: looking takes a few calls to the storage, one by one. */
export const atOnce = 10;

/** What a sweep came to: counts and problems by application, never an answer or an address. */
export interface Sweep {
	waiting: number;
	problems: ReadonlyMap<string, readonly Problem[]>;
	/** Set where the sweep ended before it had done everything; the next one goes on. */
	cut: boolean;
	/** The first application that there was no time to look at. */
	next?: string;
}

/** A sweep as it is reported to those who watch from outside, and to the next sweep. */
export function reportOf({ waiting, problems, next }: Sweep, at: number): Report {
	const counts: Report['problems'] = {};
	for (const problem of [...problems.values()].flat()) {
		counts[problem] = (counts[problem] ?? 0) + 1;
	}
	return { at, waiting, problems: counts, ...(next && { next }) };
}

/**
 * Looks at every waiting application, then takes those on that something can be done for: all e-mails to the
 * project lead first, then the receipts, the oldest application first. One that fails does not stop the
 * others. Where so many wait that there is no time to look at them all, the next sweep looks at the others.
 *
 * @param deadline no step is begun after it, in milliseconds since 1970
 */
export async function sweep(ports: Delivering, deadline: number): Promise<Sweep> {
	const { outbox, clock } = ports;
	const ids = await outbox.waiting();
	const problems = new Map<string, readonly Problem[]>();
	const attempt = async (id: string, step: () => Promise<Round | null>) => {
		try {
			const round = await step();
			if (round) problems.set(id, round.problems);
			return round;
		} catch (error) {
			// Whatever it is, the others go on. Storage that fails shows by itself: the sweep's report
			// fails too, and the watch outside sees that it grows old.
			if (error instanceof Unreadable) problems.set(id, ['unreadable']);
			return null;
		}
	};

	const due: Known[] = [];
	// A report that cannot be read must not stop the e-mails.
	const { next: first = '' } = (await outbox.lastReport().catch(() => null)) ?? {};
	const inTurn = [...ids.filter((id) => id >= first), ...ids.filter((id) => id < first)];
	const aThird = clock.now() + (deadline - clock.now()) / 3;
	const seen = await each(inTurn, { clock, until: aThird }, async (id) => {
		await attempt(id, async () => {
			const kept = await outbox.read(id);
			if (!kept) return forgetIfNeverKept(id, ports);
			const known = { kept, facts: [...(await outbox.facts(id))] };
			const round = await deliver(known, [], ports);
			if (round.due) due.push(known);
			return round;
		});
	});
	due.sort((one, other) => (one.kept.id < other.kept.id ? -1 : 1));

	const swept = (cut: boolean): Sweep => {
		const next = inTurn[seen];
		const found = [...problems].filter(([, those]) => those.length > 0);
		const some = { waiting: ids.length, problems: new Map(found) };
		return next ? { ...some, cut: true, next } : { ...some, cut };
	};
	const paced = { ...ports, mailer: pacedMailer(ports.mailer, clock) };
	const rounds: (readonly LetterName[])[] = [['lead']];
	if (!(await receiptsPause(ports))) rounds.push(['receipt', 'notice']);
	for (const mails of rounds) {
		for (const known of due) {
			if (clock.now() >= deadline) return swept(true);
			const round = await attempt(known.kept.id, () => deliver(known, mails, paced));
			if (round?.paused) return swept(true);
		}
	}
	return swept(false);
}

/**
 * Does something with each id, with a few at the same time, and begins with none after `until`.
 *
 * @returns how many it began with
 */
async function each(
	ids: readonly string[],
	{ clock, until }: { clock: Clock; until: number },
	work: (id: string) => Promise<void>,
): Promise<number> {
	let begun = 0;
	const one = async () => {
		for (let id = ids[begun]; id && clock.now() < until; id = ids[begun]) {
			begun += 1;
			await work(id);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	return begun;
}

/**
 * The first try, right after an application was kept, and so before anything has happened to it. What it does
 * not manage, a sweep does.
 */
export async function deliverAtOnce(kept: KeptApplication, ports: Delivering): Promise<void> {
	const mails: readonly LetterName[] = (await receiptsPause(ports))
		? ['lead']
		: ['lead', 'receipt'];
	await deliver({ kept, facts: [] }, mails, ports);
}

/** Whether this hour has seen so many applications that receipts wait: the circuit breaker. */
async function receiptsPause({ outbox, clock, crowded }: Delivering): Promise<boolean> {
	const now = hourOf(clock.now());
	// An hour's applications only grow in number, so the longest lists are not asked for again.
	if (!crowded.has(now) && (await outbox.kept(now)).length > applicationsAnHour) crowded.add(now);
	return crowded.has(now);
}

/** Leaves time between the beginnings of two calls. */
function pacedMailer(mailer: Mailer, clock: Clock): Mailer {
	let next = clock.now();
	const turn = async () => {
		const early = next - clock.now();
		if (early > 0) await clock.wait(early);
		next = Math.max(next, clock.now()) + pace;
	};
	return {
		async send(...message) {
			await turn();
			return mailer.send(...message);
		},
		async lookUp(providerId) {
			await turn();
			return mailer.lookUp(providerId);
		},
	};
}

/** An acceptance that was cut off leaves its place in the queue, and nobody saw a receipt for it. */
async function forgetIfNeverKept(id: string, { outbox, clock }: Delivering): Promise<null> {
	const nobodyCanCome = clock.now() - issuedHour(id) > tokenLifetime + 2 * hour;
	if (nobodyCanCome) await outbox.settle(id);
	return null;
}

/**
 * The slow round: deletes what was delivered and has had its grace, takes up again what is kept but
 * fell out of the queue, and forgets facts after 90 days.
 */
export async function tidy({ outbox, clock }: Delivering, deadline: number): Promise<number> {
	let deleted = 0;
	// What is younger is still with the sweeper, or with an applicant who is confirming it.
	const ids = (await outbox.kept()).filter((id) => clock.now() - issuedHour(id) >= 2 * hour);
	const seen = await each(ids, { clock, until: deadline }, async (id) => {
		const kept = await outbox.read(id).catch(async (error: unknown) => {
			if (!(error instanceof Unreadable)) throw error;
			// The sweep tells a person.
			await outbox.enqueue(id);
			return null;
		});
		if (!kept) return;
		const actions = whatNow(whatHasHappened(await outbox.facts(id)), {
			acceptedAt: kept.acceptedAt,
			now: clock.now(),
		});
		if (actions.some(({ kind }) => kind === 'delete')) {
			await outbox.delete(kept);
			deleted += 1;
		} else if (actions.length > 0) {
			await outbox.enqueue(id);
		}
	});
	if (seen === ids.length) await outbox.forget(clock.now() - factsLifetime);
	return deleted;
}
