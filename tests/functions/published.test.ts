import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { framePath } from '#site/frame.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { HtmlPage } from '../support/html-page.ts';
import { builtPages, pages } from '../support/published.ts';

const published = (file: string) => readFileSync(join('dist', file), 'utf8');
const frontPage = new HtmlPage(published('index.html'));

test('the frame of what functions answer with is not published, nor in the sitemap', () => {
	expect(pages).not.toContain(framePath);
	expect(published('sitemap.txt')).not.toContain(framePath);
	const shipped = new HtmlPage(readFileSync(join('build', 'pages', 'frame.html'), 'utf8'));
	expect(shipped.all('meta', { name: 'robots', content: 'noindex' })).toHaveLength(1);
});

test('static pages get the same headers as the functions’ answers', () => {
	const expected = securityHeaders(builtPages.flatMap(({ html }) => stylesOf(html)));
	const lines = Object.entries(expected).map(([name, value]) => `  ${name}: ${value}\n`);
	expect(published('_headers')).toContain(['/*\n', ...lines].join(''));
});

test('nothing under the LGPL is published: the editor’s decoder of photos', () => {
	const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
	expect(files.filter((file) => /heic|\.wasm$/.test(file))).toEqual([]);
});

test('the picture of a shared link has the size that the pages say', () => {
	const said = (name: string) =>
		frontPage.one('meta', { property: `og:image${name}` }).attributes.content ?? '';
	const png = readFileSync(join('dist', new URL(said('')).pathname));
	// Width and height are the first two numbers of a PNG's header.
	const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
	expect(size).toEqual([':width', ':height'].map((name) => Number(said(name))));
});

test('the address of the accessibility statement leads somewhere', () => {
	const target = settings.accessibilityStatement ?? paths.accessibility;
	expect(published('_redirects')).toBe(`${paths.was} ${target} 302!\n`);
});

test('without a mailbox that somebody reads, whoever finds a hole is promised nothing', () => {
	const isNamed = settings.mailboxes.security !== null;
	expect(existsSync(join('dist', paths.security))).toBe(isNamed);
	expect(published('_headers').includes(paths.security)).toBe(isNamed);
});

/** In bytes, well within what the first round trip of a new connection holds. */
const budget = 8300;
const budgets: Record<string, number> = { '/': 6300, '/ansoeg/': 7000 };

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
	test(`${name} is one request of few bytes, runs nothing, and is styled with what browsers of 2020 know`, () => {
		expect(brotliCompressSync(html).length).toBeLessThanOrEqual(budgets[name] ?? budget);
		const page = new HtmlPage(html);
		for (const { attributes } of page.all('script')) {
			expect(['application/ld+json', 'speculationrules']).toContain(attributes.type);
		}
		expect(page.all('*', { src: true })).toEqual([]);
		// An icon does not delay what is seen.
		for (const { attributes } of page.all('link')) {
			expect(`${attributes.rel} ${attributes.href}`).toMatch(
				/^(canonical|sitemap) |^(apple-touch-)?icon \/\w/,
			);
		}
		expect(html).not.toMatch(/@import|@font-face|url\(/);
		const styles = stylesOf(html);
		expect(styles).toHaveLength(1);
		for (const [feature, pattern] of Object.entries(tooNew)) {
			expect.soft(styles.join(), feature).not.toMatch(pattern);
		}
	});
}
