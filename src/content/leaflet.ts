import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { elementsIn } from '#content/mdx.ts';
import { leafletContact } from '#content/schema/components.ts';

/** A part of the leaflet: the page that it stands on, its heading and its sentences. */
export interface LeafletPart {
	address: string;
	heading: string;
	sentences: string[];
}

/** Reads the copy of the leaflet: `## /address/ Heading`, and the text as it is printed. */
export function leafletParts(text: string): LeafletPart[] {
	return text
		.split(/^## /m)
		.slice(1)
		.map((part) => {
			const [first = '', ...lines] = part.split('\n');
			const [address = '', ...heading] = first.split(' ');
			return { address, heading: heading.join(' '), sentences: sentencesIn(lines.join('\n')) };
		});
}

/** Splits where a sentence ends and a capital letter begins the next one. */
function sentencesIn(text: string): string[] {
	return text
		.split(/\n\n|(?<=[.?!])\s+(?=[A-ZÆØÅ])/)
		.map((sentence) => sentence.replace(/\s+/g, ' ').trim())
		.filter(Boolean);
}

/** The sentences of a part that its page does not have, word for word. */
export function missingSentences({ sentences }: LeafletPart, title: string, tree: Root): string[] {
	// What names the project lead is written by a component, from the settings.
	const hasContact = elementsIn(tree).some(({ element }) => element.name === leafletContact);
	if (hasContact && sentences.some((sentence) => sentence.includes('{'))) return [];
	const written = [title];
	visit(tree, 'paragraph', (paragraph) => {
		written.push(toString(paragraph));
	});
	const text = written.join(' ').replace(/\s+/g, ' ');
	return sentences.filter((sentence) => !text.includes(sentence));
}
