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

/** Where a rule tells what it finds in one file: at a line of it, or at a part of a page. */
export type Tell = (place: number | Node, what: string, mend: string) => void;
