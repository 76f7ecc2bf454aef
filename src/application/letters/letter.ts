import { type Markup, markup } from './markup.ts';
import { readable } from '#application/asking/phone-number.ts';

/** An e-mail, finished. It is frozen when an application is accepted, so that a retry never differs. */
export interface Mail {
	from: string;
	to: string;
	replyTo: string;
	subject: string;
	text: string;
	html: string;
}

/** A line of an e-mail; a link shows its text and leads to its address. */
export type Line = string | { text: string; href: string };

/** A paragraph of an e-mail, with a heading where it needs one. */
export interface Block {
	heading?: string;
	lines: readonly Line[];
	look?: 'mark' | 'reference';
}

/** Writes an e-mail, as text and as HTML that say the same. Everything in it is escaped. */
export function writeMail(
	addresses: Pick<Mail, 'from' | 'to' | 'replyTo'>,
	{
		subject,
		title = subject,
		blocks,
	}: { subject: string; title?: string; blocks: readonly Block[] },
): Mail {
	const text = [{ lines: [title] }, ...blocks].map(textOf).join('\n\n');
	return { ...addresses, subject, text: `${text}\n`, html: documentOf(subject, title, blocks) };
}

export function mailLink(address: string): Line {
	return { text: address, href: `mailto:${encodeURIComponent(address).replace('%40', '@')}` };
}

/** @param number in E.164 */
export function phoneLink(number: string): Line {
	return { text: readable(number), href: `tel:${number}` };
}

function textOf({ heading, lines }: Block): string {
	const texts = lines.map((line) => (typeof line === 'string' ? line : line.text));
	return [...(heading ? [heading] : []), ...texts].join('\n');
}

function blockMarkup({ heading, lines, look }: Block): Markup {
	const shown = lines.map((line, at) => markup`${at ? markup`<br>` : ''}${lineMarkup(line)}`);
	const title = heading ? markup`<h2>${heading}</h2>\n` : '';
	return markup`${title}${look ? markup`<p class="${look}">${shown}</p>` : markup`<p>${shown}</p>`}\n`;
}

function lineMarkup(line: Line): string | Markup {
	return typeof line === 'string' ? line : markup`<a href="${line.href}">${line.text}</a>`;
}

/** One column, no picture, styles in the head: Outlook on Windows lays out with Word and reads these. */
function documentOf(subject: string, title: string, blocks: readonly Block[]): string {
	return markup`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${subject}</title>
<style>
body { margin: 0; padding: 16px; max-width: 640px; font: 16px/1.5 Arial, sans-serif; color: #1a1a1a; background: #ffffff; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
h2 { margin: 24px 0 4px; font-size: 16px; line-height: 1.5; color: #454545; }
p { margin: 0 0 12px; }
a { color: #004d99; }
.mark { padding: 8px 12px; border-left: 4px solid #b35900; background: #fff4e5; }
.reference { font-size: 28px; font-weight: bold; letter-spacing: 1px; }
</style>
</head>
<body>
<h1>${title}</h1>
${blocks.map(blockMarkup)}</body>
</html>
`.html;
}
