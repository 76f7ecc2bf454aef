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

/** Runs tests of one kind and adds what their runner reports. */
async function tests(command, variable, count, env = {}) {
	const report = join(root, 'test-results', 'report.json');
	mkdirSync(join(root, 'test-results'), { recursive: true });
	rmSync(report, { force: true });
	await npm(['exec', '--', ...command], { env: { [variable]: report, ...env } });
	try {
		const counted = count(JSON.parse(readFileSync(report, 'utf8')));
		passed += counted.passed;
		failed += counted.failed;
	} catch (error) {
		failed++;
		console.error(`The tests wrote no report: ${error.message}`);
	}
}

const ofVitest = ({ numPassedTests, numFailedTests, numFailedTestSuites, success }) => ({
	passed: numPassedTests,
	// A file that cannot be read has no tests, and is a failure all the same.
	failed: numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites)),
});
const ofPlaywright = ({ stats, errors }) => ({
	passed: stats.expected,
	failed: stats.unexpected + stats.flaky + errors.length,
});

const browser = await getBrowser();
if (!browser) failed++;
await getJava();

const isBuilt = await check('Building the site', 'build');
await check('Content', 'content');
await check('Format', 'check:format');
await check('Lint', 'check:lint');
await check('Types', 'check:types');

const vitest = ['vitest', 'run', '--project=unit', '--project=histories'];
if (isBuilt) vitest.push('--project=functions');
await tests(vitest, 'VITEST_REPORT', ofVitest);
if (isBuilt && browser) {
	const playwright = ['playwright', 'test', '--reporter=list,json', '--project=journeys'];
	const env = { CHROMIUM_PATH: browser };
	await tests(playwright, 'PLAYWRIGHT_JSON_OUTPUT_FILE', ofPlaywright, env);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
