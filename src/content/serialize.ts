import type { ListItem, Parents, PhrasingContent, Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { e164 } from '#application/asking/phone-number.ts';
import { readMdx } from '#content/mdx.ts';
import { miscounted } from '#content/rules/numbers.ts';
import { type Field, fieldsOf } from '#content/schema/field.ts';
import { pageFields } from '#content/schema/page.ts';
import { settingsSchema } from '#content/schema/site-settings.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Invisible characters, which are pasted from other programs. */
const invisible = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u00AD\u200B\u2060\uFEFF]/gu;

function visibleText(text: string): string {
	return text.replaceAll(/[\u2028\u2029]/g, '\n').replaceAll(invisible, '');
}

function tidyValue(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(tidyValue);
	return typeof value === 'string' ? visibleText(value).trim() : value;
}

/**
 * The file of a page in its canonical form, from its frontmatter and its body. Empty fields are left out. The editor
 * writes this form too, so a save changes only what was edited.
 */
export function serializePage({ body, ...fields }: Fields, source: Source = 'file'): string {
	const lines = pageFields.flatMap(({ name }) => {
		const value = tidyValue(fields[name]) ?? '';
		return value === '' ? [] : [[name, value]];
	});
	// YAML 1.1, so that what looks like a date or a number is quoted.
	const options = { lineWidth: 0, singleQuote: true, version: '1.1' } as const;
	const text = typeof body === 'string' ? visibleText(body) : '';
	return `---\n${stringify(Object.fromEntries(lines), options)}---\n\n${serializeBody(text, source)}`;
}

/** The file of the settings in its canonical form. Empty fields are `null`: not known yet. */
export function serializeSettings(values: Fields): string {
	return `${JSON.stringify(settingsIn(values, fieldsOf(settingsSchema)), null, '\t')}\n`;
}

function settingsIn(values: Fields, fields: readonly Field[]): Fields {
	return Object.fromEntries(
		fields.map(({ name, kind, fields: inner }) => {
			if (kind === 'group') return [name, settingsIn((values[name] ?? {}) as Fields, inner)];
			const value = tidyValue(values[name]) ?? '';
			if (value === '') return [name, null];
			// People type a phone number in many ways.
			const isPhone = kind === 'phone' && typeof value === 'string';
			return [name, isPhone ? (e164(value) ?? value) : value];
		}),
	);
}

/** A single line break is a line break in a text from the editor's form, and a space in a file. */
type Source = 'form' | 'file';

/** The body of a page in its canonical form, or unchanged if that form would read differently. */
export function serializeBody(text: string, source: Source = 'file'): string {
	const { tree, unreadable } = readMdx(text);
	const canonical = toMarkdown(normalized(tree, source), options);
	const isSafe = unreadable.length === 0 && miscounted(tree, text).length === 0;
	return isSafe && isSame(tree, normalized(readMdx(canonical).tree, 'file'))
		? canonical
		: text.replaceAll(/^\n+|[ \t\n]+$/g, '') + '\n';
}

/** A tree without differences that a reader cannot see. */
function normalized(tree: Root, source: Source): Root {
	visit(tree, (node, index, parent) => {
		if (node.type === 'text') {
			const lines = node.value.split(/[ \t]*\n[ \t]*/);
			const broken = lines.flatMap((value): PhrasingContent[] => [
				{ type: 'break' },
				{ type: 'text', value },
			]);
			if (source === 'file' || parent?.type !== 'paragraph') node.value = lines.join(' ');
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

/** Whether two trees are the same, wherever their parts stand in the file. */
function isSame(...trees: [Root, Root]): boolean {
	const [one, other] = trees.map((tree) =>
		JSON.stringify(tree, (key, value: unknown) =>
			key === 'position' || key === 'data' ? undefined : value,
		),
	);
	return one === other;
}

/** The editor needs four spaces before the nested blocks of an item. */
const listItem: Handle = (node: ListItem, parent: Parents | undefined, state, info) => {
	const item = defaultHandlers.listItem(node, parent, state, info);
	const { length } = /^\S+ ?/.exec(item)?.[0] ?? '';
	return item.replaceAll(`\n${' '.repeat(length)}`, `\n${' '.repeat(Math.max(4, length))}`);
};

/** A component is not indented and has an empty line inside at both ends, as in the editor. */
const component: Handle = (node: MdxJsxFlowElement, _, state, info) => {
	const name = node.name ?? '';
	const attributes = node.attributes.map((each) =>
		each.type === 'mdxJsxAttribute' && typeof each.value === 'string'
			? ` ${each.name}="${each.value.replaceAll('"', '&quot;')}"`
			: '',
	);
	const opening = `<${name}${attributes.join('')}`;
	// Otherwise a list in the component gets another bullet than a list before the component.
	state.bulletLastUsed = undefined;
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
