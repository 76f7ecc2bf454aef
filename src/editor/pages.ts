import { readFields } from '#content/frontmatter.ts';
import type { Frontmatter } from '#content/schema/page.ts';
import { addressOf, isRemoved } from '#content/navigation.ts';
import { type ContentFiles, pageFile } from '#content/source.ts';

export interface ListedPage extends Pick<Frontmatter, 'title' | 'menu' | 'order'> {
	address: string;
}

/** The pages of the site, sorted by title. The front page is called "Forsiden": its title is a slogan. */
export function pagesIn(files: ContentFiles): ListedPage[] {
	return Object.entries(files)
		.flatMap(([path, text]): ListedPage[] => {
			const id = pageFile.exec(path)?.[1];
			const lines = readFields(text) as unknown as Frontmatter;
			if (id === undefined || id === '404' || isRemoved(lines)) return [];
			const title = id === 'forside' ? 'Forsiden' : lines.title;
			return [{ ...lines, title, address: addressOf({ id }) }];
		})
		.toSorted((one, other) => one.title.localeCompare(other.title, 'da'));
}
