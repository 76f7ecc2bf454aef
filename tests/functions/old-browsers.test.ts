import { expect, test } from 'vitest';
import { stylesOf } from '#site/headers.ts';
import { builtPages } from '../support/published.ts';

/** What browsers of 2020 do not know, and would drop together with the rule that it stands in. */
const tooNew = {
	'cascade layers': /@layer/,
	'registered properties': /@property/,
	'colours in new spaces': /\b(oklch|oklab|lab|lch|color-mix|color)\(/,
	'ranges of widths': /@media[^{]*[<>]/,
	'container queries': /@container/,
	'nested rules': /&/,
	':has()': /:has\(/,
	'trimmed margins': /margin-trim/,
	'logical shorthands': /\b(inset|margin-inline|padding-inline|margin-block|padding-block):/,
};

for (const { name, html } of builtPages) {
	test(`${name} is styled with what browsers of 2020 know`, () => {
		const css = stylesOf(html).join('\n');
		for (const [feature, pattern] of Object.entries(tooNew)) {
			expect.soft(css, feature).not.toMatch(pattern);
		}
	});
}
