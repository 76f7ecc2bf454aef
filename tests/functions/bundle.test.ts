import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '@netlify/functions';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundling } from '#netlify/build/bundle-functions.ts';
import { Deployed } from '../support/deployed.ts';

/** What each function's source asks Netlify for. Netlify reads it without running it, and may misread. */
const configs: Record<string, Config> = {};
for (const file of readdirSync('netlify/functions').toSorted()) {
	const module = (await import(resolve('netlify/functions', file))) as { config: Config };
	configs[file.replace('.ts', '')] = module.config;
}

let deployed: Deployed;
beforeAll(async () => {
	deployed = await Deployed.pack();
});
afterAll(() => deployed.remove());

function bundled(name: string) {
	const found = deployed.manifest.functions.find((each) => each.name === name);
	if (!found) throw new Error(`${name} is not in the bundle`);
	return found;
}

const listed = <Value>(value: Value | readonly Value[] | undefined): readonly Value[] =>
	value === undefined ? [] : ([value].flat() as Value[]);

test('every function of the folder is in the bundle, and no other', () => {
	expect(deployed.manifest.functions.map(({ name }) => name).toSorted()).toEqual(
		Object.keys(configs),
	);
});

test.each(Object.entries(configs))(
	'Netlify makes of %s what its source says, in Frankfurt',
	(name, { path, method, background, schedule, rateLimit }) => {
		const { routes = [], invocationMode, trafficRules, ...found } = bundled(name);
		const rules = trafficRules?.action.config;
		expect({
			...found,
			addresses: routes.map(({ pattern }) => pattern),
			methods: routes.map(({ methods }) => methods),
			background: invocationMode === 'background',
			limit: rules && [rules.rateLimitConfig.windowLimit, rules.rateLimitConfig.windowSize],
			// Each visitor has a limit of their own.
			by: rules?.aggregate.keys.map(({ type }) => type),
		}).toMatchObject({
			addresses: listed(path),
			methods: routes.map(() => listed(method)),
			background: background === true,
			limit: rateLimit && [rateLimit.windowLimit, rateLimit.windowSize],
			by: rateLimit && ['ip', 'domain'],
			region: 'fra',
		});
		expect(found.schedule).toBe(schedule);
	},
);

test('the own part of each function is at most 90 kB, and nothing of it is there for the build only', async () => {
	const { metafile } = await build({
		...bundling(process.cwd()),
		metafile: true,
		write: false,
	});
	for (const name of Object.keys(configs)) {
		const parts = Object.entries(metafile.outputs[`build/functions/${name}.mjs`]?.inputs ?? {});
		const sizes = parts.map(([file, { bytesInOutput }]) => ({ file, bytesInOutput }));
		// Netlify's client of its own storage and Resend's SDK are not ours to make smaller: 15 and 110 kB.
		const foreign = /node_modules\/(@netlify|resend|postal-mime|standardwebhooks)\//;
		const own = sizes.filter(({ file }) => !foreign.test(file));
		const total = own.reduce((sum, { bytesInOutput }) => sum + bytesInOutput, 0);
		// It starts at most 1.25 times as slowly as a bare handler: `npm run bench -- function`.
		// The editor's only answers with a page.
		if (name !== 'editor') expect(total, name).toBeGreaterThan(20_000);
		expect(total, name).toBeLessThanOrEqual(90_000);
		for (const { file } of sizes) expect(file).not.toMatch(/parse5|zod\/v4\/locales/);
	}
});

test('what takes a post of an application is limited, and the outbox has a schedule', () => {
	const posted = ['check-application', 'submit-application'];
	for (const name of posted) expect(bundled(name).routes, name).not.toEqual([]);
	// Netlify's free plan allows two limits.
	const limited = deployed.manifest.functions.filter(({ trafficRules }) => trafficRules);
	expect(limited.map(({ name }) => name).toSorted()).toEqual(posted);
	expect(bundled('wake-outbox').schedule).toBe('*/5 * * * *');
	expect(bundled('deliver-outbox').invocationMode).toBe('background');
	// Some monitors ask with HEAD.
	expect(bundled('health').routes?.flatMap(({ methods }) => methods)).toEqual([]);
});
