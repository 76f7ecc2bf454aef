import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { build } from 'esbuild';
import { bundling } from '#netlify/build/bundle-functions.ts';
import { HtmlPage } from '../support/html-page.ts';
import { builtPages } from '../support/published.ts';

/** What fits into the first round trip of a new connection, in bytes. */
const firstRoundTrip = 14_200;
const budgets: Record<string, number> = { '/': 8000, '/ansoeg/': 9000 };

for (const { name, html } of builtPages) {
	test(`${name} is one request of few bytes before it is seen`, () => {
		const { length } = brotliCompressSync(html);
		expect(length).toBeLessThanOrEqual(budgets[name] ?? firstRoundTrip);
		const page = new HtmlPage(html);
		expect(page.all('link', { rel: 'stylesheet' })).toEqual([]);
		expect(page.all('*', { src: true })).toEqual([]);
		expect(html).not.toMatch(/@import|@font-face|url\(/);
	});
}

test('each function is one file with at most 80,000 bytes beside the client of the storage', async () => {
	const options = await bundling(process.cwd());
	const { metafile } = await build({ ...options, metafile: true, write: false });
	const functions = Object.entries(metafile.outputs).filter(([file]) =>
		file.includes('/functions/'),
	);
	expect(functions.length).toBeGreaterThan(0);
	for (const [file, { bytes, inputs }] of functions) {
		const client = Object.entries(inputs)
			.filter(([path]) => path.startsWith('node_modules/@netlify/'))
			.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
		expect(bytes - client, file).toBeLessThanOrEqual(80_000);
	}
});
