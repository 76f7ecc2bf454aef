import type { Node, Parent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mdx } from 'micromark-extension-mdx';
import { visit } from 'unist-util-visit';
import { esmSyntax } from '#content/esm.ts';

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

/** A place that cannot be read, with the rule that it breaks as micromark names it. */
export interface Unreadable {
	offset: number;
	/** The tag that starts there, or as much as could be read of one. */
	found: string;
	/** What comes after that. */
	after: string;
	reason: string;
}

export interface Read {
	tree: Root;
	unreadable: Unreadable[];
}

/**
 * Reads the text of a page. What cannot be read is noted and passed over, so that one look finds every
 * such place; Astro's own reader ends at the first, at times without naming the file.
 */
export function readMdx(text: string): Read {
	const unreadable: Unreadable[] = [];
	let rest = text;
	for (;;) {
		try {
			return { tree: parse(rest), unreadable };
		} catch (error) {
			const { start, end } = placeOf(error, rest);
			unreadable.push({
				offset: start,
				found: text.slice(start, end),
				after: text.slice(end, end + 40),
				reason: isParseError(error) ? error.ruleId : 'end-tag-mismatch',
			});
			rest = rest.slice(0, start) + blank(rest.slice(start, end)) + rest.slice(end);
		}
	}
}

function parse(text: string): Root {
	return fromMarkdown(text, {
		// Without expressions being parsed as JavaScript: there may be none.
		extensions: [esmSyntax, mdx(), gfmTable()],
		mdastExtensions: [mdxFromMarkdown(), gfmTableFromMarkdown()],
	});
}

/** The part of a VFileMessage that says where. */
interface ParseError {
	ruleId: string;
	message: string;
	place?: { offset: number } | { start: { offset: number }; end: { offset: number } };
}

function isParseError(error: unknown): error is ParseError {
	return error instanceof Error && 'ruleId' in error && typeof error.ruleId === 'string';
}

/** What to pass over. Never empty, so that each round leaves less to stumble on. */
function placeOf(error: unknown, text: string): { start: number; end: number } {
	if (!isParseError(error)) {
		// In development, the reader throws an error of its own at a tag that ends within a link.
		const tag = /<[^<>\n]+>/.exec(text);
		if (!tag) throw error;
		return { start: tag.index, end: tag.index + tag[0].length };
	}
	const { message, place, ruleId } = error;
	// A tag that is never closed is named in the words of the message only.
	const opening = /^Expected (?:a|the) closing tag .*?\((\d+):(\d+)-(\d+):(\d+)\)/.exec(message);
	if (opening && ruleId === 'end-tag-mismatch' && !message.includes('either after')) {
		const [line = 1, column = 1, endLine = 1, endColumn = 1] = opening.slice(1).map(Number);
		return { start: offsetOf(text, line, column), end: offsetOf(text, endLine, endColumn) };
	}
	if (place && 'start' in place) {
		const start = text.lastIndexOf('<', place.start.offset);
		const end = text.indexOf('>', place.start.offset) + 1;
		if (start >= 0 && end > start) return { start, end };
	}
	const reached = place && 'offset' in place ? place.offset : text.length;
	const mark = message.includes('expression') || message.includes('brace') ? '{' : '<';
	const start = text.lastIndexOf(mark, reached);
	const comment = text.startsWith('<!--', start) ? text.indexOf('-->', start) + 3 : 0;
	if (start >= 0 && comment > start) return { start, end: comment };
	// Unknown trouble: everything that could be a tag or an expression is passed over.
	return start < 0 ? { start: 0, end: text.length } : { start, end: start + 1 };
}

function offsetOf(text: string, line: number, column: number): number {
	let offset = 0;
	for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1;
	return offset + column - 1;
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}
