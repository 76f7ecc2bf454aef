import { placeholderFor } from './editor-data.ts';

/**
 * Copies a part of a page as Astro built it into the page at /admin/.
 *
 * @param selector of its `template` element
 * @param values for the placeholders
 * @param text for the slot
 */
export function filled(
	selector: string,
	values: Readonly<Record<string, unknown>>,
	text?: Node,
): DocumentFragment {
	const template = document.querySelector<HTMLTemplateElement>(`template${selector}`);
	const copy = document.importNode((template ?? document.createElement('template')).content, true);
	for (const place of placesIn(copy)) {
		for (const [name, value] of Object.entries(values)) {
			place.nodeValue =
				place.nodeValue?.replaceAll(placeholderFor(name), typeof value === 'string' ? value : '') ??
				null;
		}
	}
	if (text) copy.querySelector('[data-slot]')?.replaceWith(text);
	return copy;
}

/** Every text and every attribute. */
function placesIn(part: DocumentFragment): Node[] {
	const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	const places: Node[] = [...part.querySelectorAll('*')].flatMap((each) => [...each.attributes]);
	while (texts.nextNode()) places.push(texts.currentNode);
	return places;
}
