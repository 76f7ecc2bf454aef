import { htmlOf } from './html.ts';
import type { Block, Content, Letter } from './letter.ts';

/** Writes a letter, as text and as HTML that say the same. */
export function writeLetter(
	addresses: Pick<Letter, 'from' | 'to' | 'replyTo'>,
	content: Content,
): Letter {
	const { subject, title = subject, blocks } = content;
	const text = [{ lines: [title] }, ...blocks].map(textOf).join('\n\n');
	return { ...addresses, subject, text: `${text}\n`, html: htmlOf(content) };
}

function textOf({ heading, lines }: Block): string {
	const texts = lines.map((line) => (typeof line === 'string' ? line : line.text));
	return [...(heading ? [heading] : []), ...texts].join('\n');
}
