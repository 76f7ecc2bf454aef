/** What may be written to the log. There is no room in it for an answer, an address or a key. */
export type Entry =
	| { event: 'refused'; status: number; why: string }
	| { event: 'accepted'; reference: string }
	| { event: 'not-accepted' | 'failed'; error: string }
	| { event: 'round'; waiting: number; problems: number };

/** One line of JSON, for Netlify's log of the function. */
export function log(entry: Entry): void {
	console.log(JSON.stringify(entry));
}

/** The name of an error and nothing more: a message may hold what a person wrote. */
export function nameOfError(error: unknown): string {
	return error instanceof Error ? error.name : 'unknown';
}
