import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWith } from '../support/changed-project.ts';
import { HtmlPage } from '../support/html-page.ts';

const titles = Object.entries({
	kontakt: '2027-01-01',
	persondata: '2027-01-01 12:00:00',
	'kontakt-politiet': '012',
	tilgaengelighed: 'true',
});

test('a title is built as it was written, whatever YAML makes of it', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'titles-'));
	await cp('content', folder, { recursive: true });
	for (const [name, title] of titles) {
		const page = join(folder, `pages/${name}.mdx`);
		const text = await readFile(page, 'utf8');
		await writeFile(page, text.replace(/^title: .*$/m, `title: ${title}`));
	}
	const project = await buildWith({ content: folder });
	try {
		for (const [name, title] of titles) {
			const html = await readFile(join(project.root, `dist/${name}/index.html`), 'utf8');
			expect(new HtmlPage(html).one('h1').visibleText.trim()).toBe(title);
		}
	} finally {
		await project.remove();
		await rm(folder, { recursive: true });
	}
});
