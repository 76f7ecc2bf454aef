import type { Ran } from '#application/delivering/run.ts';
import type { RoundName } from '#application/delivering/report.ts';

/** What may be written to the log. There is no room in it for an answer, an address or a key. */
export type Entry =
	| { event: 'refused'; status: number; why: string }
	| { event: 'kept'; reference: string }
	| { event: 'not-kept' | 'failed'; error: string }
	| { event: RoundName; waiting: number; behind: number; problems: number; cut: boolean };

/** One line of JSON, for Netlify's log of the function. */
export function log(entry: Entry): void {
	console.log(JSON.stringify(entry));
}

/** The name of an error and nothing more: a message may hold what a person wrote. */
export function nameOfError(error: unknown): string {
	return error instanceof Error ? error.name : 'unknown';
}

/** What a round over the outbox came to. */
export function logRound(round: RoundName, ran: Ran): void {
	if (ran.kind === 'failed') {
		log({ event: 'failed', error: `${round}: ${nameOfError(ran.error)}` });
		return;
	}
	const { waiting = 0, behind = 0, problems } = ran.report;
	const count = Object.values(problems).reduce((sum, each) => sum + each, 0);
	log({ event: round, waiting, behind, problems: count, cut: ran.cut });
}
