import { parse } from 'yaml';
import type { Frontmatter } from '#content/frontmatter.ts';
import { addressOf, isRemoved } from '#content/navigation.ts';
import { type ContentFiles, pageFile, pageSource, plainText } from '#content/source.ts';

/** What the editor's lists say of a page. */
export interface ListedPage extends Pick<Frontmatter, 'title' | 'menu' | 'order' | 'leadsTo'> {
	/** The file's name, without its ending. */
	id: string;
	address: string;
}

/** The pages in the order of their titles; the front page has no title that says what it is. */
export function pagesIn(files: ContentFiles): ListedPage[] {
	return Object.entries(files)
		.flatMap(([path, text]): ListedPage[] => {
			const id = pageFile.exec(path)?.[1];
			if (id === undefined || id === '404') return [];
			const { frontmatter = '' } = pageSource(plainText(text));
			const lines = parse(frontmatter) as Frontmatter;
			const title = id === 'forside' ? 'Forsiden' : lines.title;
			return [{ ...lines, id, title, address: addressOf({ id }) }];
		})
		.toSorted((one, other) => one.title.localeCompare(other.title, 'da'));
}

/** The pages that a link can lead to. */
export function seenPagesIn(files: ContentFiles): ListedPage[] {
	return pagesIn(files).filter((page) => !isRemoved(page));
}
