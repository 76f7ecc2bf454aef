import type { Node } from 'mdast';

/** A remark about a line of the content. It stops nothing. */
export interface Notice {
	/** From the project's folder, such as `content/pages/kontakt.mdx`. */
	file: string;
	/** From 1, as an editor counts. */
	line: number;
	/** Danish sentences in the words of the editor's form. Those of a mistake say how to correct it. */
	text: string;
}

/** A mistake that stops the build. */
export interface Finding extends Notice {
	/** The text of its line. */
	quote: string;
}

export interface Findings {
	mistakes: Finding[];
	notices: Notice[];
}

/** The wording of a mistake in the editor, the check and the summary of a review. */
export function sentenceOf({ quote, text }: Finding): string {
	return quote === '' ? text : `”${quote}”: ${text}`;
}

/** Reports a mistake in one file, at a line or at a part of a page. */
export type Report = (place: number | Node, text: string) => void;
