import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, step, stop } from './run.mjs';

const lockfile = join(root, 'package-lock.json');
/** Lies inside node_modules, so that `npm ci`, which empties the folder, removes it too. */
const stamp = join(root, 'node_modules', '.installed-lockfile');
/** npm's own note of what it installed. */
const installed = join(root, 'node_modules', '.package-lock.json');

const nodeBinary = join(
	root,
	'node_modules',
	...(process.platform === 'win32'
		? [`node-win-${process.arch}`, 'bin', 'node.exe']
		: [`node-${process.platform}-${process.arch}`, 'bin', 'node']),
);

/** Installs the dependencies if they are missing or the lockfile has changed since. */
export async function install() {
	const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
	if (!isInstalled(wanted)) {
		const { code, output } = await step('Installing the dependencies', () =>
			npm(['ci'], { capture: true }),
		);
		if (code !== 0) {
			stop(`${output}\nThe dependencies could not be installed; what npm said stands above.`);
		}
	}
	writeFileSync(stamp, wanted);
}

function isInstalled(wanted) {
	if (!existsSync(installed)) return false;
	if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted;
	// Installed by hand: trust it unless the lockfile is newer.
	return statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;
}

/** The path of the Node 24 that comes with the dependencies, or of this one if it is as new. */
export function ownNode() {
	if (existsSync(nodeBinary)) return nodeBinary;
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	return stop(
		`No package brings Node 24 to ${process.platform} on ${process.arch}, and this is ${process.version}. Install Node 24.`,
	);
}
