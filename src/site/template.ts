/**
 * A built page as the functions fill it in. It is made from the page's HTML once, when the site is
 * built, so that a function only puts texts into places and needs no HTML parser.
 */
export interface Template {
	/** The text in the browser's tab. */
	title: string;
	/** The response headers, with the hashes of the page's styles. */
	headers: Record<string, string>;
	pieces: readonly Piece[];
}

export type Piece =
	/** HTML as it was built. */
	| string
	/** A text, escaped, as the content of an element or between the quotes of an attribute. */
	| { text: string; as: string }
	/** One of two attributes, or none, depending on a mark. */
	| { when: string; then: string; otherwise: string }
	/** Pieces that are repeated for each entry of a list, with texts of its own. */
	| { each: string; pieces: readonly Piece[] };

/** The names of places, for those who make templates and those who fill them in. */
export const places = {
	value: (field: string) => `value ${field}`,
	chosen: (field: string, value: string) => `chosen ${field} ${value}`,
	answer: (question: string) => `answer ${question}`,
	error: (question: string) => `error ${question}`,
	mistaken: (question: string) => `mistaken ${question}`,
	shown: (slot: string) => `shown ${slot}`,
} as const;
