import { expect, test } from 'vitest';
import { orderAt, placeOf, placesIn } from '#editor/menu-place.ts';

const page = (id: string, order: number, more = '') => ({
	[`content/pages/${id}.mdx`]: `---\ntitle: ${id}\nintro: a\ndescription: b\nmenu: ${id}\norder: ${order}\n${more}---\n`,
});
const files = {
	...page('b', 2),
	...page('a', 1),
	...page('c', 3),
	...page('gone', 1.2, 'leadsTo: /a/\n'),
};

test('a place in the menu is chosen by the page before it', () => {
	expect(placesIn(files).map(({ label }) => label)).toEqual([
		'Sidst',
		'Først',
		'Efter ”a”',
		'Efter ”b”',
		'Efter ”c”',
	]);
});

test('a page that stays where it is keeps its number', () => {
	for (const [id, order] of [
		['a', 1],
		['b', 2],
		['c', 3],
	] as const) {
		expect(orderAt(placeOf(order, files), id, files)).toBe(order);
	}
	expect(orderAt('b', 'b', files)).toBe(2);
});

test('a page comes where it was chosen to be, whatever number that takes', () => {
	expect(orderAt('first', 'ny', files)).toBe(0.5);
	expect(orderAt('a', 'ny', files)).toBe(1.5);
	expect(orderAt('a', 'c', files)).toBe(1.5);
	expect(orderAt('c', 'ny', files)).toBe(4);
	expect(orderAt('', 'ny', files)).toBe(4);
	expect(orderAt(undefined, 'ny', files)).toBe(4);
	expect(orderAt('', 'a', files)).toBe(4);
	expect(orderAt('first', 'ny', {})).toBe(1);
});

test('a number stands for the place after the page before it', () => {
	expect(placeOf(1, files)).toBe('first');
	expect(placeOf(1.5, files)).toBe('a');
	expect(placeOf(9, files)).toBe('c');
	expect(placeOf(undefined, files)).toBe('');
});
