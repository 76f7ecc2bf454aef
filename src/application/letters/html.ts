import { type ComponentChild, Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Block, Content, Line } from './letter.ts';

/**
 * One column, no pictures, styles in the head. Outlook on Windows renders with Word: outlook.test.ts says which of
 * these styles it ignores. Preact escapes the text of a style element, so there must be no quotation mark in it.
 */
const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 16px; max-width: 640px; font: 16px/1.5 Arial, sans-serif; color: #1a1a1a; background-color: #ffffff; overflow-wrap: break-word; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
h2 { margin: 24px 0 4px; font-size: 16px; line-height: 1.5; color: #454545; }
p, pre { margin: 0 0 12px; }
a { color: #004d99; }
.reach a { display: inline-block; padding: 10px 0; font-size: 20px; }
.sender { margin-bottom: 20px; padding-bottom: 8px; border-bottom: 2px solid #004d99; color: #454545; }
.mark { padding: 8px 12px; border-left: 4px solid #b35900; background-color: #fff4e5; }
.reference { font-size: 28px; font-weight: bold; letter-spacing: 1px; }
.cells { padding: 8px 12px; border: 1px solid #767676; font: 14px/1.5 Consolas, monospace; white-space: pre-wrap; }
@media (prefers-color-scheme: dark) {
body { color: #ececec; background-color: #16191c; }
h2, .sender { color: #c4c9cd; }
a { color: #8cc4ff; }
.sender { border-color: #8cc4ff; }
.mark { background-color: #3d2a12; }
}
`;

/** Renders a letter as HTML. It calls `h` instead of using JSX, because scripts run this file without compiling it. */
export function htmlOf({
	subject,
	sender,
	title,
	blocks,
}: Required<Content> & { sender: string }): string {
	const schemes = { content: 'light dark' };
	const letter = h(
		'html',
		{ lang: 'da' },
		h(
			'head',
			null,
			h('meta', { charset: 'utf-8' }),
			h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
			h('meta', { name: 'color-scheme', ...schemes }),
			h('title', null, subject),
			'\n',
			h('style', null, style),
		),
		h(
			'body',
			null,
			// Webmail drops everything outside this element, the language included.
			h(
				'div',
				{ lang: 'da' },
				h('p', { class: 'sender' }, sender),
				h('h1', null, title),
				...blocks.flatMap((block) => ['\n', blockOf(block)]),
			),
		),
	);
	return `<!doctype html>\n${renderToString(letter)}\n`;
}

function blockOf({ heading, lines, look }: Block): ComponentChild {
	const shown = lines.flatMap((line, at) =>
		at ? [h('br', null), '\n', lineOf(line)] : [lineOf(line)],
	);
	const paragraph = h(look === 'cells' ? 'pre' : 'p', look ? { class: look } : null, ...shown);
	return heading ? h(Fragment, null, h('h2', null, heading), paragraph) : paragraph;
}

function lineOf(line: Line): ComponentChild {
	return typeof line === 'string' ? line : h('a', { href: line.href }, line.text);
}
