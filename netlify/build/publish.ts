import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFiles } from '#content/files.ts';
import { redirectsOf } from '#content/site.ts';
import { settings } from '#content/settings.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { framePath } from '#site/frame.ts';
import { paths } from '#site/paths.ts';
import { securityTxt } from '#site/security-txt.ts';
import { commitDate } from './commit-date.ts';

/**
 * The last step of a build: puts what functions answer with where it ships with the functions
 * (`build/pages`): the frame of their pages, and the editor. Writes Netlify's `_headers` and
 * `_redirects` beside the site, and whom to tell about a hole in it.
 */
export function publish(): AstroIntegration {
	let root: string;
	let address: string;
	return {
		name: 'publish',
		hooks: {
			'astro:config:done': ({ config }) => {
				root = fileURLToPath(config.root);
				address = config.site ?? '';
			},
			'astro:build:done': async ({ dir }) => {
				const site = fileURLToPath(dir);
				const pages = join(root, 'build', 'pages');
				await emptied(pages);
				// First of all: what the editor may do, no page may.
				await move(join(site, 'admin'), join(pages, 'admin.html'));
				await move(join(site, framePath), join(pages, 'frame.html'));
				const styles = await stylesOfSite(site);
				await writeFile(join(site, '_headers'), headersFile(securityHeaders(styles)));
				await publishContact(site, address, root);
				await writeFile(join(site, '_redirects'), redirectsFile(redirectsOf(contentFiles(root))));
			},
		},
	};
}

/** Where nobody is named yet, there is no file: RFC 9116 asks for a contact that somebody reads. */
async function publishContact(folder: string, address: string, root: string): Promise<void> {
	const { security } = settings.mailboxes;
	if (security === null) return;
	await mkdir(join(folder, dirname(paths.security)), { recursive: true });
	const text = securityTxt(security, address, commitDate(root));
	await writeFile(join(folder, paths.security), text);
	const type = { 'Content-Type': 'text/plain; charset=utf-8' };
	await appendFile(join(folder, '_headers'), headersFile(type, paths.security));
}

async function emptied(folder: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
}

/** Takes a page out of the published folder, so that only a function can show it. */
async function move(folder: string, file: string): Promise<void> {
	await rename(join(folder, 'index.html'), file);
	await rm(folder, { recursive: true });
}

async function stylesOfSite(site: string): Promise<string[]> {
	const files = await readdir(site, { recursive: true });
	const pages = files.filter((file) => file.endsWith('.html'));
	const html = await Promise.all(pages.map((page) => readFile(join(site, page), 'utf8')));
	return html.flatMap(stylesOf);
}

/** To the accessibility statement, and from where pages have been. */
function redirectsFile(moved: readonly [string, string][]): string {
	const statement = settings.accessibilityStatement ?? paths.accessibility;
	const lines = moved.map(([from, to]) => `${from} ${to} 301!\n`);
	return [`${paths.was} ${statement} 302!\n`, ...lines].join('');
}

function headersFile(headers: Record<string, string>, address = '/*'): string {
	const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
	return [address, ...lines, ''].join('\n');
}
