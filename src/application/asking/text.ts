/** Line breaks as `\n`, composed letters (é, not e + accent), nothing blank at either end. */
export function tidied(text: string): string {
	return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** As above, for a text of one line: a tab that was copied along is a space. */
export function tidiedLine(text: string): string {
	return tidied(text.replace(/\t+/g, ' '));
}

/** Characters as a person counts them, so that æ and 🙂 are one each. */
export function lengthOf(text: string): number {
	return [...text].length;
}

/** Whether there is anything to see: zero-width characters, fillers and blank braille alone are no answer. */
export function isVisible(text: string): boolean {
	return /[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/**
 * Whether a text meant for one line could disturb a mail header or the order of the letters around it:
 * control characters, line and paragraph separators, and those that set the direction of writing.
 */
export function hasControlCharacters(text: string): boolean {
	return /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text);
}

/** As above for a text of several lines: line breaks, tabs and right-to-left writing are fine there. */
export function hasControlCharactersBesidesLines(text: string): boolean {
	return /(?![\n\t])\p{Cc}/u.test(text);
}

/** Whether a character was lost on the way: what could not be decoded arrives as �. */
export function hasLostCharacters(text: string): boolean {
	return text.includes('\ufffd');
}
