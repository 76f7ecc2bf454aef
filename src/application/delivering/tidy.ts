import { issuedHour } from '#application/confirming/id.ts';
import { passOn } from './digest.ts';
import { callTheRoll, type Called } from './roll-call.ts';
import { isAmong, whatNow } from './plan.ts';
import type { Delivering } from './ports.ts';
import { countsOf } from './report.ts';
import { type Outcome, Round } from './round.ts';

const hour = 60 * 60 * 1000;

/**
 * The slow round: calls the roll once a week, deletes what was delivered and has had its grace, takes up again what
 * is kept but fell out of its line, and removes what nobody needs any more.
 */
export async function tidy(ports: Delivering, deadline: number): Promise<Outcome> {
	const { outbox, clock } = ports;
	const at = clock.now();
	const round = new Round(clock, deadline);
	const called: Called[] = [];
	// What is younger is still with the sweeper, or with an applicant who is confirming it.
	const ids = (await outbox.kept()).filter((id) => at - issuedHour(id) >= 2 * hour);
	await round.each(
		ids.map((id) => ({ id })),
		async ({ id }) => {
			const known = await outbox.look(id);
			if (!known) return undefined;
			const actions = whatNow(known, clock.now());
			called.push({ known, actions });
			if (isAmong('bundle', actions)) await outbox.enqueue(id, 'behind');
			else if (actions.length > 0 && !isAmong('delete', actions))
				await outbox.enqueue(id, 'people');
			return actions;
		},
	);
	const over = called.flatMap(({ known, actions }) => (isAmong('delete', actions) ? [known] : []));
	// Nothing is deleted before everything has been called that has to be.
	if (!round.cut && (await callTheRoll(called, ports)) === 'called') {
		await round.each(over, async ({ id }) => {
			const known = await outbox.look(id);
			if (!known || !isAmong('delete', whatNow(known, clock.now()))) return;
			await passOn(known, ports);
			await outbox.delete(id);
		});
	}
	const leftovers = (await outbox.leftovers(clock.now())).map((id) => ({ id }));
	await round.each(leftovers, async ({ id }) => {
		await outbox.remove(id);
	});
	const { problems, cut } = round;
	return { report: { at, problems: countsOf(problems) }, problems, cut };
}
