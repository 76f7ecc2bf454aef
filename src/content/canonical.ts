import type { List, ListItem, Nodes, PhrasingContent, Root, Table } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { stringify } from 'yaml';
import { readMdx } from '#content/mdx.ts';
import { componentRule } from '#content/table/components.ts';
import { pageFieldNames } from '#content/table/page-lines.ts';
import type { PageLines } from '#content/page-lines.ts';

/**
 * The one form that a page's file has, so that whoever saves it next changes what they changed and
 * nothing else. It is what the editor at /admin/ writes.
 */
export function canonicalPage(lines: PageLines, body: string): string {
	const written = pageFieldNames.flatMap((name) => {
		const value = lines[name];
		return value === undefined ? [] : [[name, typeof value === 'string' ? value.trim() : value]];
	});
	const frontmatter = stringify(Object.fromEntries(written), { lineWidth: 0, singleQuote: true });
	return `---\n${frontmatter}---\n\n${canonicalBody(body)}`;
}

/** The one form that the settings have. */
export function canonicalSettings(settings: unknown): string {
	return `${JSON.stringify(settings, null, '\t')}\n`;
}

/** The text of a page in its one form; its words stay as they are. Only for a text without mistakes. */
export function canonicalBody(text: string): string {
	return `${blocks(readMdx(text).tree, text)}\n`;
}

function blocks(parent: Root | MdxJsxFlowElement, text: string): string {
	return parent.children.map((node) => block(node, text)).join('\n\n');
}

function block(node: Nodes, text: string): string {
	switch (node.type) {
		case 'heading':
			return `${'#'.repeat(node.depth)} ${inline(node.children, text)}`;
		case 'paragraph':
			return inline(node.children, text);
		case 'list':
			return list(node, text);
		case 'table':
			return table(node, text);
		case 'mdxJsxFlowElement':
			return component(node, text);
		default:
			return source(node, text);
	}
}

function list({ ordered, start, children }: List, text: string): string {
	return children
		.map((item, index) => {
			const marker = ordered ? `${(start ?? 1) + index}. ` : '- ';
			return marker + listItem(item, text);
		})
		.join('\n');
}

function listItem({ children }: ListItem, text: string): string {
	return children
		.map((node, index) => {
			const gap = index === 0 ? '' : node.type === 'list' ? '\n' : '\n\n';
			const lines = block(node, text).split('\n');
			return (
				gap +
				(index === 0 ? lines.join('\n') : lines.map((line) => line && `    ${line}`).join('\n'))
			);
		})
		.join('');
}

function table({ children }: Table, text: string): string {
	const columns = children[0]?.children ?? [];
	const rows = children.map((row) => {
		const cells = columns.map((_, at) => inline(row.children[at]?.children ?? [], text));
		return `| ${cells.join(' | ')} |`;
	});
	const line = `| ${columns.map(() => '---').join(' | ')} |`;
	return [rows[0], line, ...rows.slice(1)].join('\n');
}

function component(node: MdxJsxFlowElement, text: string): string {
	const name = node.name ?? '';
	const rules = Object.keys(componentRule(name)?.attributes ?? {});
	const values = new Map(
		node.attributes.map((attribute) => [
			attribute.type === 'mdxJsxAttribute' ? attribute.name : '',
			typeof attribute.value === 'string' ? attribute.value : '',
		]),
	);
	const attributes = rules.flatMap((rule) => {
		const value = values.get(rule);
		return value === undefined ? [] : [` ${rule}="${value.replaceAll('"', '&quot;')}"`];
	});
	const opening = `<${name}${attributes.join('')}`;
	return node.children.length === 0
		? `${opening} />`
		: `${opening}>\n\n${blocks(node, text)}\n\n</${name}>`;
}

function inline(nodes: readonly PhrasingContent[], text: string): string {
	return nodes
		.map((node) => {
			switch (node.type) {
				case 'emphasis':
					return `_${inline(node.children, text)}_`;
				case 'strong':
					return `**${inline(node.children, text)}**`;
				case 'link':
					return `[${inline(node.children, text)}](${node.url})`;
				case 'break':
					return '\\\n';
				default:
					return source(node, text).replace(/[ \t]*\n[ \t]*/g, ' ');
			}
		})
		.join('')
		.trim();
}

/** What was written, so that nothing is escaped anew. */
function source({ position }: Nodes, text: string): string {
	return text.slice(position?.start.offset, position?.end.offset);
}
