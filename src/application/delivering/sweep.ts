import { issuedHour } from '#application/confirming/id.ts';
import { tokenLifetime } from '#application/confirming/token.ts';
import { deliver } from './deliver.ts';
import { bundle, passOn } from './digest.ts';
import { type LetterName, whatHasHappened } from './facts.ts';
import { digestIn, type Known } from './kept.ts';
import { paced } from './rate-limit.ts';
import { isAmong, whatNow } from './plan.ts';
import type { Delivering, Queue } from './ports.ts';
import { countsOf, type Report } from './report.ts';
import { type Outcome, Round } from './round.ts';

const hour = 60 * 60 * 1000;

/**
 * Takes each waiting application one step on: people's e-mails to the project lead first, the oldest first, then
 * their receipts; then everyone who waits behind them, in digests.
 *
 * @param deadline no step is begun after it, in milliseconds since 1970
 */
export async function sweep(ports: Delivering, deadline: number): Promise<Outcome> {
	const { outbox, clock } = ports;
	const at = clock.now();
	const round = new Round(clock, deadline);
	const sending = { ...ports, mailer: paced(ports.mailer, clock) };
	let paused = false;

	const step = async (known: Known, mails: readonly LetterName[]) => {
		await passOn(known, ports);
		const done = await deliver(known, mails, sending);
		paused ||= done.paused;
		return done.actions;
	};
	const send = async (those: readonly Known[], mails: readonly LetterName[]) => {
		const work = (known: Known) => step(known, paused ? [] : mails);
		await round.each(those, work, 1);
	};
	const lookAt = async (line: Queue) => {
		const found = new Map<string, Known>();
		const ids = (await outbox.waiting(line)).map((id) => ({ id }));
		await round.each(ids, async ({ id }) => {
			const known = await outbox.look(id);
			if (!known) return forgetIfNeverKept(id, ports);
			const actions = await step(known, []);
			found.set(id, known);
			return actions;
		});
		return ids.flatMap(({ id }) => found.get(id) ?? []);
	};

	const waiting = await lookAt('people');
	const digests = waiting.filter((known) => digestIn(known));
	const people = waiting.filter((known) => !digestIn(known));
	await send(people, ['lead']);
	await send(people, ['receipt', 'lost-receipt']);

	const behind = await lookAt('behind');
	const suspects = [...people, ...behind].filter((known) =>
		isAmong('bundle', whatNow(known, clock.now())),
	);
	await round.each([{ id: 'digest' }], async () => {
		digests.push(...(await bundle(suspects, digests, ports)));
	});
	await send(digests, ['lead']);

	const undelivered = [...people, ...behind].flatMap((known) => waitsSince(known));
	const report: Report = {
		at,
		waiting: people.length,
		behind: behind.length,
		...(undelivered.length > 0 && { oldest: Math.min(...undelivered) }),
		problems: countsOf(round.problems),
	};
	return { report, problems: round.problems, cut: round.cut || paused };
}

/** When it was accepted, where the provider has not taken it yet. */
function waitsSince({ id, kept, facts }: Known): number[] {
	const { mails, abandonedAt, digest } = whatHasHappened(facts);
	const isTaken = mails.lead.accepted ?? mails.lead.delivered ?? abandonedAt ?? digest;
	if (isTaken !== undefined) return [];
	return [kept === 'unreadable' ? issuedHour(id) : kept.acceptedAt];
}

/** An acceptance that was cut off leaves its place in the line, and nobody saw a receipt for it. */
async function forgetIfNeverKept(id: string, { outbox, clock }: Delivering): Promise<undefined> {
	const nobodyCanCome = clock.now() - issuedHour(id) > tokenLifetime + 2 * hour;
	if (nobodyCanCome) await outbox.settle(id);
}
