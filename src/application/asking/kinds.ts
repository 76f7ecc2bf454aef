/**
 * What a mistake looks like, and the sentence that says how to mend it. In the sentence … stands for what the
 * first group found, and # for how long that is.
 */
export type Kinds = readonly (readonly [made: RegExp, sentence: string])[];

/** The sentence of the first kind of mistake that was made. */
export function sentenceFor(written: string, kinds: Kinds): string | undefined {
	for (const [made, sentence] of kinds) {
		const found = made.exec(written)?.at(-1);
		if (found !== undefined) {
			return sentence.replace(/[…#]/, (sign) => (sign === '#' ? `${found.length}` : found));
		}
	}
	return undefined;
}
