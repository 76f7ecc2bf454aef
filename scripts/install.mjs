import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, step, stop } from './run.mjs';

const lockfile = join(root, 'package-lock.json');
/** Lies inside node_modules, so that `npm ci`, which empties the folder, removes it too. */
const stamp = join(root, 'node_modules', '.installed-lockfile');
/** npm's own note of what it installed. */
const installed = join(root, 'node_modules', '.package-lock.json');

const name = process.platform === 'win32' ? 'node.exe' : 'node';
const nodeBinary = join(root, 'node_modules', 'node', 'bin', name);
/** Whether the Node of this machine does as well. */
const isNew = Number(process.versions.node.split('.')[0]) >= 24;

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
	// As after `npm ci --ignore-scripts`. Whoever wants no scripts at all is told what to do by `ownNode`.
	if (!existsSync(nodeBinary) && !isNew && process.env.npm_config_ignore_scripts !== 'true') {
		await step('Completing the package "node"', () =>
			npm(['rebuild', 'node', '--ignore-scripts=false'], { capture: true }),
		);
	}
}

function isInstalled(wanted) {
	if (!existsSync(installed)) return false;
	if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted;
	// Installed by hand: trust it unless the lockfile is newer.
	return statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs;
}

/** The Node 24 that comes with the dependencies. Only there once they are installed. */
export function ownNode() {
	if (existsSync(nodeBinary)) return nodeBinary;
	if (isNew) return process.execPath;
	return stop(
		`The package "node" has no binary: install scripts may be switched off on this machine.\n` +
			`Run "npm rebuild node --ignore-scripts=false", or use Node 24.`,
	);
}
