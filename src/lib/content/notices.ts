import type { Root } from 'mdast';
import type { PageLines } from '#lib/content/check-frontmatter.ts';
import { addressOf } from '#lib/content/navigation.ts';
import { leafletParts, missingSentences } from '#lib/content/leaflet.ts';
import type { Notice } from '#lib/content/report.ts';

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
}

/** Everyone who has an opinion of a page. Another one is added here. */
const readers: readonly ((page: ReadPage, around: Surroundings) => Notice[])[] = [
	comparedWithLeaflet,
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
