import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './run.mjs';

/**
 * The path of the first of these programs that is on the path, if one is.
 *
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function onPath(...names) {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/**
 * Installs programs that are missing, if this is Debian and we are root.
 *
 * @param {Readonly<Record<string, string>>} packages by the program, the package that it is in
 */
export async function addPrograms(packages) {
	const missing = Object.keys(packages).filter((program) => !onPath(program));
	if (missing.length === 0 || process.getuid?.() !== 0 || !onPath('apt-get')) return;
	const names = missing.map((program) => packages[program]);
	const quietly = { capture: true, limit: 300, env: { DEBIAN_FRONTEND: 'noninteractive' } };
	await step(`Installing ${names.join(', ')} with apt-get`, async () => {
		await run('apt-get', ['update'], quietly);
		await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], quietly);
	});
}
