import type { Node, Nodes, Parents, Root } from 'mdast';
import { type CompileData, fromMarkdown, type Handle } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
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
	const component = componentNamed(name);
	const fields = component ? fieldsOf(component.attributes) : [];
	const wanted = fields.filter(({ kind }) => kinds.includes(kind)).map((field) => field.name);
	return attributes.flatMap((each) =>
		'name' in each && wanted.includes(each.name) && typeof each.value === 'string'
			? [each.value]
			: [],
	);
}

/** The text of a node, without its marks. */
export function textIn(node: Nodes): string {
	if ('children' in node) return node.children.map(textIn).join('');
	if ('alt' in node) return node.alt ?? '';
	return 'value' in node ? node.value : '';
}

/** Calls a function with each line of each paragraph in the editor, its line number, and the paragraph's parent. */
export function visitLines(
	tree: Root,
	act: (line: string, number: number, holder: Parents | undefined) => void,
): void {
	visit(tree, 'paragraph', ({ children, position }, _, holder) => {
		const shown = children.map((node) => (node.type === 'break' ? '\n' : textIn(node))).join('');
		for (const [index, line] of shown.split('\n').entries())
			act(line, (position?.start.line ?? 1) + index, holder);
	});
}

/** The start of a part that cannot be parsed, with the rest of its line. */
export interface Unreadable {
	offset: number;
	found: string;
}

/**
 * Parses the body of a page; code is text. To find up to 20 errors, it replaces the character of an error by a space
 * and parses again. With more, the tree is empty. Astro's compiler stops at the first error, at times without naming
 * the file.
 */
export function readMdx(text: string): { tree: Root; unreadable: Unreadable[] } {
	const unreadable: Unreadable[] = [];
	let rest = text;
	while (unreadable.length < 20) {
		// The parser's list of open tags: its error about an unclosed tag does not have the place of that tag.
		let open: CompileData['mdxJsxTagStack'];
		const remember: Handle = function () {
			open = this.data.mdxJsxTagStack;
		};
		const tags = { enter: { mdxJsxFlowTagMarker: remember, mdxJsxTextTagMarker: remember } };
		try {
			const tree = fromMarkdown(rest, {
				extensions: [mdx(), gfmTable()],
				mdastExtensions: [mdxFromMarkdown(), gfmTableFromMarkdown(), tags],
			});
			return { tree, unreadable };
		} catch (error) {
			const offset = placeOf(error, rest, open?.at(-1)?.start.offset);
			const [found = ''] = text.slice(offset).split('\n');
			unreadable.push({ offset, found });
			rest = `${rest.slice(0, offset)} ${rest.slice(offset + 1)}`;
		}
	}
	return { tree: { type: 'root', children: [] }, unreadable };
}

/** A VFileMessage, which the parser throws. */
interface ParseError {
	place?: { offset: number } | { start: { offset: number } };
	ruleId?: string;
	source?: string;
}

/** The offset of the `<` or `{` that the parser stopped at. `opening` is that of the last open tag. */
function placeOf(error: unknown, text: string, opening: number | undefined): number {
	const { place, ruleId, source } = error as ParseError;
	const reached = place && ('start' in place ? place.start.offset : place.offset);
	const isClosingTag = reached !== undefined && text.startsWith('</', reached);
	if (ruleId === 'end-tag-mismatch' && opening !== undefined && !isClosingTag) return opening;
	const sign = source === 'micromark-extension-mdx-expression' ? '{' : '<';
	const found = text.lastIndexOf(sign, reached);
	if (found < 0) throw error;
	return found;
}
