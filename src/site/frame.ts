/**
 * The marks in the frame, a page that Astro builds and that functions put their title and view into. The mark of the
 * view is there twice, with the text that staff write above the form in between.
 */
export const places = { title: '{title}', view: '{view}' } as const;

/** The address of the frame, which is built as a page but not published. */
export const framePath = '/ansoeg/ramme/';

export interface Frame {
	/** The HTML before the title, between title and view, and after the view. */
	parts: readonly [string, string, string];
	/** A `FormText` as JSON. */
	text: string;
}

/** Splits a built frame at its marks. */
export function frameIn(html: string): Frame {
	const [start, rest] = twoParts(html, places.title);
	const [middle, after] = twoParts(rest, places.view);
	const [text, end] = twoParts(after, places.view);
	return { parts: [start, middle, end], text };
}

function twoParts(text: string, mark: string): [string, string] {
	const at = text.indexOf(mark);
	if (at < 0) throw new Error(`the frame has no ${mark}`);
	return [text.slice(0, at), text.slice(at + mark.length)];
}
