/**
 * What functions replace in the frame, a page that Astro builds. The placeholder of the view is there twice, with the
 * text that staff write above the form in between. Both are private-use characters, which the check of pages refuses.
 */
export const placeholders = { title: '\uE000', view: '\uE001' } as const;

/** The address of the frame, which is built as a page but not published. */
export const framePath = '/ansoeg/ramme/';

export interface Frame {
	/** The HTML before the title, between title and view, and after the view. */
	parts: readonly [string, string, string];
	/** A `FormText` as JSON. */
	text: string;
}

/** Splits a built frame at its placeholders. */
export function frameIn(html: string): Frame {
	const [start, rest] = splitAt(placeholders.title, html);
	const [middle, after] = splitAt(placeholders.view, rest);
	const [text, end] = splitAt(placeholders.view, after);
	return { parts: [start, middle, end], text };
}

function splitAt(placeholder: string, html: string): [string, string] {
	const at = html.indexOf(placeholder);
	if (at < 0) throw new Error(`The frame has no ${placeholder}; see src/pages/ansoeg/ramme.astro.`);
	return [html.slice(0, at), html.slice(at + placeholder.length)];
}
