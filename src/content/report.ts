import type { Node } from 'mdast';

/** Something that must be mended before the site can be built, told to an editor. */
export interface Finding {
	/** From the project's folder, such as `content/pages/kontakt.mdx`. */
	file: string;
	/** From 1, as an editor counts. */
	line: number;
	/** What stands there. */
	quote: string;
	/** What is wrong. */
	what: string;
	/** How to mend it. */
	mend: string;
}

/** A finding in one sentence or two, with its place: how the editor, the check and the review all word it. */
export function sentenceOf({ quote, what, mend }: Finding): string {
	return `${quote === '' ? '' : `”${quote}”: `}${what} ${mend}`;
}

/** Something worth a look. Never stops anything. */
export interface Notice {
	file: string;
	line: number;
	text: string;
}

export interface Findings {
	mistakes: Finding[];
	notices: Notice[];
}

/** What somebody has in front of them who reads of a mistake: the editor's form, or the file. */
export type Reader = 'form' | 'file';

/** Words of a message that depend on who reads it. Nobody writes the signs around them: they are no characters. */
export function either(inForm: string, inFile: string): string {
	return `\uE000${inForm}\uE001${inFile}\uE002`;
}

/** Words that only who has the file needs. */
export function inFile(words: string): string {
	return either('', words);
}

/** A message in the words of its reader. */
export function wordedFor(reader: Reader, message: string): string {
	return message.replaceAll(
		/\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE002/g,
		reader === 'form' ? '$1' : '$2',
	);
}

/** Where a rule tells what it finds in one file: at a line of it, or at a part of a page. */
export type Tell = (place: number | Node, what: string, mend: string) => void;
