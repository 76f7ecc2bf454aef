import type { Root } from 'mdast';
import { readLines } from '#content/frontmatter.ts';
import { readMdx, type Unreadable } from '#content/mdx.ts';
import { addressOf } from '#content/navigation.ts';
import type { PageLines } from '#content/schema/page.ts';
import { type ContentFiles, pageFile, pageSource, plainText } from '#content/source.ts';

/** A page as it was read, however wrong it is. All places in it are those of the file. */
export interface ReadPage {
	file: string;
	/** The file's name without its ending. */
	id: string;
	address: string;
	/** The whole file. */
	text: string;
	/** The lines on top, as text; nothing if there are none. */
	frontmatter: string | undefined;
	lines: PageLines;
	/** How many lines stand before the body's first. */
	before: number;
	/** The body, below as many empty lines. */
	body: string;
	tree: Root;
	unreadable: Unreadable[];
}

/** Everything that is checked. */
export interface Site {
	files: ContentFiles;
	pages: readonly ReadPage[];
	/** The addresses of the files in `public/`. */
	published: ReadonlySet<string>;
}

export function readSite(files: ContentFiles, published: readonly string[]): Site {
	const texts = Object.fromEntries(
		Object.entries(files).map(([file, text]) => [file, plainText(text)]),
	);
	const pages = Object.entries(texts).flatMap(([file, text]) => {
		const id = pageFile.exec(file)?.[1];
		return id === undefined ? [] : [readPage(file, id, text)];
	});
	return { files: texts, pages, published: new Set(published) };
}

function readPage(file: string, id: string, text: string): ReadPage {
	const { frontmatter, body: written, before } = pageSource(text);
	// Of a page without lines on top, the --- that are there are no mistake of their own.
	const own = frontmatter === undefined ? written.replace(/^-{3,}[ \t]*$/gm, '') : written;
	const body = '\n'.repeat(before) + own;
	const lines = readLines(frontmatter ?? '');
	const address = addressOf({ id });
	return { file, id, address, text, frontmatter, lines, before, body, ...readMdx(body) };
}
