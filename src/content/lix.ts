/** How hard a text is to read: 25 to 34 is easy, 35 to 44 middling, above that hard. */
export interface Readability {
	words: number;
	sentences: number;
	lix: number;
}

/** The highest LIX that the site allows itself in its own words. */
export const highestLix = 35;

const longWord = 6;

/**
 * LIX, as Björnsson defined it: words to a sentence, plus the percentage of words of more than six letters.
 *
 * @param lines paragraphs, headings and items of lists; each ends a sentence, with or without a full stop
 */
export function readability(lines: readonly string[]): Readability {
	const sentences = lines
		.flatMap((line) => line.split(/[.!?:]+(?=\s|$)/))
		.map(wordsOf)
		.filter(({ length }) => length > 0);
	const words = sentences.flat();
	if (words.length === 0) return { words: 0, sentences: 0, lix: 0 };
	const long = words.filter((word) => [...word].length > longWord);
	const lix = words.length / sentences.length + (100 * long.length) / words.length;
	return { words: words.length, sentences: sentences.length, lix: Math.round(lix) };
}

/** The words of a text, without addresses, names of files and numbers. */
export function wordsOf(text: string): string[] {
	const plain = text.replace(/\S+@\S+|https?:\/\/\S+|\S+\.(dk|md|ts)\b/g, ' ');
	return plain.match(/\p{L}+(?:[-’']\p{L}+)*/gu) ?? [];
}

/** The different words that a dictionary does not know. */
export function misspelt(lines: readonly string[], knows: (word: string) => boolean): string[] {
	return [...new Set(lines.flatMap(wordsOf))].filter((word) => !knows(word));
}
