import type { Node, Paragraph, Parent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mdx } from 'micromark-extension-mdx';
import { visit } from 'unist-util-visit';

/** A component, or HTML, as it was written. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export function isElement(node: Node): node is Element {
	return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Every component in a text, with what it stands in. */
export function elementsIn(tree: Root): { element: Element; parent: Parent | undefined }[] {
	const found: { element: Element; parent: Parent | undefined }[] = [];
	visit(tree, (node, _, parent) => {
		if (isElement(node)) found.push({ element: node, parent });
	});
	return found;
}

/** The lines of a paragraph, as they stand in the editor. */
export function linesOf({ children }: Paragraph): string[] {
	return children
		.map((node) => (node.type === 'break' ? '\n' : toString(node)))
		.join('')
		.split('\n');
}

/** A place that cannot be read. */
export interface Unreadable {
	offset: number;
	/** The tag or sign that starts there. */
	found: string;
	/** The rest of its line. */
	after: string;
}

/**
 * Reads the text of a page, where code is text like any other. What cannot be read is noted and passed over, so that
 * one look finds every such place; Astro's own reader ends at the first, at times without naming the file.
 */
export function readMdx(text: string): { tree: Root; unreadable: Unreadable[] } {
	const unreadable: Unreadable[] = [];
	let rest = text;
	for (;;) {
		try {
			return { tree: parse(rest), unreadable };
		} catch (error) {
			const [start, end] = placeOf(error, rest);
			const [after = ''] = text.slice(end).split('\n');
			unreadable.push({ offset: start, found: text.slice(start, end), after });
			const blank = rest.slice(start, end).replaceAll(/[^\n]/g, ' ');
			rest = rest.slice(0, start) + blank + rest.slice(end);
		}
	}
}

function parse(text: string): Root {
	return fromMarkdown(text, {
		extensions: [mdx(), gfmTable()],
		mdastExtensions: [mdxFromMarkdown(), gfmTableFromMarkdown()],
	});
}

/** The part of a VFileMessage that says where. */
interface ParseError extends Error {
	place?: { offset: number } | { start: { offset: number } };
}

/** What to pass over: a tag, a comment, or the sign that begins what cannot be read. Never empty. */
function placeOf(error: unknown, text: string): [start: number, end: number] {
	if (!(error instanceof Error)) throw error;
	const { message, place } = error as ParseError;
	// A tag that is never closed is named in the words of the message only.
	const [, line, column] =
		/^Expected (?:a|the) closing tag .*?\((\d+):(\d+)-/.exec(
			message.includes('either after') ? '' : message,
		) ?? [];
	const start =
		line !== undefined
			? offsetOf(text, Number(line), Number(column))
			: text.lastIndexOf(
					/expression|brace/.test(message) ? '{' : '<',
					place === undefined ? undefined : 'start' in place ? place.start.offset : place.offset,
				);
	if (start < 0) return [0, text.length];
	const [found = '<'] = /^(<!--[^]*?-->|<[^<>\n]+>|[^])/.exec(text.slice(start)) ?? [];
	return [start, start + found.length];
}

function offsetOf(text: string, line: number, column: number): number {
	const before = text.split('\n').slice(0, line - 1);
	return before.join('\n').length + (before.length > 0 ? 1 : 0) + column - 1;
}
