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
/** Names that a page cannot have: the editor's, and the one that leads to the accessibility statement. */
export const reserved: readonly string[] = ['admin', paths.was.slice(1)];

/** Pages that code links to or fills in. They can be changed, and not taken away. */
export const requiredPages = [
	homePage,
	missingPage,
	...Object.values(paths)
		.filter((path) => path !== paths.home && path.endsWith('/'))
		.map((path) => path.replaceAll('/', '')),
];
const withRoute = [paths.form, paths.leaflet].map((path) => path.replaceAll('/', ''));

/** The pages that have no route file of their own and so are published under their file name. */
export function isPublishedByName({ id, data }: Page): boolean {
	return !isRemoved(data) && ![homePage, missingPage, ...withRoute].includes(id);
}

/** A page that was taken away; its file stays, and says where its address leads. */
export function isRemoved({ leadsTo }: { leadsTo?: unknown }): boolean {
	return leadsTo !== undefined;
}

/** The address that a page is published at. */
export function addressOf(page: Pick<Page, 'id'>): string {
	return page.id === homePage ? paths.home : `/${page.id}/`;
}

/** The menu: every page whose frontmatter names itself there, in the order that it asks for. */
export function navigation(pages: readonly Page[], pathname: string): NavigationItem[] {
	return pages
		.filter(({ data }) => data.menu !== undefined && !isRemoved(data))
		.sort((one, other) => (one.data.order ?? 0) - (other.data.order ?? 0))
		.flatMap((page) => {
			const { menu } = page.data;
			if (menu === undefined) return [];
			const href = addressOf(page);
			return [{ label: menu, href, current: place(href, pathname) }];
		});
}

function place(href: string, pathname: string): NavigationItem['current'] {
	if (pathname === href) return 'page';
	return pathname.startsWith(href) ? 'true' : undefined;
}
