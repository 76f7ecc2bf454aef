import { placeholderFor } from './editor-data.ts';

/** Copies a `template` element of /admin/, which Astro built, with values for its placeholders and a text for its slot. */
export function copyTemplate(
	selector: string,
	values: Readonly<Record<string, unknown>>,
	text?: Node,
): DocumentFragment {
	const template = document.querySelector<HTMLTemplateElement>(`template${selector}`);
	const copy = document.importNode((template ?? document.createElement('template')).content, true);
	for (const node of textNodes(copy)) {
		for (const [name, value] of Object.entries(values)) {
			node.nodeValue =
				node.nodeValue?.replaceAll(placeholderFor(name), typeof value === 'string' ? value : '') ??
				null;
		}
	}
	if (text) copy.querySelector('[data-slot]')?.replaceWith(text);
	return copy;
}

/** All texts and attributes. */
function textNodes(part: DocumentFragment): Node[] {
	const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	const nodes: Node[] = [...part.querySelectorAll('*')].flatMap((each) => [...each.attributes]);
	while (texts.nextNode()) nodes.push(texts.currentNode);
	return nodes;
}
