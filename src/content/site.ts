import { readLines } from '#content/frontmatter.ts';
import { readMdx } from '#content/mdx.ts';
import { addressOf } from '#content/navigation.ts';
import { type ContentFiles, pageFile, pageSource, plainText } from '#content/source.ts';

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

/** A parsed page, with or without mistakes. All line numbers are those of the file. */
export type ReadPage = ReturnType<typeof readPage>;

function readPage(file: string, id: string, text: string) {
	const { frontmatter, body: written } = pageSource(text);
	// Missing frontmatter is one mistake. The lines of --- would be further ones.
	const body = frontmatter === undefined ? written.replace(/^-{3,}[ \t]*$/gm, '') : written;
	const lines = readLines(frontmatter ?? '');
	const address = addressOf({ id });
	return { file, id, address, text, frontmatter, lines, body, ...readMdx(body) };
}

/** The redirects of removed pages, as `[from, to]`. */
export function redirectsOf(files: ContentFiles): [string, string][] {
	return readSite(files, []).pages.flatMap(({ address, lines: { leadsTo } }) =>
		typeof leadsTo === 'string' ? [[address, leadsTo] as [string, string]] : [],
	);
}
