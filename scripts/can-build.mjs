// Says what is missing before a build, where a stack trace would not. Plain JavaScript for any Node, without packages.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (!existsSync('node_modules/astro')) {
	stop(
		'The packages that build the site are not installed.',
		process.env.NODE_ENV === 'production'
			? 'NODE_ENV=production leaves them out: remove it from the settings of the build, and install anew.'
			: 'Run "npm ci" first.',
	);
} else if (major < 22 || (major === 22 && minor < 18)) {
	stop(
		`The build needs Node 22.18 or newer, and this is ${process.versions.node}.`,
		'Run it with "npm run build", which brings its own, or use the version in .nvmrc.',
	);
}

function stop(what, todo) {
	console.error(`${what}\n${todo}`);
	process.exitCode = 1;
}
