import { mailable } from '#application/asking/email-address.ts';
import { htmlOf } from './html.ts';
import { folded } from './fold.ts';
import type { Block, Content, Letter } from './letter.ts';
import type { Writing } from './writing.ts';

/** Suppress automatic replies such as "I am away" to the Reply-To address: RFC 3834, and the header of Exchange. */
const headers = {
	'Auto-Submitted': 'auto-generated',
	'X-Auto-Response-Suppress': 'OOF, AutoReply',
};

/**
 * Writes a letter as text and as HTML with the same words. It begins with the name of the sender.
 *
 * @param replyTo by default, the recipient
 */
export function writeLetter(
	{ from, programme }: Pick<Writing, 'from' | 'programme'>,
	{ to, replyTo = to, ...content }: Content & { to: string; replyTo?: string },
): Letter {
	const { subject } = content;
	const { name, authority, isStaging } = programme;
	const sender = `${isStaging ? 'PRØVE: ' : ''}${authority.name}, ${name}`;
	const title = folded(content.title ?? subject);
	const blocks = content.blocks.map((block) => ({
		...block,
		lines: block.lines.map((line) => (typeof line === 'string' ? folded(line) : line)),
	}));
	const text = [{ lines: [sender] }, { lines: [title] }, ...blocks].map(textOf).join('\n\n');
	return {
		...{ from, to: mailable(to), replyTo: mailable(replyTo) },
		...{ subject, text: `${text}\n`, html: htmlOf({ subject, sender, title, blocks }), headers },
	};
}

function textOf({ heading, lines }: Block): string {
	const texts = lines.map((line) => (typeof line === 'string' ? line : line.text));
	return [...(heading ? [heading] : []), ...texts].join('\n');
}
