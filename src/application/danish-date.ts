/** Pages and letters show the time in Denmark, wherever the code runs. */
const timeZone = 'Europe/Copenhagen';

// A formatter takes 15 ms to make, a hundred times longer than to use: made with the first time that is shown, and once.
let words: Intl.DateTimeFormat | undefined;
let cells: Intl.DateTimeFormat | undefined;

/**
 * A time as pages and letters show it: `24. november 2026 kl. 9.15`.
 *
 * @param at milliseconds since 1970
 */
export function inWords(at: number): string {
	words ??= new Intl.DateTimeFormat('da-DK', {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		hour: 'numeric',
		minute: '2-digit',
		timeZone,
	});
	return words.format(at);
}

/** A time that every spreadsheet reads, whatever its language: `2026-11-24 09:15`. */
export function inCells(at: number): string {
	cells ??= new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone });
	return cells.format(at);
}
