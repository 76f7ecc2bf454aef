import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import ruleset from '../../../.github/ruleset.json' with { type: 'json' };

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((file) => ({
	file,
	workflow: readFileSync(`${folder}/${file}`, 'utf8'),
}));

for (const { file, workflow } of workflows) {
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
