/**
 * Pages that functions answer with stand in a frame: a page that Astro builds, with one place for what the
 * applicant sees and one for its title. What staff write above the form stands in the first of them.
 */
export const places = { title: '{title}', view: '{view}' } as const;

/** The address of the frame, which is built like a page and not published. */
export const framePath = '/ansoeg/ramme/';

export interface Frame {
	/** What stands before the title, between it and the view, and after the view. */
	parts: readonly [string, string, string];
	/** What staff write above the form, as HTML. */
	text: string;
}

/** Takes a built frame apart. */
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
