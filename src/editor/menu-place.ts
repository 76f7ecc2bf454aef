import { type ListedPage, seenPagesIn } from './pages.ts';
import type { ContentFiles } from '#content/source.ts';

interface Placed extends ListedPage {
	menu: string;
	order: number;
}

const first = 'first';

/** The places in the menu that the editor offers: after which page. Nothing chosen is the last one. */
export function placesIn(files: ContentFiles): { value: string; label: string }[] {
	return [
		{ value: '', label: 'Sidst' },
		{ value: first, label: 'Først' },
		...menuOf(files).map(({ id, menu }) => ({ value: id, label: `Efter ”${menu}”` })),
	];
}

/** The place of a page whose file has this number. */
export function placeOf(order: unknown, files: ContentFiles): string {
	if (typeof order !== 'number') return '';
	return menuOf(files).findLast((page) => page.order < order)?.id ?? first;
}

/** The number that puts a page where it was chosen to be; the one it has, if it is there. */
export function orderAt(place: unknown, id: string, files: ContentFiles): number {
	const menu = menuOf(files);
	const own = menu.find((page) => page.id === id)?.order;
	if (own !== undefined && (place === id || place === placeOf(own, files))) return own;
	const others = menu.filter((page) => page.id !== id);
	const before =
		others.find((page) => page.id === place) ?? (place === first ? undefined : others.at(-1));
	const after = before === undefined ? others[0] : others[others.indexOf(before) + 1];
	const from = before?.order ?? 0;
	return after === undefined ? Math.floor(from) + 1 : (from + after.order) / 2;
}

function menuOf(files: ContentFiles): Placed[] {
	return seenPagesIn(files)
		.filter((page): page is Placed => page.menu !== undefined && page.order !== undefined)
		.toSorted((one, other) => one.order - other.order);
}
