// `npm start` and `npm run dev`. Plain JavaScript on Node 20, since it runs before node_modules exists.
import { install, ownNode } from './install.mjs';
import { npm, run, step, stop } from './run.mjs';

await install();
const node = ownNode();

if (process.argv.includes('--dev')) {
	const { code } = await run(node, ['scripts/dev.ts'], { ipc: true });
	process.exit(code);
}

const build = await step('Building the site', () =>
	npm(['run', '--silent', 'build'], { capture: true }),
);
if (build.code !== 0) stop(`${build.output}\nThe build failed, so there is nothing to serve.`);

const { code } = await run(node, ['scripts/serve.ts'], { ipc: true });
process.exit(code);
