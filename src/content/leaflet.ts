import { visit } from 'unist-util-visit';
import { isElement, textIn } from '#content/mdx.ts';
import { leafletContact } from '#content/schema/components.ts';
import type { ReadPage } from '#content/site.ts';

/**
 * The sentences of the printed leaflet that their page does not quote.
 *
 * @param leaflet `## /address/ Heading`, followed by the printed text
 */
export function missingSentences(leaflet: string, { address, lines, tree }: ReadPage): string[] {
	const written = [String(lines.title)];
	let hasContact = false;
	visit(tree, (node) => {
		if (node.type === 'paragraph') written.push(textIn(node));
		// A component writes the sentence about the project lead, from the settings.
		if (isElement(node) && node.name === leafletContact) hasContact = true;
	});
	const text = written.join(' ').replace(/\s+/g, ' ');
	return leaflet
		.split(/^## /m)
		.filter((part) => part.startsWith(`${address} `))
		.flatMap((part) => sentencesIn(part.replace(/^.*\n/, '')))
		.filter((sentence) => !text.includes(sentence) && !(hasContact && sentence.includes('{')));
}

/** Splits where a sentence ends and a capital letter begins the next one. */
function sentencesIn(text: string): string[] {
	return text
		.split(/\n\n|(?<=[.?!])\s+(?=[A-ZÆØÅ])/)
		.map((sentence) => sentence.replace(/\s+/g, ' ').trim())
		.filter(Boolean);
}
