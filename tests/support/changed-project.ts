import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { serializeSettings } from '#content/serialize.ts';
import type { Settings } from '#content/settings.ts';
import { commitDate } from '#netlify/build/commit-date.ts';

/** What a build reads, besides the installed packages. */
export const sources = [
	'astro.config.mjs',
	'content',
	'netlify',
	'netlify.toml',
	'package.json',
	'public',
	'src',
	'tsconfig.json',
];

export interface ChangedProject {
	root: string;
	remove: () => Promise<void>;
}

interface Change {
	/** Other settings in `content/settings/site.json`. */
	settings?: Partial<Settings>;
	/** A folder in place of `content`. */
	content?: string;
	environment?: Record<string, string>;
	/** Whether the editor has its script, which takes longer to build than everything else. */
	hasEditor?: boolean;
	/** What else is changed before it is built. */
	edit?: (root: string) => Promise<void>;
}

/**
 * Each package by itself: Astro writes what it has read of the content into `node_modules`, where two builds at the
 * same time would read it from each other.
 */
async function linkPackages(root: string, hasEditor: boolean): Promise<void> {
	const packages = join(root, 'node_modules');
	await mkdir(packages);
	for (const name of await readdir('node_modules')) {
		const isPackage = !name.startsWith('.') || name === '.bin';
		const isLinked = hasEditor || name !== '@sveltia';
		if (isPackage && isLinked) await symlink(resolve('node_modules', name), join(packages, name));
	}
	if (hasEditor) return;
	const editor = join(packages, '@sveltia', 'cms');
	await mkdir(editor, { recursive: true });
	await writeFile(join(editor, 'index.js'), 'export default {};');
}

/** A changed copy of the project, built. */
export async function buildWith(change: Change): Promise<ChangedProject> {
	const root = await mkdtemp(join(tmpdir(), 'project-'));
	for (const name of sources) await cp(name, join(root, name), { recursive: true });
	await linkPackages(root, change.hasEditor ?? false);

	if (change.content !== undefined) {
		await rm(join(root, 'content'), { recursive: true });
		await cp(change.content, join(root, 'content'), { recursive: true });
	}
	const file = join(root, 'content', 'settings', 'site.json');
	const settings = JSON.parse(await readFile(file, 'utf8')) as Settings;
	await writeFile(file, serializeSettings({ ...settings, ...change.settings }));

	await change.edit?.(root);

	const astro = resolve('node_modules', 'astro', 'bin', 'astro.mjs');
	const env = {
		...process.env,
		// Vitest's, which the build would take for its own.
		DEV: undefined,
		ASTRO_TELEMETRY_DISABLED: '1',
		NODE_ENV: 'production',
		// A copy is no clone: it needs to be given the date of its commit. A downloaded archive has none.
		SOURCE_DATE_EPOCH: existsSync('.git') ? String(commitDate('.') / 1000) : '0',
		...change.environment,
	};
	for (const step of [[astro, 'build'], ['netlify/build/bundle-functions.ts']]) {
		await promisify(execFile)(process.execPath, step, { cwd: root, env });
	}
	return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
