import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { framePath } from '#site/frame.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { HtmlPage } from '../support/html-page.ts';
import { pages } from '../support/published.ts';

const published = (file: string) => readFileSync(join('dist', file), 'utf8');
const htmlOf = (address: string) =>
	published(address.endsWith('/') ? `${address}index.html` : address);

test('the frame of what functions answer with is not published, nor in the sitemap', () => {
	expect(pages).not.toContain(framePath);
	expect(published('sitemap-0.xml')).not.toContain(framePath);
	const shipped = new HtmlPage(readFileSync(join('build', 'pages', 'frame.html'), 'utf8'));
	expect(shipped.all('meta', { name: 'robots', content: 'noindex' })).toHaveLength(1);
});

test('static pages get the same headers as the functions’ answers', () => {
	const expected = securityHeaders(pages.flatMap((address) => stylesOf(htmlOf(address))));
	const lines = Object.entries(expected).map(([name, value]) => `  ${name}: ${value}\n`);
	expect(published('_headers')).toContain(['/*\n', ...lines].join(''));
});

test('nothing under the LGPL is published: the editor’s decoder of photos', () => {
	const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
	expect(files.filter((file) => /heic|\.wasm$/.test(file))).toEqual([]);
});

test('the picture of a shared link has the size that the pages say', () => {
	const picture = new URL(
		new HtmlPage(htmlOf('/')).one('meta', { property: 'og:image' }).attributes.content ?? '',
	);
	const png = readFileSync(join('dist', picture.pathname));
	// Width and height are the first two numbers of a PNG's header.
	const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
	const said = (name: string) =>
		Number(
			new HtmlPage(htmlOf('/')).one('meta', { property: `og:image:${name}` }).attributes.content,
		);
	expect([width, height]).toEqual([said('width'), said('height')]);
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

for (const address of pages) {
	test(`${address} runs nothing and fetches nothing from elsewhere`, () => {
		const page = new HtmlPage(htmlOf(address));
		for (const { attributes } of page.all('script')) {
			expect(['application/ld+json', 'speculationrules']).toContain(attributes.type);
		}
		for (const { attributes } of page.all('*', { src: true })) {
			expect(attributes.src).toMatch(/^\/(?!\/)/);
		}
		for (const { attributes } of page.all('link').filter(isFetched)) {
			expect(attributes.href).toMatch(/^\/(?!\/)/);
		}
		expect(page.all('*', { style: true })).toEqual([]);
		expect(page.all('style')).toHaveLength(1);
	});
}

function isFetched({ attributes }: { attributes: Record<string, string> }): boolean {
	return !/canonical|sitemap/.test(attributes.rel ?? '');
}
