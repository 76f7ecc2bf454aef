/** A date of birth with four digits after it, as a CPR number is written: `010190-1234`. */
const cprNumber =
	/(?<![\d+])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[-\u2010-\u2015]?\s?\d{4}(?!\d)/g;

/** Whether something in a text looks like a CPR number. We may not have one. */
export function hasCprNumber(text: string): boolean {
	return text.search(cprNumber) >= 0;
}

/** The text as it may be sent on. */
export function withoutCprNumbers(text: string): string {
	return text.replace(cprNumber, '[skjult: ligner et CPR-nummer]');
}
