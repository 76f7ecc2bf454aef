import { mailable } from '#application/asking/email-address.ts';
import { readable } from '#application/asking/phone-number.ts';

/** An e-mail that we write. It is frozen when an application is accepted, so that a retry never differs. */
export interface Letter {
	from: string;
	to: string;
	replyTo: string;
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
}

/** A line of a letter; a link shows its text and leads to its address. */
export type Line = string | { text: string; href: string };

/** A paragraph of a letter, with a heading where it needs one. */
export interface Block {
	heading?: string;
	lines: readonly Line[];
	/**
	 * `reach` has links with room for a thumb; `cells` is one line, with tabs between what goes into the cells of a
	 * spreadsheet.
	 */
	look?: 'mark' | 'reach' | 'reference' | 'cells';
}

/** What a letter says, in order. */
export interface Content {
	subject: string;
	/** The main heading: the subject where none is given. */
	title?: string;
	blocks: readonly Block[];
}

/**
 * A link that begins a letter.
 *
 * @param begun what stands in it already
 */
export function mailLink(address: string, begun: { subject?: string; body?: string } = {}): Line {
	const fields = Object.entries(begun).map(
		([name, text]) => `${name}=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`,
	);
	const mailed = encodeURIComponent(mailable(address)).replace('%40', '@');
	const query = fields.length > 0 ? `?${fields.join('&')}` : '';
	return { text: address, href: `mailto:${mailed}${query}` };
}

/** @param number in E.164 */
export function phoneLink(number: string): Line {
	return { text: readable(number), href: `tel:${number}` };
}
