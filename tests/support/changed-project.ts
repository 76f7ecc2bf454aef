import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Settings } from '#lib/content/settings.ts';
import { bundleFunctions } from '../../scripts/bundle-functions.ts';

/** What a build reads, besides the installed packages. */
const sources = [
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

/** A copy of the project with other settings in `content/settings/site.json`, built. */
export async function buildWith(changes: Partial<Settings>): Promise<ChangedProject> {
	const root = await mkdtemp(join(tmpdir(), 'project-'));
	for (const name of sources) await cp(name, join(root, name), { recursive: true });
	await symlink(resolve('node_modules'), join(root, 'node_modules'));

	const file = join(root, 'content', 'settings', 'site.json');
	const settings = JSON.parse(await readFile(file, 'utf8')) as Settings;
	await writeFile(file, JSON.stringify({ ...settings, ...changes }));

	const astro = resolve('node_modules', 'astro', 'bin', 'astro.mjs');
	await promisify(execFile)(process.execPath, [astro, 'build'], {
		cwd: root,
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
	});
	await bundleFunctions(root);
	return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
