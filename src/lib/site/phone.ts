const danish = /^\+45(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** The address that dials a number: `+4572283200` becomes `tel:+4572283200`, `112` `tel:112`. */
export function telephoneHref(number: string): string {
	return `tel:${number}`;
}

/** A number as Danes read it: `+4572283200` becomes `72 28 32 00`; others are left as they are. */
export function telephoneShown(number: string): string {
	return number.replace(danish, '$1 $2 $3 $4');
}
