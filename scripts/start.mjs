// Runs a script of the project on Node 24, and installs the packages first if they are missing. With --build, it builds
// the site too. Plain JavaScript on Node 20, since it runs before node_modules exists.
import { install, ownNode } from './install.mjs';
import { npm, run, step, stop } from './run.mjs';

const args = process.argv.slice(2);
await install();
if (args[0] === '--build') {
	args.shift();
	const build = await step('Building the site', () =>
		npm(['run', '--silent', 'build'], { capture: true }),
	);
	if (build.code !== 0) stop(`${build.output}\nThe build failed, so there is nothing to serve.`);
}
const { code } = await run(ownNode(), args, { ipc: true });
process.exit(code);
