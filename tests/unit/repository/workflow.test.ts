import { createRequire, registerHooks } from 'node:module';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import ruleset from '../../../.github/ruleset.json' with { type: 'json' };

// GitHub's reader imports JSON as bundlers do, without saying that it is JSON.
registerHooks({
	load: (url, context, next) =>
		next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');
const { TextDocument } = createRequire(import.meta.resolve('@actions/languageservice'))(
	'vscode-languageserver-textdocument',
) as { TextDocument: { create: (...args: unknown[]) => Parameters<typeof validate>[0] } };

const folder = '.github/workflows';
let read = 0;

/** What GitHub's own reader finds wrong in a workflow. */
async function wrongIn(workflow: string): Promise<string[]> {
	// It remembers what it has read by the address.
	const address = `file:///${read++}.yml`;
	const found = await validate(TextDocument.create(address, 'yaml', 1, workflow));
	return found.map(({ range, message }) => `${range.start.line + 1}: ${JSON.stringify(message)}`);
}

const workflows = readdirSync(folder).map((file) => ({
	file,
	workflow: readFileSync(`${folder}/${file}`, 'utf8'),
}));

for (const { file, workflow } of workflows) {
	test(`GitHub reads ${file} as it is meant`, async () => {
		expect(await wrongIn(workflow)).toEqual([]);
	});

	test(`no tag can put another action into ${file}, and none is given the token of git`, () => {
		const actions = workflow.match(/uses: .*/g) ?? [];
		expect(actions.length).toBeGreaterThan(0);
		for (const action of actions) {
			expect(action).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
		}
		const checkouts = actions.filter((action) => action.includes('/checkout@'));
		expect(workflow.match(/persist-credentials: false/g)).toHaveLength(checkouts.length);
	});
}

for (const [right, slip] of [
	['runs-on', 'run-on'],
	['vars.', 'var.'],
	['contents: read', 'contents: reed'],
	['2 * * *', '2 * * 8'],
] as const) {
	test(`GitHub's reader would see the slip "${slip}"`, async () => {
		const having = workflows.filter(({ workflow }) => workflow.includes(right));
		expect(having).not.toEqual([]);
		for (const { file, workflow } of having) {
			expect(await wrongIn(workflow.replace(right, slip)), file).not.toEqual([]);
		}
	});
}

test('a check that main waits for has no schedule: GitHub switches it off where nothing happens', () => {
	for (const { file, workflow } of workflows) {
		const { on } = parse(workflow) as { on: object };
		expect('schedule' in on && 'pull_request' in on, file).toBe(false);
	}
});

const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
	updates: readonly { directory: string; ignore?: readonly { 'dependency-name': string }[] }[];
};

test('Dependabot leaves alone just the packages of which one exact version is wanted', () => {
	const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		dependencies: Record<string, string>;
		devDependencies: Record<string, string>;
	};
	const exact = Object.entries({ ...dependencies, ...devDependencies }).flatMap(([name, range]) =>
		/^\d/.test(range) ? [name] : [],
	);
	const ignored = updates
		.filter(({ directory }) => directory === '/')
		.flatMap(({ ignore = [] }) => ignore.map((each) => each['dependency-name']));
	expect(ignored.sort()).toEqual(exact.sort());
});

test('Dependabot sees the packages of every folder', () => {
	const files = execFileSync('git', ['ls-files', 'package.json', '*/package.json'], {
		encoding: 'utf8',
	});
	const folders = files
		.trim()
		.split('\n')
		.map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/'));
	expect(folders).toContain('/scripts/deploy-test');
	expect(updates.map(({ directory }) => directory)).toEqual(expect.arrayContaining(folders));
});

test('the ruleset of main asks for jobs that exist, and for each that reads a pull request', () => {
	const { jobs } = parse(readFileSync(`${folder}/check.yml`, 'utf8')) as { jobs: object };
	const contexts = ruleset.rules.flatMap(({ parameters }) =>
		(parameters?.required_status_checks ?? []).map(({ context }) => context),
	);
	expect(Object.keys(jobs)).toEqual(expect.arrayContaining(contexts));
	expect(contexts).toContain('tekster');
});
