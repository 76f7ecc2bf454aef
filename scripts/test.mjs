// `npm test`. Plain JavaScript on Node 20, since it runs before node_modules exists. Every part runs,
// whatever became of the parts before it, so that one run shows everything that is wrong.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, ownNode } from './install.mjs';
import { npm, root, step } from './run.mjs';

await install();
ownNode();
const { getBrowser } = await import('./browser.mjs');
const { getJava } = await import('./java.mjs');

let passed = 0;
let failed = 0;

async function check(label, script) {
	const { code, output } = await step(label, () =>
		npm(['run', '--silent', script], { capture: true }),
	);
	if (code === 0) {
		passed++;
		// What is worth a look in the texts stops nothing, and is told all the same.
		if (script === 'content' && output) console.log(output);
	} else {
		failed++;
		console.error(`${output}\n${label}: failed`);
	}
	return code === 0;
}

async function tests(projects, browser) {
	const report = join(root, 'test-results', 'report.json');
	mkdirSync(join(root, 'test-results'), { recursive: true });
	rmSync(report, { force: true });
	const chosen = projects.flatMap((project) => ['--project', project]);
	await npm(['exec', '--', 'playwright', 'test', '--reporter=list,json', ...chosen], {
		env: {
			PLAYWRIGHT_JSON_OUTPUT_FILE: report,
			...(browser ? { CHROMIUM_PATH: browser } : {}),
		},
	});
	try {
		const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'));
		passed += stats.expected;
		failed += stats.unexpected + stats.flaky + errors.length;
	} catch (error) {
		failed++;
		console.error(`The tests wrote no report: ${error.message}`);
	}
}

const browser = await getBrowser();
if (!browser) failed++;
await getJava();

const isBuilt = await check('Building the site', 'build');
await check('Content', 'content');
await check('Format', 'check:format');
await check('Lint', 'check:lint');
await check('Types', 'check:types');
await check('Words', 'check:words');

const projects = ['unit'];
if (isBuilt) projects.push('functions');
if (isBuilt && browser) projects.push('journeys');
await tests(projects, browser);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
