import { mailable } from '#application/asking/email-address.ts';
import { htmlOf } from './html.ts';
import { folded } from './fold.ts';
import type { Block, Content, Letter } from './letter.ts';

/**
 * Tells mailboxes that no person wrote it (RFC 3834, and what Exchange goes by), so that "I am away" is not
 * answered to whoever stands as the one to reply to.
 */
const headers = {
	'Auto-Submitted': 'auto-generated',
	'X-Auto-Response-Suppress': 'OOF, AutoReply',
};

/** Writes a letter, as text and as HTML that say the same. */
export function writeLetter(
	addresses: Pick<Letter, 'from' | 'to' | 'replyTo'>,
	content: Content,
): Letter {
	const { subject, sender } = content;
	const title = folded(content.title ?? subject);
	const blocks = content.blocks.map((block) => ({
		...block,
		lines: block.lines.map((line) => (typeof line === 'string' ? folded(line) : line)),
	}));
	const top = sender === undefined ? [title] : [sender, title];
	const text = [...top.map((line) => ({ lines: [line] })), ...blocks].map(textOf).join('\n\n');
	const { from, to, replyTo } = addresses;
	const mailed = { from, to: mailable(to), replyTo: mailable(replyTo) };
	return {
		...mailed,
		subject,
		text: `${text}\n`,
		html: htmlOf({ ...content, title, blocks }),
		headers,
	};
}

function textOf({ heading, lines }: Block): string {
	const texts = lines.map((line) => (typeof line === 'string' ? line : line.text));
	return [...(heading ? [heading] : []), ...texts].join('\n');
}
