import type { Opening } from '#application/confirming/opening.ts';
import type { Report } from './ports.ts';

/** Longer without a sweep than this, in milliseconds, and something is wrong: three were missed. */
const sweepsStopped = 20 * 60 * 1000;

/** How the delivery of applications is, in names, ages and counts only. */
export interface Health {
	healthy: boolean;
	/** Whether applications are taken. */
	open: boolean;
	/** The settings without which they are not. */
	missing: readonly string[];
	/** Minutes since the latest sweep; `null` where none has run or the storage does not answer. */
	lastSweepMinutes: number | null;
	waiting: number | null;
	problems: Report['problems'];
}

/** @param report what the latest sweep saw, or `null` where that is not known */
export function healthOf(opening: Opening, report: Report | null, now: number): Health {
	const open = opening.kind === 'open';
	const age = report && now - report.at;
	const problems = report?.problems ?? {};
	return {
		healthy: open && age !== null && age < sweepsStopped && Object.keys(problems).length === 0,
		open,
		missing: opening.kind === 'unready' ? opening.missing : [],
		lastSweepMinutes: age === null ? null : Math.round(age / 60_000),
		waiting: report?.waiting ?? null,
		problems,
	};
}
