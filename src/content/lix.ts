/** The highest LIX for the site's own words: 25 to 34 is easy to read, 35 to 44 is medium. */
export const highestLix = 35;

const longWord = 6;

/**
 * Björnsson's LIX: words per sentence, plus the percentage of words of more than six letters.
 *
 * @param lines paragraphs, headings and items of lists; each ends a sentence, with or without a full stop
 */
export function lixOf(lines: readonly string[]): number {
	const sentences = lines
		.flatMap((line) => line.split(/[.!?:]+(?=\s|$)/))
		.map(wordsOf)
		.filter(({ length }) => length > 0);
	const words = sentences.flat();
	if (words.length === 0) return 0;
	const long = words.filter((word) => [...word].length > longWord);
	return Math.round(words.length / sentences.length + (100 * long.length) / words.length);
}

/** The words of a text, without addresses, file names and numbers. */
export function wordsOf(text: string): string[] {
	const plain = text.replace(/\S+@\S+|https?:\/\/\S+|\S+\.(dk|md|ts)\b/g, ' ');
	return plain.match(/\p{L}+(?:[-’']\p{L}+)*/gu) ?? [];
}
