import type { Root } from 'mdast';
import { readLines } from '#content/frontmatter.ts';
import { readMdx, type Unreadable } from '#content/mdx.ts';
import { addressOf } from '#content/navigation.ts';
import type { PageLines } from '#content/schema/page.ts';
import { type ContentFiles, pageFile, pageSource, plainText } from '#content/source.ts';

/** A parsed page, with or without mistakes. All positions are those of the file. */
export interface ReadPage {
	file: string;
	/** The file name without its extension. */
	id: string;
	address: string;
	/** The whole file. */
	text: string;
	frontmatter: string | undefined;
	lines: PageLines;
	/** The body, after an empty line for each line of frontmatter. */
	body: string;
	tree: Root;
	unreadable: Unreadable[];
}

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
	// Without frontmatter, a line of --- is no further mistake.
	const own = frontmatter === undefined ? written.replace(/^-{3,}[ \t]*$/gm, '') : written;
	const body = '\n'.repeat(before) + own;
	const lines = readLines(frontmatter ?? '');
	const address = addressOf({ id });
	return { file, id, address, text, frontmatter, lines, body, ...readMdx(body) };
}
