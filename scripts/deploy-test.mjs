// Builds a clean clone of what is committed with Netlify's own build, without the network, and runs each function as
// it was packed on every Node that Netlify may run it on. `npm run deploy-test` runs it, and so does the workflow. Its
// tools, named in scripts/deploy-test/package.json, take 500 MB in .netlify/deploy-test.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, ownNode } from './install.mjs';
import { npm, root, run, step, stop } from './run.mjs';

const tools = join(root, '.netlify', 'deploy-test');

await install();
const node = ownNode();
mkdirSync(tools, { recursive: true });
copyFileSync(join(root, 'scripts', 'deploy-test', 'package.json'), join(tools, 'package.json'));
await done('Getting Netlify’s build and Node 22', () =>
	npm(['install', '--prefix', tools, '--prefer-offline', '--no-audit'], { capture: true }),
);
const node22 = join(tools, 'node_modules', 'node-22', 'bin', 'node');

const clone = mkdtempSync(join(tmpdir(), 'deploy-test-'));
try {
	await done('Cloning', () => run('git', ['clone', '--quiet', root, clone], { capture: true }));
	await done('Installing in the clone', () =>
		npm(['ci', '--prefix', clone, '--prefer-offline'], { capture: true }),
	);
	const build = join(tools, 'node_modules', '@netlify', 'build', 'bin.js');
	const asNetlify = [
		'--offline',
		'--context',
		'production',
		'--repositoryRoot',
		clone,
		'--cwd',
		clone,
	];
	await done('Building as Netlify does', () =>
		run(node, [build, ...asNetlify], { capture: true, env: { NETLIFY: 'true' } }),
	);
	const packed = readdirSync(join(clone, '.netlify', 'functions')).filter((file) =>
		file.endsWith('.zip'),
	);
	console.log(`Packed: ${packed.join(', ')}`);
	const tests = ['vitest', 'run', '--project', 'functions', 'deployed'];
	const env = { DEPLOYED: clone, NODES: `${node22},${node}` };
	const { code } = await npm(['exec', '--', ...tests], { env });
	process.exitCode = code;
} finally {
	rmSync(clone, { recursive: true, force: true });
}

async function done(what, work) {
	const { code, output } = await step(what, work);
	if (code !== 0) stop(`${output}\n${what}: failed`);
}
