// `npm test`, and with the word "nightly" `npm run test:nightly`. Plain JavaScript on Node 20, since it runs before
// node_modules exists. Every part runs, whatever became of the parts before it, so that one run shows everything
// that is wrong.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDebiansShell, getBrowser } from './browser.mjs';
import { install, ownNode } from './install.mjs';
import { addPrograms } from './programs.mjs';
import { npm, root } from './run.mjs';

const begun = Date.now();
const times = [];
const skipped = [];
const wrong = [];
let passed = 0;
let failed = 0;

if (process.argv.includes('nightly')) {
	process.env.NIGHTLY = '1';
	await addPrograms({
		'firefox-esr': 'firefox-esr',
		WebKitWebDriver: 'webkit2gtk-driver',
		Xvfb: 'xvfb',
		java: 'default-jre-headless',
	});
	await install('tools');
}
const hasBrowser = await timed('Packages and browser', async () => {
	await Promise.all([install(), addDebiansShell()]);
	ownNode();
	return getBrowser();
});
if (!hasBrowser) failed++;

async function timed(label, work) {
	const start = Date.now();
	const result = await work();
	times.push(`${label}: ${((Date.now() - start) / 1000).toFixed(0)} s`);
	return result;
}

/** Runs a script of package.json. What it says is shown after the tests, so that neither writes into the other. */
async function check(label, script) {
	const run = () => npm(['run', '--silent', script], { capture: true });
	const { code, output } = await timed(label, run);
	if (code === 0) passed++;
	else failed++;
	if (code !== 0) wrong.push(`${label}: failed\n${output}`);
	return code === 0;
}

/** Runs the checks one after the other. Lint reads what the types write. */
async function checks() {
	await check('Format', 'check:format');
	await check('Types', 'check:types');
	await check('Lint', 'check:lint');
}

/** Runs tests of one kind and adds what their runner reports. Those that run beside others are shown afterwards. */
async function tests(label, command, variable, count, capture = false) {
	const report = join(root, 'test-results', `${command[0]}.json`);
	mkdirSync(join(root, 'test-results'), { recursive: true });
	rmSync(report, { force: true });
	const options = { env: { [variable]: report }, capture };
	const { output } = await timed(label, () => npm(['exec', '--', ...command], options));
	if (capture) console.log(output);
	try {
		const counted = count(JSON.parse(readFileSync(report, 'utf8')));
		passed += counted.passed;
		failed += counted.failed;
		skipped.push(...counted.skipped);
	} catch (error) {
		failed++;
		console.error(`${label} wrote no report: ${error.message}`);
	}
}

const ofVitest = ({
	numPassedTests,
	numFailedTests,
	numFailedTestSuites,
	success,
	testResults,
}) => ({
	passed: numPassedTests,
	// A file that cannot be read has no tests, and is a failure all the same.
	failed: numFailedTests || (success ? 0 : Math.max(1, numFailedTestSuites)),
	skipped: testResults
		.flatMap(({ assertionResults }) => assertionResults)
		.filter(({ status }) => status !== 'passed' && status !== 'failed')
		.map(({ fullName, meta }) => `${fullName}: ${meta.needs}`),
});
const ofPlaywright = ({ stats, errors, suites }) => ({
	passed: stats.expected,
	failed: stats.unexpected + stats.flaky + errors.length,
	skipped: suites.flatMap(skippedIn),
});

function skippedIn({ suites = [], specs = [] }) {
	const own = specs.flatMap(({ title, tests }) =>
		tests
			.filter(({ status }) => status === 'skipped')
			.map(({ annotations }) => `${title}: ${annotations.map((each) => each.description).join()}`),
	);
	return [...own, ...suites.flatMap(skippedIn)];
}

console.log('Building the site …');
const isBuilt = await check('Build', 'build');

const projects = ['unit', 'histories', ...(isBuilt ? ['functions'] : [])];
const vitest = ['vitest', 'run', ...projects.map((project) => `--project=${project}`)];
const playwright = ['playwright', 'test', '--reporter=list,json', '--project=journeys'];
// At the same time: many tests wait for what they cannot hurry.
await Promise.all([
	checks(),
	tests('Tests without a browser', vitest, 'VITEST_REPORT', ofVitest),
	isBuilt &&
		hasBrowser &&
		tests('Journeys', playwright, 'PLAYWRIGHT_JSON_OUTPUT_FILE', ofPlaywright, true),
]);
for (const each of wrong) console.log(`\n${each}`);

console.log(`\n${times.join('\n')}\nAltogether: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((each) => `- ${each}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(failed === 0 ? 0 : 1);
