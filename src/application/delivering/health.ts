import type { Opening } from '#application/confirming/open-or-closed.ts';
import type { Report, RoundName, Told } from './report.ts';

const minute = 60_000;

/** Longer without a round than this, in milliseconds, and something is wrong: three were missed. */
const stopped = { sweep: 20 * minute, tidy: 200 * minute };

/** What was reported last, as far as anything was and the storage answers. */
export type Latest = Partial<Record<RoundName | Told, Report | null>>;

/** How the delivery of applications is, in names, ages and counts only. */
export interface Health {
	healthy: boolean;
	/** Whether applications are taken; a preview takes none, whatever is set. */
	applications: Opening['kind'];
	/** The settings without which they are not. */
	missing: readonly string[];
	/** Minutes since the latest sweep, and since the latest tidying up. */
	lastSweepMinutes: number | null;
	lastTidyMinutes: number | null;
	/** People's applications that wait for something, and those behind them. */
	waiting: number | null;
	behind: number | null;
	/** Minutes since the oldest one was accepted that the mail provider has not taken. */
	oldestMinutes: number | null;
	problems: Report['problems'];
}

export function healthOf(opening: Opening, latest: Latest, now: number): Health {
	const { sweep, tidy, 'told-lead': lead, 'told-watch': watch } = latest;
	const minutes = (time: number | undefined) =>
		time === undefined ? null : Math.round((now - time) / minute);
	const problems = { ...lead?.problems, ...watch?.problems, ...tidy?.problems, ...sweep?.problems };
	const isSwept = !!sweep && now - sweep.at < stopped.sweep;
	// The first tidying up comes within the hour.
	const isTidied = !tidy || now - tidy.at < stopped.tidy;
	return {
		healthy: opening.kind === 'open' && isSwept && isTidied && Object.keys(problems).length === 0,
		applications: opening.kind,
		missing: opening.kind === 'unready' ? opening.missing : [],
		lastSweepMinutes: minutes(sweep?.at),
		lastTidyMinutes: minutes(tidy?.at),
		waiting: sweep?.waiting ?? null,
		behind: sweep?.behind ?? null,
		oldestMinutes: minutes(sweep?.oldest),
		problems,
	};
}
