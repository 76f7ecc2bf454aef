import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { HtmlPage } from '../support/html-page.ts';
import { builtPages } from '../support/published.ts';

/** In bytes, well within what the first round trip of a new connection holds. */
const budget = 8300;
const budgets: Record<string, number> = { '/': 6300, '/ansoeg/': 7000 };

for (const { name, html } of builtPages) {
	test(`${name} is one request of few bytes before it is seen`, () => {
		const { length } = brotliCompressSync(html);
		expect(length).toBeLessThanOrEqual(budgets[name] ?? budget);
		const page = new HtmlPage(html);
		expect(page.all('link', { rel: 'stylesheet' })).toEqual([]);
		expect(page.all('*', { src: true })).toEqual([]);
		expect(html).not.toMatch(/@import|@font-face|url\(/);
	});
}
