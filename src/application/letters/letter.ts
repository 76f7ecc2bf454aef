import { mailable } from '#application/asking/email-address.ts';
import { readable } from '#application/asking/phone-number.ts';

/** An e-mail that we write. It is stored with the first attempt to send it, so that a retry never differs. */
export interface Letter {
	from: string;
	to: string;
	replyTo: string;
	subject: string;
	text: string;
	html: string;
	headers: Record<string, string>;
}

/** Shows its text and leads to its address. */
export interface Link {
	text: string;
	href: string;
}

/** A line of a letter. */
export type Line = string | Link;

/** A paragraph of a letter, with a heading where it needs one. */
export interface Block {
	heading?: string;
	lines: readonly Line[];
	/** `reach` has links with room for a thumb; `cells` is a row of a spreadsheet, its cells separated by tabs. */
	look?: 'mark' | 'reach' | 'reference' | 'cells';
}

/** What a letter says, in order. */
export interface Content {
	subject: string;
	/** The main heading; by default, the subject. */
	title?: string;
	blocks: readonly Block[];
}

/**
 * A link that opens a new e-mail to an address.
 *
 * @param draft what the new e-mail contains already
 */
export function mailLink(address: string, draft: { subject?: string; body?: string } = {}): Link {
	const fields = Object.entries(draft).map(
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
