/** Where the police are, and their clock: `9.15` there is what it was, also in a letter that is sent a day later. */
const timeZone = 'Europe/Copenhagen';

/**
 * A time as it is written in a letter: `24. november 2026 kl. 9.15`.
 *
 * @param at milliseconds since 1970
 */
export function inWords(at: number): string {
	return new Intl.DateTimeFormat('da-DK', {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZone,
	}).format(at);
}

/** A time as every spreadsheet reads it, whatever its language: `2026-11-24 09:15`. */
export function inCells(at: number): string {
	return new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone,
	}).format(at);
}
