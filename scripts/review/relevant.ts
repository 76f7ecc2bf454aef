import type { Findings } from '#content/report.ts';

/** What concerns a change: every mistake, since each stops it, and a notice only about a file that it touches. */
export function relevantTo(changed: readonly string[], { mistakes, notices }: Findings): Findings {
	return { mistakes, notices: notices.filter(({ file }) => changed.includes(file)) };
}
