/**
 * What the form saw that a person rarely does: the hidden field filled in, or the answers sent faster than anybody
 * reads. A marked application gets a letter of its own to the project lead, which says what was seen. It is sent
 * after all others, and its applicant gets no receipt by e-mail: the address may be a stranger's.
 */
export type Mark = 'honeypot' | 'hurried';

/** Faster than a person can look at the check page, in milliseconds. */
const hurried = 1500;

/**
 * @param hidden what stands in the field that people do not see
 * @param shownFor milliseconds between the check page and the press
 */
export function marksOf(hidden: string | undefined, shownFor: number): Mark[] {
	return [
		...(hidden ? (['honeypot'] as const) : []),
		...(shownFor < hurried ? (['hurried'] as const) : []),
	];
}
