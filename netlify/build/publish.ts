import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { settings } from '#content/settings.ts';
import { compileTemplate } from '#netlify/build/compile-template.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { templates } from '#site/templates.ts';

/**
 * The last step of a build: puts what functions answer with where it ships with the functions
 * (`build/pages`): the pages that they fill in, as templates, and the editor. Writes Netlify's `_headers` and
 * `_redirects` beside the site.
 */
export function publish(): AstroIntegration {
	let root: string;
	return {
		name: 'publish',
		hooks: {
			'astro:config:done': ({ config }) => {
				root = fileURLToPath(config.root);
			},
			'astro:build:done': async ({ dir }) => {
				const site = fileURLToPath(dir);
				const pages = join(root, 'build', 'pages');
				await emptied(pages);
				// First of all: what the editor may do, no page may.
				await moveEditor(site, pages);
				const styles = await stylesOfSite(site);
				await moveTemplates(site, pages);
				await writeFile(join(site, '_headers'), headersFile(securityHeaders(styles)));
				const statement = settings.accessibilityStatement ?? paths.accessibility;
				await writeFile(join(site, '_redirects'), `${paths.was} ${statement} 302!\n`);
			},
		},
	};
}

async function emptied(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
}

async function moveEditor(site: string, pages: string): Promise<void> {
	await rename(join(site, 'admin', 'index.html'), join(pages, 'admin.html'));
	await rm(join(site, 'admin'), { recursive: true });
}

async function moveTemplates(site: string, pages: string): Promise<void> {
	const compile = async (page: string, name: string) => {
		const html = await readFile(join(site, page, 'index.html'), 'utf8');
		await writeFile(join(pages, `${name}.json`), JSON.stringify(compileTemplate(html)));
	};
	await compile('ansoeg', 'ansoeg');
	for (const name of templates) {
		await compile(join('ansoeg', name), name);
		await rm(join(site, 'ansoeg', name), { recursive: true });
	}
}

async function stylesOfSite(site: string): Promise<string[]> {
	const files = await readdir(site, { recursive: true });
	const pages = files.filter((file) => file.endsWith('.html'));
	const html = await Promise.all(pages.map((page) => readFile(join(site, page), 'utf8')));
	return html.flatMap(stylesOf);
}

function headersFile(headers: Record<string, string>): string {
	const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
	return ['/*', ...lines, ''].join('\n');
}
