import type { Problem, Problems } from './problem.ts';

/** The rounds that run by themselves: every five minutes, and every hour. */
export type RoundName = 'sweep' | 'tidy';

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
