import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { appendFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paths } from '#site/paths.ts';
import { buildWith } from '../support/changed-project.ts';
import { HtmlPage } from '../support/html-page.ts';

const stagingLead = 'proeve@firma.example';
const staging = { CONTEXT: 'production', STAGING_LEAD: stagingLead };

/** Every page that was built, by its file; the frame of those that functions fill in, too. */
function pagesIn(root: string): Record<string, HtmlPage> {
	const files = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html'))
		.map((file) => join('dist', file));
	expect(files.length).toBeGreaterThan(7);
	return Object.fromEntries(
		[...files, 'build/pages/frame.html'].map((file) => [
			file,
			new HtmlPage(readFileSync(join(root, file), 'utf8')),
		]),
	);
}

test('every page of a preview says so, and is not for search engines; no page of the site does', async () => {
	const preview = await buildWith({ environment: { CONTEXT: 'deploy-preview' } });
	for (const [file, page] of Object.entries(pagesIn(preview.root))) {
		const band = page.one('aside', { class: 'preview-band' });
		expect(band.visibleText, file).toContain('Dette er en forhåndsvisning.');
		expect(page.all('meta', { name: 'robots', content: 'noindex' }), file).toHaveLength(1);
		expect(page.all('link', { rel: 'canonical' }), file).toEqual([]);
	}
	for (const [file, page] of Object.entries(pagesIn('.'))) {
		expect(page.all('aside', { class: 'preview-band' }), file).toEqual([]);
	}
	await preview.remove();
});

test('the production build of a staging site that is closed says both', async () => {
	const closed = 'Vi tager imod ansøgninger igen til foråret.\nKom til møde imens.';
	const { root, remove } = await buildWith({
		settings: { closed },
		environment: { ...staging, COMMIT_REF: 'c0ffee', URL: 'https://tryghed-staging.netlify.app' },
	});
	const pages = pagesIn(root);
	for (const page of Object.values(pages)) expect(page.words).toContain('Dette er en prøve.');
	const form = pages[join('dist', paths.form, 'index.html')];
	expect(form?.all('form')).toEqual([]);
	expect(form?.one('p', { class: 'intro whitespace-pre-line' }).text).toBe(closed);
	expect(form?.words).toContain(stagingLead);
	const bundled = (name: string) =>
		readFileSync(join(root, 'build/functions', `${name}.mjs`), 'utf8');
	expect(bundled('submit-application')).toContain(stagingLead);
	// Health says which commit is live.
	expect(bundled('health')).toContain('c0ffee');
	await remove();
});

test('the production site is not built with another mailbox than the project lead’s', async () => {
	const environment = { ...staging, URL: 'https://tryghedsambassadoer.example' };
	await expect(buildWith({ environment })).rejects.toThrow('this is no staging site');
});

test('code in a page is not run by a build that skips the check', async () => {
	const ran = join(await mkdtemp(join(tmpdir(), 'poisoned-')), 'ran');
	const write = `process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(ran)}, '')`;
	const edit = (root: string) =>
		appendFile(join(root, 'content/pages/kontakt.mdx'), `\nexport let x = ${write}\n`);
	await expect(buildWith({ edit })).rejects.toThrow('Der står kode på siden.');
	expect(existsSync(ran)).toBe(false);
});
