import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '@netlify/functions';
import { type FunctionsManifest, zipFunctions } from '@netlify/zip-it-and-ship-it';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'esbuild';
import { config as checkApplication } from '#netlify/functions/check-application.ts';
import { config as deliverOutbox } from '#netlify/functions/deliver-outbox.ts';
import { config as editor } from '#netlify/functions/editor.ts';
import { config as health } from '#netlify/functions/health.ts';
import { config as receipt } from '#netlify/functions/receipt.ts';
import { config as resendWebhook } from '#netlify/functions/resend-webhook.ts';
import { config as submitApplication } from '#netlify/functions/submit-application.ts';
import { config as wakeOutbox } from '#netlify/functions/wake-outbox.ts';
import { bundling } from '#netlify/build/bundle-functions.ts';

/** What each function's source asks Netlify for. Netlify reads it without running it, and may misread. */
const configs: Record<string, Config> = {
	'check-application': checkApplication,
	'deliver-outbox': deliverOutbox,
	editor,
	health,
	receipt,
	'resend-webhook': resendWebhook,
	'submit-application': submitApplication,
	'wake-outbox': wakeOutbox,
};

let folder: string;
let manifest: FunctionsManifest;

// Bundled once for all of them, unpacked, in a folder from where no other package can be found.
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'bundle-'));
	const file = join(folder, 'manifest.json');
	await zipFunctions(resolve('build', 'functions'), folder, {
		archiveFormat: 'none',
		basePath: process.cwd(),
		config: { '*': { includedFiles: includedFiles(), includedFilesBasePath: process.cwd() } },
		manifest: file,
		repositoryRoot: process.cwd(),
	});
	manifest = JSON.parse(await readFile(file, 'utf8')) as FunctionsManifest;
});
afterAll(async () => {
	await rm(folder, { recursive: true, force: true });
});

/** As Netlify's build reads it from `netlify.toml`. */
function includedFiles(): string[] {
	const toml = readFileSync('netlify.toml', 'utf8');
	return JSON.parse(/^\s*included_files = (\[.*\])$/m.exec(toml)?.[1] ?? '[]') as string[];
}

function bundled(name: string) {
	const found = manifest.functions.find((each) => each.name === name);
	if (!found) throw new Error(`${name} is not in the bundle`);
	return found;
}

const listed = <Value>(value: Value | readonly Value[] | undefined): readonly Value[] =>
	value === undefined ? [] : ([value].flat() as Value[]);

test('every function of the folder is in the bundle, and no other', () => {
	expect(manifest.functions.map(({ name }) => name).toSorted()).toEqual(Object.keys(configs));
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
		...(await bundling(process.cwd())),
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
	const limited = manifest.functions.filter(({ trafficRules }) => trafficRules);
	expect(limited.map(({ name }) => name).toSorted()).toEqual(posted);
	expect(bundled('wake-outbox').schedule).toBe('*/5 * * * *');
	expect(bundled('deliver-outbox').invocationMode).toBe('background');
});
