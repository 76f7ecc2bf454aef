/** Pages and letters show the time in Denmark, wherever the code runs. */
const timeZone = 'Europe/Copenhagen';

/**
 * A time as pages and letters show it: `24. november 2026 kl. 9.15`.
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

/** A time that every spreadsheet reads, whatever its language: `2026-11-24 09:15`. */
export function inCells(at: number): string {
	return new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone,
	}).format(at);
}
