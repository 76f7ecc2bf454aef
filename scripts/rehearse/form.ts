import { type DefaultTreeAdapterTypes, defaultTreeAdapter as tree, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A form as a browser sees it: where it is sent, and what is in it. */
export interface Form {
	action: string;
	/** Every field that can be filled in or is sent along, with the value that it has. */
	fields: Readonly<Record<string, string>>;
}

/** The form of a page that is sent to `action`. */
export function formTo(action: string, html: string): Form {
	const form = elementsIn(parse(html)).find(
		(element) => element.tagName === 'form' && attribute(element, 'action') === action,
	);
	if (!form) throw new Error(`The page has no form that leads to ${action}.`);
	const fields = elementsIn(form).flatMap((element): [string, string][] => {
		const name = attribute(element, 'name');
		if (name === undefined || element.tagName === 'button') return [];
		const isChoice = /^(radio|checkbox)$/.test(attribute(element, 'type') ?? '');
		return [[name, isChoice ? '' : (attribute(element, 'value') ?? '')]];
	});
	return { action, fields: Object.fromEntries(fields) };
}

/** What a page says, in one line: where it fails, that tells why. */
export function wordsOf(html: string): string {
	const main = elementsIn(parse(html)).find(({ tagName }) => tagName === 'main');
	return main ? textIn(main).replaceAll(/\s+/g, ' ').trim().slice(0, 400) : '';
}

/** The text of the element of a class. */
export function textOf(name: string, html: string): string | undefined {
	const element = elementsIn(parse(html)).find((each) => attribute(each, 'class') === name);
	return element && textIn(element).trim();
}

function attribute(element: Element, name: string): string | undefined {
	return element.attrs.find((each) => each.name === name)?.value;
}

function elementsIn(parent: Parent): Element[] {
	return tree
		.getChildNodes(parent)
		.filter((node) => tree.isElementNode(node))
		.flatMap((element) => [element, ...elementsIn(element)]);
}

function textIn(parent: Parent): string {
	return tree
		.getChildNodes(parent)
		.map((node) =>
			tree.isTextNode(node) ? node.value : tree.isElementNode(node) ? textIn(node) : '',
		)
		.join('');
}
