import { type ComponentChild, Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Block, Content, Line } from './letter.ts';

/**
 * One column, no picture, styles in the head: Outlook on Windows lays out with Word and reads these.
 * Preact escapes a style as it does a text, so there is no quotation mark in it.
 */
const style = `
body { margin: 0; padding: 16px; max-width: 640px; font: 16px/1.5 Arial, sans-serif; color: #1a1a1a; background: #ffffff; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
h2 { margin: 24px 0 4px; font-size: 16px; line-height: 1.5; color: #454545; }
p { margin: 0 0 12px; }
a { color: #004d99; }
.mark { padding: 8px 12px; border-left: 4px solid #b35900; background: #fff4e5; }
.reference { font-size: 28px; font-weight: bold; letter-spacing: 1px; }
`;

/** A letter as HTML. `h` stands where JSX would: scripts run this file as it is. */
export function htmlOf({ subject, title = subject, blocks }: Content): string {
	const letter = h(
		'html',
		{ lang: 'da' },
		h(
			'head',
			null,
			h('meta', { charset: 'utf-8' }),
			h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
			h('title', null, subject),
			h('style', null, style),
		),
		h('body', null, h('h1', null, title), ...blocks.map(blockOf)),
	);
	return `<!doctype html>${renderToString(letter)}`;
}

function blockOf({ heading, lines, look }: Block): ComponentChild {
	const shown = lines.flatMap((line, at) => (at ? [h('br', null), lineOf(line)] : [lineOf(line)]));
	const paragraph = h('p', look ? { class: look } : null, ...shown);
	return heading ? h(Fragment, null, h('h2', null, heading), paragraph) : paragraph;
}

function lineOf(line: Line): ComponentChild {
	return typeof line === 'string' ? line : h('a', { href: line.href }, line.text);
}
