/** Pages and letters show the time in Denmark, wherever the code runs. */
const timeZone = 'Europe/Copenhagen';
// A formatter takes a hundred times longer to make than to use.
const words = new Intl.DateTimeFormat('da-DK', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	hour: 'numeric',
	minute: '2-digit',
	timeZone,
});
const cells = new Intl.DateTimeFormat('sv-SE', {
	dateStyle: 'short',
	timeStyle: 'short',
	timeZone,
});

/**
 * A time as pages and letters show it: `24. november 2026 kl. 9.15`.
 *
 * @param at milliseconds since 1970
 */
export function inWords(at: number): string {
	return words.format(at);
}

/** A time that every spreadsheet reads, whatever its language: `2026-11-24 09:15`. */
export function inCells(at: number): string {
	return cells.format(at);
}
