/** A number as Danes read it: `+4572283200` becomes `72 28 32 00`, on pages as in e-mails. */
export { readable as telephoneShown } from '#application/asking/phone-number.ts';

/** The address that dials a number: `+4572283200` becomes `tel:+4572283200`, `112` `tel:112`. */
export function telephoneHref(number: string): string {
	return `tel:${number}`;
}
