import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { readMdx } from '#content/mdx.ts';
import { miscounted } from '#content/rules/numbers.ts';
import { pageFields, type PageLines } from '#content/schema/page.ts';

/**
 * The one form that a page's file has, so that whoever saves it next changes what they changed and nothing else. It
 * is what the editor at /admin/ writes.
 */
export function canonicalPage(lines: PageLines, body: string, from: From = 'file'): string {
	const written = pageFields.flatMap(({ name }) => {
		const value = lines[name];
		return value === undefined ? [] : [[name, typeof value === 'string' ? value.trim() : value]];
	});
	// YAML 1.1 as well: what it reads as a date or a number is put between quotes.
	const options = { lineWidth: 0, singleQuote: true, version: '1.1' } as const;
	return `---\n${stringify(Object.fromEntries(written), options)}---\n\n${canonicalBody(body, from)}`;
}

/** The one form that the settings have. */
export function canonicalSettings(settings: unknown): string {
	return `${JSON.stringify(settings, null, '\t')}\n`;
}

/** Where a text comes from. In the editor's form, a line break inside a paragraph is one; in a file, it is a space. */
type From = 'form' | 'file';

/** The text of a page in its one form; as it stands, where that form would say anything else. */
export function canonicalBody(text: string, from: From = 'file'): string {
	const { tree, unreadable } = readMdx(text);
	const form = toMarkdown(tidied(tree, from), options);
	const isSafe = unreadable.length === 0 && miscounted(tree, text).length === 0;
	return isSafe && isSame(tree, tidied(readMdx(form).tree, 'file'))
		? form
		: text.replaceAll(/^\n+|[ \t\n]+$/g, '') + '\n';
}

/** A tree without what makes no difference to a reader. */
function tidied(tree: Root, from: From): Root {
	visit(tree, (node, index, parent) => {
		if (node.type === 'text') {
			const lines = node.value.split(/[ \t]*\n[ \t]*/);
			const broken = lines.flatMap((value): PhrasingContent[] => [
				{ type: 'break' },
				{ type: 'text', value },
			]);
			if (from === 'file' || parent?.type !== 'paragraph') node.value = lines.join(' ');
			else parent.children.splice(index ?? 0, 1, ...broken.slice(1));
		}
		if (node.type === 'list' || node.type === 'listItem') node.spread = false;
		if (node.type === 'table') {
			const columns = node.children[0]?.children.length ?? 0;
			node.align = [];
			for (const { children } of node.children)
				while (children.length < columns) children.push({ type: 'tableCell', children: [] });
		}
	});
	return tree;
}

function isSame(one: Root, other: Root): boolean {
	const [first, second] = [one, other].map((tree) =>
		JSON.stringify(tree, (key, value: unknown) =>
			key === 'position' || key === 'data' ? undefined : value,
		),
	);
	return first === second;
}

/** Four spaces before what belongs to an item, as the editor needs them. */
const listItem: Handle = (
	node: Extract<Nodes, { type: 'listItem' }>,
	parent: Parents | undefined,
	state,
	info,
) => {
	const list = parent?.type === 'list' ? parent : undefined;
	const at = list?.children.indexOf(node) ?? 0;
	const bullet = list?.ordered ? `${(list.start ?? 1) + at}.` : '-';
	const exit = state.enter('listItem');
	const value = state.indentLines(state.containerFlow(node, info), (line, index, isBlank) => {
		if (index === 0) return isBlank ? bullet : `${bullet} ${line}`;
		return isBlank ? '' : ' '.repeat(Math.max(4, bullet.length + 1)) + line;
	});
	exit();
	return value;
};

/** A component stands at the left, with an empty line inside at both ends, as the editor reads and writes it. */
const component: Handle = (node: MdxJsxFlowElement, _, state, info) => {
	const name = node.name ?? '';
	const attributes = node.attributes.map((each) =>
		each.type === 'mdxJsxAttribute' && typeof each.value === 'string'
			? ` ${each.name}="${each.value.replaceAll('"', '&quot;')}"`
			: '',
	);
	const opening = `<${name}${attributes.join('')}`;
	return node.children.length === 0
		? `${opening} />`
		: `${opening}>\n\n${state.containerFlow(node, info)}\n\n</${name}>`;
};

const options: Options = {
	bullet: '-',
	emphasis: '_',
	extensions: [mdxToMarkdown(), gfmTableToMarkdown({ tablePipeAlign: false })],
	handlers: { mdxJsxFlowElement: component, listItem },
};
