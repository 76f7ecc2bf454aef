import type { Node } from 'mdast';

/** What is wrong, and how to mend it; each a Danish sentence in the words of the editor's form. */
export type Said = [what: string, mend: string];

/** Something that must be mended before the site can be built. */
export interface Finding {
	/** From the project's folder, such as `content/pages/kontakt.mdx`. */
	file: string;
	/** From 1, as an editor counts. */
	line: number;
	/** What stands there. */
	quote: string;
	what: string;
	mend: string;
}

/** A finding with its place: how the editor, the check and the review all word it. */
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

/** Where a rule reports what it finds in one file: at a line of it, or at a part of a page. */
export type Tell = (place: number | Node, ...said: Said) => void;
