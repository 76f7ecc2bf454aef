import type { Frontmatter } from '#content/schema/page.ts';
import { paths } from '#site/paths.ts';

interface Page {
	/** The file's name in `content/pages`, without its ending. */
	id: string;
	data: Pick<Frontmatter, 'menu' | 'order' | 'leadsTo'>;
}

export interface NavigationItem {
	label: string;
	href: string;
	/** `page` on the page itself, `true` on a step below it; the values of `aria-current`. */
	current: 'page' | 'true' | undefined;
}

const homePage = 'forside';
const missingPage = '404';
/** Addresses of the editor and of the redirect to the accessibility statement. No page can have them. */
export const reserved: readonly string[] = ['admin', paths.was.slice(1)];

/** Pages that code links to or fills in. They can be changed but not removed. */
export const requiredPages = [
	homePage,
	missingPage,
	...Object.values(paths)
		.filter((path) => path !== paths.home && path.endsWith('/'))
		.map((path) => path.replaceAll('/', '')),
];
const withRoute = [paths.form, paths.leaflet].map((path) => path.replaceAll('/', ''));

/** Whether a page is published under its file name, because it has no route file of its own. */
export function isPublishedByName({ id, data }: Page): boolean {
	return !isRemoved(data) && ![homePage, missingPage, ...withRoute].includes(id);
}

/** Whether a page is removed. Its file stays and redirects its address. */
export function isRemoved({ leadsTo }: { leadsTo?: unknown }): boolean {
	return leadsTo !== undefined;
}

export function addressOf(page: Pick<Page, 'id'>): string {
	return page.id === homePage ? paths.home : `/${page.id}/`;
}

/** The menu: the pages with `menu` in their frontmatter, sorted by `order`. */
export function navigation(pages: readonly Page[], pathname: string): NavigationItem[] {
	return pages
		.filter(({ data }) => !isRemoved(data))
		.toSorted((one, other) => (one.data.order ?? 0) - (other.data.order ?? 0))
		.flatMap(({ id, data: { menu } }) => {
			const href = addressOf({ id });
			return menu === undefined ? [] : [{ label: menu, href, current: place(href, pathname) }];
		});
}

function place(href: string, pathname: string): NavigationItem['current'] {
	if (pathname === href) return 'page';
	return pathname.startsWith(href) ? 'true' : undefined;
}
