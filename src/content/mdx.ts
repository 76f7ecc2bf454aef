import type { Node, Paragraph, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { mdx } from 'micromark-extension-mdx';
import { visit } from 'unist-util-visit';
import { componentNamed } from '#content/schema/components.ts';
import { fieldsOf, type Kind } from '#content/schema/field.ts';

/** A component or an HTML tag. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export function isElement(node: Node): node is Element {
	return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** The values of a component's attributes of some kinds. */
export function attributesOf({ name, attributes }: Element, kinds: readonly Kind[]): string[] {
	const fields = fieldsOf(componentNamed(name)?.attributes);
	return attributes.flatMap((each) => {
		const field = fields.find((one) => 'name' in each && one.name === each.name);
		return field && kinds.includes(field.kind) && typeof each.value === 'string'
			? [each.value]
			: [];
	});
}

/** Every component in a text. */
export function elementsIn(tree: Root): Element[] {
	const found: Element[] = [];
	visit(tree, (node) => {
		if (isElement(node)) found.push(node);
	});
	return found;
}

/** The lines of a paragraph in the editor. */
export function linesOf({ children }: Paragraph): string[] {
	return children
		.map((node) => (node.type === 'break' ? '\n' : toString(node)))
		.join('')
		.split('\n');
}

/** The start of a part that cannot be parsed, with the rest of its line. */
export interface Unreadable {
	offset: number;
	found: string;
}

/**
 * Parses the body of a page; code is text. After an error, it skips the character and parses again, to find all errors.
 * Astro's compiler stops at the first error, at times without naming the file.
 */
export function readMdx(text: string): { tree: Root; unreadable: Unreadable[] } {
	const unreadable: Unreadable[] = [];
	let rest = text;
	for (;;) {
		try {
			return { tree: parse(rest), unreadable };
		} catch (error) {
			const offset = placeOf(error, rest);
			const [found = ''] = text.slice(offset).split('\n');
			unreadable.push({ offset, found });
			rest = `${rest.slice(0, offset)} ${rest.slice(offset + 1)}`;
		}
	}
}

function parse(text: string): Root {
	return fromMarkdown(text, {
		extensions: [mdx(), gfmTable()],
		mdastExtensions: [mdxFromMarkdown(), gfmTableFromMarkdown()],
	});
}

/** The place in a VFileMessage. */
interface ParseError extends Error {
	place?: { offset: number } | { start: { offset: number } };
}

/** The offset of the `<` or `{` that the parser stopped at. */
function placeOf(error: unknown, text: string): number {
	if (!(error instanceof Error)) throw error;
	const { message, place } = error as ParseError;
	// Only the message has the place of a tag that is never closed.
	const [, line, column] =
		/^Expected .*? closing tag (?!.*either after).*?\((\d+):(\d+)-/.exec(message) ?? [];
	const lines = text.split('\n').slice(0, Number(line) - 1);
	if (line !== undefined)
		return lines.join('\n').length + Math.sign(lines.length) + Number(column) - 1;
	const reached = place && ('start' in place ? place.start.offset : place.offset);
	const found = text.lastIndexOf(/expression|brace/.test(message) ? '{' : '<', reached);
	const any = found < 0 ? text.search(/[<{]/) : found;
	if (any < 0) throw error;
	return any;
}
