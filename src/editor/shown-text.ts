import type { Nodes, Parents, PhrasingContent } from 'mdast';
import { callsKeptWhole, headingSet } from '#application/typesetting.ts';
import { type Element, isElement, readMdx } from '#content/mdx.ts';
import { numbersKeptWhole } from '#content/quotes.ts';
import { componentRule } from '#content/table/components.ts';
import { look } from './looks.ts';

/**
 * The text of a page as Astro will publish it. Only what the check lets a page hold has a look; of anything
 * else its words are shown.
 */
export function shownText(text: string): Node[] {
	return childrenOf(readMdx(text).tree);
}

/** What stands for itself, or around the text in it, by its name in the tree and in HTML. */
const elements: Readonly<Partial<Record<Nodes['type'], string>>> = {
	paragraph: 'p',
	emphasis: 'em',
	strong: 'strong',
	break: 'br',
	thematicBreak: 'hr',
	blockquote: 'blockquote',
};

function shown(node: Nodes): Node[] {
	if (isElement(node)) return component(node);
	switch (node.type) {
		case 'text':
			return [new Text(callsKeptWhole(node.value))];
		case 'heading':
			return [element(`h${node.depth}`, node.children.flatMap(inHeading))];
		case 'link':
			return [element('a', childrenOf(node), { href: node.url })];
		case 'list':
			return [list(node.ordered ? 'ol' : 'ul', node)];
		case 'table': {
			const [head, ...rows] = node.children.map((row) => row.children.map(childrenOf));
			const top = element('thead', [row('th', head ?? [])]);
			return [
				element('table', [
					top,
					element(
						'tbody',
						rows.map((cells) => row('td', cells)),
					),
				]),
			];
		}
		default: {
			const name = elements[node.type];
			const inside = 'children' in node ? childrenOf(node) : [];
			if (name !== undefined) return [element(name, inside)];
			return 'value' in node ? [new Text(node.value)] : inside;
		}
	}
}

function inHeading(node: PhrasingContent): Node[] {
	return node.type === 'text' ? [new Text(headingSet(node.value))] : shown(node);
}

function childrenOf(node: Parents): Node[] {
	return node.children.flatMap(shown);
}

function list(name: 'ol' | 'ul', { children, start }: Extract<Nodes, { type: 'list' }>): Node {
	const isLoose = children.some(({ spread }) => spread);
	const items = children.map((item) =>
		element(
			'li',
			item.children.flatMap((child) =>
				child.type === 'paragraph' && !isLoose ? childrenOf(child) : shown(child),
			),
		),
	);
	const isCounted = name === 'ol' && (start ?? 1) !== 1;
	return element(name, items, isCounted ? { start: String(start) } : {});
}

function row(name: 'td' | 'th', cells: Node[][]): Node {
	return element(
		'tr',
		cells.map((cell) => element(name, cell)),
	);
}

function component(node: Element): Node[] {
	const { name } = node;
	const rule = componentRule(name);
	const children = childrenOf(node);
	if (name === null || rule === undefined) return children;
	const written = node.attributes.flatMap((each) =>
		each.type === 'mdxJsxAttribute' && typeof each.value === 'string'
			? [[each.name, each.value] as const]
			: [],
	);
	const values = {
		...Object.fromEntries(Object.keys(rule.attributes).map((attribute) => [attribute, ''])),
		...Object.fromEntries(written),
	};
	const choice = written.find(([attribute]) => rule.attributes[attribute]?.choices)?.[1];
	const chosen = choice === undefined ? '' : `[data-choice="${CSS.escape(choice)}"]`;
	const part = look(
		`[data-look="${name}"]${chosen}`,
		values,
		rule.leaflet === 'words' ? printed(children) : children,
	);
	return [...part.childNodes];
}

/** The leaflet's own words as their component sets them. */
function printed(children: Node[]): Node[] {
	const words = element('div', children);
	words.innerHTML = numbersKeptWhole(words.innerHTML);
	return [...words.childNodes];
}

function element(name: string, children: Node[], attributes: Record<string, string> = {}) {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
	made.append(...children);
	return made;
}
