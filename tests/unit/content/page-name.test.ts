import { expect, test } from 'vitest';
import { pageNameFrom } from '#content/page-name.ts';

test.each([
	['Årets møde i Ærø', 'aarets-moede-i-aeroe'],
	['Hvad koster det? (1.000 kr.)', 'hvad-koster-det-1-000-kr'],
	['Café “Über”', 'cafe-uber'],
	['  ”Tryg”  –  hele\u00a0året ', 'tryg-hele-aaret'],
	['A\u030arets', 'aarets'],
])('the address of "%s" is %s', (heading, name) => {
	expect(pageNameFrom(heading)).toBe(name);
});
