import { placeholderFor } from './handed-over.ts';

type Values = Readonly<Record<string, string>>;

/**
 * A page, a component or a stylesheet with its values and its text in it, as Astro built it into the page at /admin/.
 * Nothing if there is none.
 *
 * @param kind which `template` it stands in, as a selector
 */
export function look(
	kind: string,
	values: Values = {},
	text: Iterable<Node> = [],
): DocumentFragment {
	const template = document.querySelector<HTMLTemplateElement>(`template${kind}`);
	const copy = document.importNode((template ?? document.createElement('template')).content, true);
	for (const place of placesIn(copy)) {
		for (const [name, value] of Object.entries(values)) {
			place.nodeValue = place.nodeValue?.replaceAll(placeholderFor(name), value) ?? null;
		}
	}
	copy.querySelector('[data-slot]')?.replaceWith(...text);
	return copy;
}

/** Every text and every attribute: where a value can stand. */
function placesIn(part: DocumentFragment): Node[] {
	const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
	const places: Node[] = [...part.querySelectorAll('*')].flatMap((each) => [...each.attributes]);
	while (texts.nextNode()) places.push(texts.currentNode);
	return places;
}
