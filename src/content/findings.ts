import type { Node } from 'mdast';

/** A problem and its remedy: Danish sentences in the words of the editor's form. */
export type Message = [problem: string, remedy: string];

/** A mistake that stops the build. */
export interface Finding {
	/** From the project's folder, such as `content/pages/kontakt.mdx`. */
	file: string;
	/** From 1, as an editor counts. */
	line: number;
	/** The text of that line. */
	quote: string;
	problem: string;
	remedy: string;
}

/** The wording of a finding in the editor, the check and the review. */
export function sentenceOf({ quote, problem, remedy }: Finding): string {
	return `${quote === '' ? '' : `”${quote}”: `}${problem} ${remedy}`;
}

/** A remark. It stops nothing. */
export interface Notice {
	file: string;
	line: number;
	text: string;
}

export interface Findings {
	mistakes: Finding[];
	notices: Notice[];
}

/** Reports a finding in one file, at a line or at a part of a page. */
export type Report = (place: number | Node, ...message: Message) => void;
