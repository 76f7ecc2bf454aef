import { raiseAlarm } from './alarm.ts';
import type { Delivering } from './ports.ts';
import type { Report, RoundName } from './report.ts';
import { sweep } from './sweep.ts';
import { tidy } from './tidy.ts';

const workOf = { sweep, tidy };

/** What a round came to; `failed` holds what stopped it. */
export type Ran =
	{ kind: 'ran'; report: Report; cut: boolean } | { kind: 'failed'; error: unknown };

/**
 * Runs one round to its end: what it saw is put down for `/api/health`, and a person is told its problems. Where an
 * alarm is not taken, health says so; where the round itself cannot go on, an alarm says so, and its report grows
 * old. Does not throw, whatever happens: nobody would hear it.
 */
export async function run(round: RoundName, ports: Delivering, deadline: number): Promise<Ran> {
	try {
		const { report, problems, cut } = await workOf[round](ports, deadline);
		const untold = await raiseAlarm(problems, ports);
		if (untold > 0) report.problems.alarm = untold;
		await ports.outbox.report(round, report);
		return { kind: 'ran', report, cut };
	} catch (error) {
		await raiseAlarm(new Map([[round, ['failed']]]), ports).catch(() => undefined);
		return { kind: 'failed', error };
	}
}
