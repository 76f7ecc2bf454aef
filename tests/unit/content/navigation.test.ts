import { expect, test } from 'vitest';
import { addressOf, isPublishedByName, navigation } from '#content/navigation.ts';

const pages = [
	{ id: 'kontakt', data: { menu: 'Spørg os', order: 2 } },
	{ id: 'ansoeg', data: { menu: 'Ansøg', order: 1 } },
	{ id: 'forside', data: {} },
];

test('the menu has the pages with a menu name, sorted by order', () => {
	expect(navigation(pages, '/').map(({ label, href }) => `${label} ${href}`)).toEqual([
		'Ansøg /ansoeg/',
		'Spørg os /kontakt/',
	]);
});

test('the menu marks the current page, and the parent of the current page', () => {
	const currentAt = (path: string) => navigation(pages, path).map(({ current }) => current);
	expect(currentAt('/ansoeg/')).toEqual(['page', undefined]);
	expect(currentAt('/ansoeg/tjek/')).toEqual(['true', undefined]);
	expect(currentAt('/')).toEqual([undefined, undefined]);
});

test('the front page is at the root, every other page at its file name', () => {
	expect(addressOf({ id: 'forside' })).toBe('/');
	expect(addressOf({ id: 'kontakt' })).toBe('/kontakt/');
});

test('pages with a route of their own are not published twice', () => {
	const isPublished = (id: string) => isPublishedByName({ id, data: {} });
	expect(['forside', '404', 'ansoeg', 'folder'].some(isPublished)).toBe(false);
	expect(isPublished('kontakt')).toBe(true);
});

test('a removed page is neither published nor in the menu', () => {
	const removed = { id: 'kontakt', data: { menu: 'Spørg os', order: 2, leadsTo: '/ansoeg/' } };
	expect(isPublishedByName(removed)).toBe(false);
	expect(navigation([removed], '/')).toEqual([]);
});
