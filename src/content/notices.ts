import type { Root } from 'mdast';
import { textOf } from '#content/check/links.ts';
import type { PageLines } from '#content/check/frontmatter.ts';
import { addressOf } from '#content/navigation.ts';
import { leafletParts, missingSentences } from '#content/leaflet.ts';
import { highestLix, misspelt, readability } from '#content/lix.ts';
import { proseOf } from '#content/prose.ts';
import type { Notice } from '#content/report.ts';

/** A page that can be read, for those who have an opinion of its text. */
export interface ReadPage {
	file: string;
	id: string;
	/** The whole file. */
	text: string;
	lines: PageLines;
	body: Root;
	/** How many lines of the file stand before the body's first. */
	before: number;
}

interface Surroundings {
	/** What the printed leaflet says, if there is a copy of it. */
	leaflet: string | undefined;
	/** Whether a word is in the dictionary, if there is one. */
	knows: ((word: string) => boolean) | undefined;
}

/** Everyone who has an opinion of a page. Another one is added here. */
const readers: readonly ((page: ReadPage, around: Surroundings) => Notice[])[] = [
	comparedWithLeaflet,
	easyToRead,
	wellSpelt,
	toldApart,
];

/** What is worth a look on a page: never a mistake, since the text is the editors' to change. */
export function noticesOf(page: ReadPage, around: Surroundings): Notice[] {
	return readers.flatMap((read) => read(page, around));
}

function comparedWithLeaflet(
	{ file, id, lines, body }: ReadPage,
	{ leaflet = '' }: Surroundings,
): Notice[] {
	return leafletParts(leaflet)
		.filter(({ address }) => address === addressOf({ id }))
		.flatMap((part) => missingSentences(part, String(lines.title), body))
		.map((sentence) => ({
			file,
			line: 1,
			text: `Folderens sætning står ikke ordret på siden: "${sentence}"`,
		}));
}

function easyToRead({ file, text }: ReadPage, { knows }: Surroundings): Notice[] {
	const { lix } = readability(proseOf(text));
	if (!knows || lix <= highestLix) return [];
	return [
		{
			file,
			line: 1,
			text: `Teksten er svær at læse (LIX ${lix}). Skriv kortere sætninger og kortere ord, så den kommer ned på ${highestLix}.`,
		},
	];
}

function wellSpelt({ file, text }: ReadPage, { knows }: Surroundings): Notice[] {
	if (!knows) return [];
	const lines = text.split('\n');
	return misspelt(proseOf(text), knows).map((word) => ({
		file,
		line: 1 + lines.findIndex((line) => line.includes(word)),
		text: `Ordbogen kender ikke "${word}". Ret det, eller skriv det i content/ordliste.txt, hvis det er rigtigt.`,
	}));
}

/** Some find their way by a list of the headings alone. */
function toldApart({ file, body, before }: ReadPage): Notice[] {
	const seen = new Set<string>();
	return body.children.flatMap((node) => {
		if (node.type !== 'heading') return [];
		const heading = textOf(node);
		if (!seen.has(heading)) {
			seen.add(heading);
			return [];
		}
		const line = (node.position?.start.line ?? 1) + before;
		return [{ file, line, text: `Overskriften "${heading}" står flere gange på siden.` }];
	});
}
