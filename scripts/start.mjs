// Installs the packages if they are missing, and runs a script of the project, if one is named, on Node 24. With
// --build, it builds the site before; with --tools, it installs those of the folder tools. Plain JavaScript on Node 20,
// since it runs before node_modules exists.
import { install, ownNode } from './install.mjs';
import { npm, run, step, stop } from './run.mjs';

const args = process.argv.slice(2);
await install();
const node = ownNode();
if (args[0] === '--build') {
	args.shift();
	const build = await step('Building the site', () =>
		npm(['run', '--silent', 'build'], { capture: true }),
	);
	if (build.code !== 0) stop(`${build.output}\nThe build failed, so there is nothing to serve.`);
}
if (args[0] === '--tools') {
	args.shift();
	await install('tools');
}
if (args.length > 0) process.exitCode = (await run(node, args, { ipc: true })).code;
