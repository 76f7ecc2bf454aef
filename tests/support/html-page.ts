import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Element;
type Wanted = Record<string, string | true>;

/** An element of an {@link HtmlPage}. */
export class HtmlElement {
	readonly #node: Node;

	constructor(node: Node) {
		this.#node = node;
	}

	get tag(): string {
		return this.#node.tagName;
	}

	get attributes(): Record<string, string> {
		return Object.fromEntries(this.#node.attrs.map(({ name, value }) => [name, value]));
	}

	/** All text in it, of scripts and styles as well. */
	get text(): string {
		return textOf(this.#node);
	}

	/** The text in it without scripts and styles, with each block on lines of its own. */
	get visibleText(): string {
		return visibleTextOf(this.#node);
	}

	get children(): HtmlElement[] {
		return childrenOf(this.#node).map((node) => new HtmlElement(node));
	}

	get descendants(): HtmlElement[] {
		return this.children.flatMap((child) => [child, ...child.descendants]);
	}

	/** The descendants with a tag name (or `*`) and attributes; `true` matches any value. */
	all(tag: string, wanted: Wanted = {}): HtmlElement[] {
		return this.descendants.filter(
			(element) =>
				(tag === '*' || element.tag === tag) &&
				Object.entries(wanted).every(([name, value]) =>
					value === true ? name in element.attributes : element.attributes[name] === value,
				),
		);
	}

	/** The only such descendant. Throws where there is none, or more than one. */
	one(tag: string, wanted: Wanted = {}): HtmlElement {
		const found = this.all(tag, wanted);
		const [first] = found;
		if (!first || found.length > 1) {
			throw new Error(`Expected one ${tag} ${JSON.stringify(wanted)}, found ${found.length}.`);
		}
		return first;
	}
}

/** A page, parsed as a browser would parse it. */
export class HtmlPage extends HtmlElement {
	readonly html: string;

	constructor(html: string) {
		const root = childrenOf(parse(html))[0];
		if (!root) throw new Error('The page has no root element.');
		super(root);
		this.html = html;
	}

	get title(): string {
		return this.all('title')[0]?.text ?? '';
	}

	/** The visible text on one line. */
	get words(): string {
		return this.one('body').visibleText.replace(/\s+/g, ' ').trim();
	}

	/** Every element and the names of its attributes, without any text or value. */
	get skeleton(): string[] {
		return this.descendants.map(
			({ tag, attributes }) => `${tag} ${Object.keys(attributes).sort().join(' ')}`,
		);
	}

	/** What a browser would post from its only form with this `action`. */
	formTo(action: string): Record<string, string> {
		const fields = this.one('form', { action }).all('*', { name: true });
		return Object.fromEntries(
			fields.flatMap(({ tag, attributes, text }) => {
				const { name = '', type = '', value = '' } = attributes;
				if (tag === 'textarea') return [[name, text]];
				if (tag !== 'input') return [];
				const isChoice = type === 'radio' || type === 'checkbox';
				return isChoice && !('checked' in attributes) ? [] : [[name, value]];
			}),
		);
	}
}

function childrenOf(parent: DefaultTreeAdapterTypes.ParentNode): Node[] {
	return tree.getChildNodes(parent).filter((node) => tree.isElementNode(node));
}

function textOf(parent: DefaultTreeAdapterTypes.ParentNode): string {
	return joined(parent, textOf);
}

const blocks =
	/^(address|blockquote|br|d[dlt]|div|figcaption|fieldset|h\d|legend|li|p|section|ul|ol)$/;

function visibleTextOf(parent: DefaultTreeAdapterTypes.ParentNode): string {
	return joined(parent, (element) => {
		const { tagName } = element;
		if (tagName === 'script' || tagName === 'style') return '';
		const text = visibleTextOf(element);
		return blocks.test(tagName) ? `\n${text}\n` : text;
	});
}

function joined(
	parent: DefaultTreeAdapterTypes.ParentNode,
	read: (element: Node) => string,
): string {
	return tree
		.getChildNodes(parent)
		.map((node) => {
			if (tree.isTextNode(node)) return node.value;
			return tree.isElementNode(node) ? read(node) : '';
		})
		.join('');
}
