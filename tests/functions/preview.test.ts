import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWith } from '../support/changed-project.ts';
import { HtmlPage } from '../support/html-page.ts';

function htmlIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => join(folder, file));
}

let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
	({ root, remove } = await buildWith({ environment: { CONTEXT: 'deploy-preview' } }));
});
afterAll(() => remove());

test('every page of a preview says so, and is not for search engines', () => {
	const files = htmlIn(join(root, 'dist'));
	expect(files.length).toBeGreaterThan(7);
	for (const file of files) {
		const page = new HtmlPage(readFileSync(file, 'utf8'));
		expect(page.one('aside', { class: 'preview-band' }).visibleText, file).toContain(
			'forhåndsvisning',
		);
		expect(page.all('meta', { name: 'robots', content: 'noindex' }), file).toHaveLength(1);
		expect(page.all('link', { rel: 'canonical' }), file).toEqual([]);
	}
	const frame = readFileSync(join(root, 'build', 'pages', 'frame.html'), 'utf8');
	expect(frame).toContain('Dette er en forhåndsvisning.');
});

test('the published site does not', () => {
	for (const file of htmlIn('dist')) {
		expect(readFileSync(file, 'utf8'), file).not.toContain('preview-band"');
	}
});
