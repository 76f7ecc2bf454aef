import type { Opening } from '#application/confirming/opening.ts';
import type { Report } from './report.ts';
import { minute } from './entry.ts';

/** Longer without a round than this, in milliseconds, and three were missed. */
const stopped = 20 * minute;

/** How applications are delivered, in names, ages and counts only. */
export interface Health {
	healthy: boolean;
	/** Whether applications are accepted; a preview accepts none. */
	applications: Opening['kind'];
	/** The settings without which they are not. */
	missing: readonly string[];
	lastRoundMinutes: number | null;
	waiting: number | null;
	/** Minutes since the oldest one came that the mail provider has not accepted. */
	oldestMinutes: number | null;
	problems: Report['problems'];
}

/** @param report of the latest round, where there was one and it can be read */
export function healthOf(opening: Opening, report: Report | undefined, now: number): Health {
	const { at, waiting = null, oldest, problems = {} } = report ?? {};
	const minutesSince = (time: number | undefined) =>
		time === undefined ? null : Math.round((now - time) / minute);
	// Closed on purpose is no problem.
	const isInOrder = opening.kind === 'open' || opening.kind === 'closed';
	const isRunning = now - (at ?? 0) < stopped;
	return {
		healthy: isInOrder && isRunning && Object.keys(problems).length === 0,
		applications: opening.kind,
		missing: opening.kind === 'unready' ? opening.missing : [],
		lastRoundMinutes: minutesSince(at),
		waiting,
		oldestMinutes: minutesSince(oldest),
		problems,
	};
}
