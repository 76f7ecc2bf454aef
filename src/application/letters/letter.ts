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
}

/** A line of a letter; a link shows its text and leads to its address. */
export type Line = string | { text: string; href: string };

/** A paragraph of a letter, with a heading where it needs one. */
export interface Block {
	heading?: string;
	lines: readonly Line[];
	look?: 'mark' | 'reference';
}

/** What a letter says, in order; the title stands above it, and is the subject where none is given. */
export interface Content {
	subject: string;
	title?: string;
	blocks: readonly Block[];
}

/** @param address of a mailbox */
export function mailLink(address: string): Line {
	const mailed = encodeURIComponent(mailable(address)).replace('%40', '@');
	return { text: address, href: `mailto:${mailed}` };
}

/** @param number in E.164 */
export function phoneLink(number: string): Line {
	return { text: readable(number), href: `tel:${number}` };
}
