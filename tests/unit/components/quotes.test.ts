import { expect, test } from 'vitest';
import { numbersKeptWhole, quotesIn } from '#components/leaflet/quotes.ts';

test('the quotes of a page are the content of each blockquote', () => {
	const html =
		'<p>Vores ord</p><figure><figcaption>Ord</figcaption><blockquote><p>Et <b>citat</b></p></blockquote></figure><div><blockquote>Et til</blockquote></div>';
	expect(quotesIn(html)).toEqual(['<p>Et <b>citat</b></p>', 'Et til']);
	expect(quotesIn('<p>Intet</p>')).toEqual([]);
});

test('the leaflet’s numbers are not broken over two lines', () => {
	expect(numbersKeptWhole('<p id="1-1-2">Ring 1-1-2.</p>')).toBe(
		'<p id="1-1-2">Ring <span class="whitespace-nowrap">1-1-2</span>.</p>',
	);
});
