import type { Problem, Problems } from './problem.ts';

/** The rounds that run by themselves: every five minutes, and every hour. */
export const rounds = ['sweep', 'tidy'] as const;
export type RoundName = (typeof rounds)[number];

/**
 * The mailboxes that get what is about many applications, alarms and the roll call, named as those e-mails' tags name
 * them: what became of the latest one is reported.
 */
export const told = ['told-lead', 'told-watch'] as const;
export type Told = (typeof told)[number];

/** What a round saw, for those who watch from outside: times and counts. */
export interface Report {
	/** When it began, in milliseconds since 1970. */
	at: number;
	/** People's applications that wait for something, and those behind them. */
	waiting?: number;
	behind?: number;
	/** When the oldest one was accepted that the provider has not taken yet. */
	oldest?: number;
	/** How many applications have each problem. */
	problems: Partial<Record<Problem | 'alarm', number>>;
}

/** How many applications have each problem. */
export function countsOf(problems: Problems): Report['problems'] {
	const counts: Report['problems'] = {};
	for (const problem of [...problems.values()].flat()) {
		counts[problem] = (counts[problem] ?? 0) + 1;
	}
	return counts;
}
