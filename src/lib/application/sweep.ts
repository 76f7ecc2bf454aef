import { deliver, deliverKept, type Delivering } from './deliver.ts';
import { type Problem, whatNow } from './delivery.ts';
import { type MailName, whatHasHappened } from './facts.ts';
import { hourOf, issuedHour } from './id.ts';
import { type Clock, type KeptApplication, type Mailer, type Report, Unreadable } from './ports.ts';
import { tokenLifetime } from './token.ts';

const hour = 60 * 60 * 1000;

/** So many applications in an hour are no longer people: they are kept, but receipts wait. */
export const applicationsAnHour = 60;

/** Between two calls to the mail provider, in milliseconds: it takes two a second. */
const pace = 550;

/** How long facts are kept after an application was issued. They hold no personal data. */
const factsLifetime = 90 * 24 * hour;

/** What a sweep came to: counts and problems by application, never an answer or an address. */
export interface Sweep {
	waiting: number;
	problems: ReadonlyMap<string, readonly Problem[]>;
	/** Set where the sweep ended before it had seen everything; the next one goes on. */
	cut: boolean;
}

/** A sweep as it is reported to those who watch from outside. */
export function reportOf({ waiting, problems }: Sweep, at: number): Report {
	const counts: Report['problems'] = {};
	for (const problem of [...problems.values()].flat()) {
		counts[problem] = (counts[problem] ?? 0) + 1;
	}
	return { at, waiting, problems: counts };
}

/**
 * Takes every waiting application one step on: all e-mails to the project lead first, then the
 * receipts, the oldest application first. One that fails does not stop the others.
 *
 * @param deadline no step is begun after it, in milliseconds since 1970
 */
export async function sweep(ports: Delivering, deadline: number): Promise<Sweep> {
	const { outbox, clock } = ports;
	const paced = { ...ports, mailer: pacedMailer(ports.mailer, clock) };
	const ids = await outbox.waiting();
	const problems = new Map<string, readonly Problem[]>();
	const rounds: (readonly MailName[])[] = [['lead']];
	if (!(await receiptsPause(ports))) rounds.push(['receipt', 'notice']);
	for (const mails of rounds) {
		for (const id of ids) {
			if (clock.now() >= deadline) return { waiting: ids.length, problems, cut: true };
			try {
				const round = await deliver(id, mails, paced);
				if (round.problems.length > 0) problems.set(id, round.problems);
				if (round.paused) return { waiting: ids.length, problems, cut: true };
				await forgetIfNeverKept(id, ports);
			} catch (error) {
				// Whatever it is, the others go on. Storage that fails shows by itself: the sweep's report
				// fails too, and the watch outside sees that it grows old.
				if (error instanceof Unreadable) problems.set(id, ['unreadable']);
			}
		}
	}
	return { waiting: ids.length, problems, cut: false };
}

/**
 * The first try, right after an application was kept, and so before anything has happened to it. What it does
 * not manage, a sweep does.
 */
export async function deliverAtOnce(kept: KeptApplication, ports: Delivering): Promise<void> {
	await deliverKept(kept, [], (await receiptsPause(ports)) ? ['lead'] : ['lead', 'receipt'], ports);
}

/** Whether this hour has seen so many applications that receipts wait: the circuit breaker. */
async function receiptsPause({ outbox, clock }: Delivering): Promise<boolean> {
	return (await outbox.kept(hourOf(clock.now()))).length > applicationsAnHour;
}

function pacedMailer(mailer: Mailer, clock: Clock): Mailer {
	return {
		async send(...message) {
			const sent = await mailer.send(...message);
			await clock.wait(pace);
			return sent;
		},
		async lookUp(providerId) {
			const found = await mailer.lookUp(providerId);
			await clock.wait(pace);
			return found;
		},
	};
}

/** An acceptance that was cut off leaves its place in the queue, and nobody saw a receipt for it. */
async function forgetIfNeverKept(id: string, { outbox, clock }: Delivering): Promise<void> {
	const nobodyCanCome = clock.now() - issuedHour(id) > tokenLifetime + 2 * hour;
	if (nobodyCanCome && !(await outbox.read(id))) await outbox.settle(id);
}

/**
 * The slow round: deletes what was delivered and has had its grace, takes up again what is kept but
 * fell out of the queue, and forgets facts after 90 days.
 */
export async function tidy({ outbox, clock }: Delivering, deadline: number): Promise<number> {
	let deleted = 0;
	for (const id of await outbox.kept()) {
		if (clock.now() >= deadline) return deleted;
		// What is younger is still with the sweeper, or with an applicant who is confirming it.
		if (clock.now() - issuedHour(id) < 2 * hour) continue;
		const kept = await outbox.read(id);
		if (!kept) continue;
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
	}
	await outbox.forget(clock.now() - factsLifetime);
	return deleted;
}
