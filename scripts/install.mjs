import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, step, stop } from './run.mjs';

const nodeBinary = join(
	root,
	'node_modules',
	...(process.platform === 'win32'
		? [`node-win-${process.arch}`, 'bin', 'node.exe']
		: [`node-${process.platform}-${process.arch}`, 'bin', 'node']),
);

/**
 * Installs the dependencies that are missing, or are others than the lockfile names.
 *
 * @param {string} folder `tools` has those that only some commands need
 */
export async function install(folder = '') {
	if (isInstalled(folder)) return;
	const { code, output } = await step(`Installing ${folder || 'the dependencies'}`, () =>
		// Also where NODE_ENV=production leaves out what the site is built with.
		npm(['ci', '--include=dev', '--prefix', join(root, folder)], { capture: true }),
	);
	if (code !== 0)
		stop(`${output}\nThe dependencies could not be installed; what npm said stands above.`);
}

/** Whether npm's own note of what it installed is the lockfile, but for packages of other platforms. */
function isInstalled(folder) {
	const installed = packagesIn(`${folder}/node_modules/.package-lock.json`);
	const wanted = packagesIn(`${folder}/package-lock.json`);
	return Object.entries(wanted).every(([path, { version, optional }]) => {
		const there = installed[path];
		return path === '' || (there ? there.version === version : optional);
	});
}

function packagesIn(file) {
	const path = join(root, file);
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** The path of the Node 24 that comes with the dependencies, or of this one if it is as new. */
export function ownNode() {
	if (existsSync(nodeBinary)) return nodeBinary;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	return stop(
		`No package brings Node 24 to ${process.platform} on ${process.arch}, and this is ${process.version}. Install Node 24.`,
	);
}
