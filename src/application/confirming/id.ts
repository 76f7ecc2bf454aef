/**
 * The id of an application: the hour of its issue (UTC) and 128 random bits, as in
 * `2026112107-9f86d081884c7d659a2feaa0c55ad015`. Thanks to the hour, the outbox can sort applications by age and count
 * those of an hour without opening any.
 *
 * @param issuedAt milliseconds since 1970
 * @param random 32 hexadecimal digits from a cryptographic source
 */
export function idOf(issuedAt: number, random: string): string {
	return `${hourOf(issuedAt)}-${random}`;
}

export const idPattern = /^\d{10}-[0-9a-f]{32}$/;

/** The first part of every id of the same hour (UTC), `YYYYMMDDHH`. */
export function hourOf(time: number): string {
	return new Date(time).toISOString().replace(/\D/g, '').slice(0, 10);
}

/** When the hour of an id began, in milliseconds since 1970; `NaN` where the text is not an id. */
export function issuedHour(id: string): number {
	const [, year, month, day, hour] = /^(\d{4})(\d\d)(\d\d)(\d\d)-/.exec(id) ?? [];
	return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour));
}

/** Capital letters and digits that people do not confuse, neither spoken nor in handwriting. */
const alphabet = '34679ACDEFHJKMNPQRTUVWXY';

export const referencePattern = /^[3-9A-Y]{4}-[3-9A-Y]{4}$/;

/** The reference of an applicant, as in `K7M4-QX9R`: derived from the id, never a key. */
export function referenceOf(id: string): string {
	let rest = BigInt(`0x${id.slice(id.indexOf('-') + 1)}`);
	const base = BigInt(alphabet.length);
	let letters = '';
	while (letters.length < 8) {
		letters += alphabet.charAt(Number(rest % base));
		rest /= base;
	}
	return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
