/** Capital letters and digits that are not mistaken for one another, read aloud or by hand. */
const alphabet = '34679ACDEFHJKMNPQRTUVWXY';
const length = 8;

export const referencePattern = /^[3-9A-Y]{4}-[3-9A-Y]{4}$/;

/** The number that an applicant is given, as in `K7M4-QX9R`: derived from the id, never a key. */
export function referenceOf(id: string): string {
	let rest = BigInt(`0x${id.slice(id.indexOf('-') + 1)}`);
	const base = BigInt(alphabet.length);
	let letters = '';
	while (letters.length < length) {
		letters += alphabet.charAt(Number(rest % base));
		rest /= base;
	}
	return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
