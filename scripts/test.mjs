// `npm test`. Plain JavaScript on Node 20, since it runs before node_modules exists. Every part runs,
// whatever became of the parts before it, so that one run shows everything that is wrong.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, ownNode } from './install.mjs';
import { npm, root } from './run.mjs';

await install();
ownNode();
const { getBrowser, getOtherEngines } = await import('./browser.mjs');
const { getJava } = await import('./java.mjs');

let passed = 0;
let failed = 0;

async function check(label, script) {
	const start = Date.now();
	const { code, output } = await npm(['run', '--silent', script], { capture: true });
	const seconds = ((Date.now() - start) / 1000).toFixed(1);
	return { label, script, output, seconds, isRight: code === 0 };
}

function tell({ label, script, output, seconds, isRight }) {
	console.log(`${label}: ${isRight ? `${seconds} s` : 'failed'}`);
	// What is worth a look in the texts stops nothing, and is told all the same.
	if (!isRight || (script === 'content' && output)) console.log(output);
	if (isRight) passed++;
	else failed++;
}

async function checks() {
	const done = [];
	for (const [label, script] of [
		// Lint reads the types that this one writes.
		['Types', 'check:types'],
		['Lint', 'check:lint'],
		['Format', 'check:format'],
		['Content', 'content'],
	]) {
		done.push(await check(label, script));
	}
	return done;
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
await getOtherEngines();
await getJava();

console.log('Building the site …');
const built = await check('Building the site', 'build');
tell(built);

// The checks are told after the tests beside them, so that neither writes into what the other says.
const beside = checks();
const vitest = ['vitest', 'run', '--project=unit', '--project=histories'];
if (built.isRight) vitest.push('--project=functions');
await tests(vitest, 'VITEST_REPORT', ofVitest);
for (const each of await beside) tell(each);

if (built.isRight && browser) {
	const playwright = ['playwright', 'test', '--reporter=list,json', '--project=journeys'];
	const env = { CHROMIUM_PATH: browser };
	await tests(playwright, 'PLAYWRIGHT_JSON_OUTPUT_FILE', ofPlaywright, env);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
