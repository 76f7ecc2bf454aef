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
}
await Promise.all([install(), addDebiansShell()]);
ownNode();
const hasBrowser = await getBrowser();
if (!hasBrowser) failed++;
note('Packages and browser', { seconds: (Date.now() - begun) / 1000 });

function note(label, { seconds }) {
	times.push(`${label}: ${seconds.toFixed(0)} s`);
}

async function check(label, script, options) {
	const done = await npm(['run', '--silent', script], { capture: true, ...options });
	note(label, done);
	return { label, script, ...done };
}

function show({ label, script, output, seconds, code }) {
	console.log(`${label}: ${code === 0 ? `${seconds.toFixed(1)} s` : 'failed'}`);
	// Notices about the texts stop nothing, and are shown all the same.
	if (code !== 0 || (script === 'content' && output)) console.log(output);
	if (code === 0) passed++;
	else failed++;
}

/** Runs the checks one after the other, beside the build and the tests. */
async function checks(building) {
	const nice = { nice: true };
	const done = [await check('Format', 'check:format', nice)];
	await building;
	for (const [label, script] of [
		['Content', 'content'],
		['Types', 'check:types'],
		// Lint reads what the types write.
		['Lint', 'check:lint'],
	]) {
		done.push(await check(label, script, nice));
	}
	return done;
}

/** Runs tests of one kind and adds what their runner reports. */
async function tests(label, command, variable, count) {
	const report = join(root, 'test-results', 'report.json');
	mkdirSync(join(root, 'test-results'), { recursive: true });
	rmSync(report, { force: true });
	note(label, await npm(['exec', '--', ...command], { env: { [variable]: report } }));
	try {
		const counted = count(JSON.parse(readFileSync(report, 'utf8')));
		passed += counted.passed;
		failed += counted.failed;
		skipped.push(...counted.skipped);
	} catch (error) {
		failed++;
		console.error(`The tests wrote no report: ${error.message}`);
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
const building = check('Build', 'build');
// Shown after the tests, so that neither writes into the output of the other.
const beside = checks(building);
const built = await building;
show(built);

const projects = ['unit', 'histories', ...(built.code === 0 ? ['functions'] : [])];
const vitest = ['vitest', 'run', ...projects.map((project) => `--project=${project}`)];
await tests(`Tests without a browser`, vitest, 'VITEST_REPORT', ofVitest);

if (built.code === 0 && hasBrowser) {
	const playwright = ['playwright', 'test', '--reporter=list,json', '--project=journeys'];
	await tests('Journeys', playwright, 'PLAYWRIGHT_JSON_OUTPUT_FILE', ofPlaywright);
}
for (const each of await beside) show(each);

console.log(`\n${times.join('\n')}\nAltogether: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((each) => `- ${each}`).join('\n')}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(failed === 0 ? 0 : 1);
