import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '@netlify/functions';
import { type FunctionsManifest, zipFunctions } from '@netlify/zip-it-and-ship-it';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const pages = ['admin.html', 'frame.html'];

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

for (const [name, config] of Object.entries(configs)) {
	describe(`Netlify makes of ${name} what its source says`, () => {
		test('the addresses', () => {
			const routes = bundled(name).routes ?? [];
			expect(routes.map(({ pattern }) => pattern)).toEqual(listed(config.path));
		});

		test('the methods', () => {
			for (const { methods } of bundled(name).routes ?? []) {
				expect(methods).toEqual(listed(config.method));
			}
		});

		test('in the background or not', () => {
			const mode = config.background ? 'background' : undefined;
			expect(bundled(name).invocationMode === 'background' ? 'background' : undefined).toBe(mode);
		});

		test('the schedule', () => {
			expect(bundled(name).schedule).toBe(config.schedule);
		});

		test('the region, which is Frankfurt', () => {
			expect(config.region).toBe('fra');
			expect(bundled(name).region).toBe('fra');
		});

		test('the rate limit, for each visitor by itself', () => {
			const limit = config.rateLimit;
			const rules = bundled(name).trafficRules?.action.config;
			expect(rules?.rateLimitConfig.windowLimit).toBe(limit?.windowLimit);
			expect(rules?.rateLimitConfig.windowSize).toBe(limit?.windowSize);
			expect(rules?.aggregate.keys.map(({ type }) => type)).toEqual(limit && ['ip', 'domain']);
		});
	});
}

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

for (const name of ['check-application', 'receipt', 'submit-application']) {
	test(`${name} ships with the pages that functions answer with, as they were built`, async () => {
		const shipped = join(folder, name, 'build', 'pages');
		expect((await readdir(shipped)).toSorted()).toEqual(pages);
		for (const page of pages) {
			expect(await readFile(join(shipped, page), 'utf8')).toBe(
				await readFile(join('build', 'pages', page), 'utf8'),
			);
		}
	});

	test(`${name} answers with a page, by itself, from where Netlify runs it`, async () => {
		const root = join(folder, name);
		const script = `
			const { default: answer } = await import(process.argv[1]);
			const context = { deploy: { context: '' } };
			const response = await answer(new Request('https://x.example/', { method: 'PATCH' }), context);
			console.log(response.status, await response.text());`;
		const { stdout } = await promisify(execFile)(
			process.execPath,
			['--input-type=module', '-e', script, join(root, sourceOf(name))],
			{ cwd: root, env: {} },
		);
		expect(stdout).toContain('405 <!DOCTYPE html>');
		expect(stdout).toContain('Siden kan ikke åbnes direkte');
	});
}

function sourceOf(name: string): string {
	return join('build', 'functions', `${name}.mjs`);
}
