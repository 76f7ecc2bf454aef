import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settings } from '#content/settings.ts';
import { bundleFunctions } from '#netlify/build/bundle-functions.ts';
import { commitDate } from '#netlify/build/commit-date.ts';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'build-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
	await mkdir(dirname(join(root, file)), { recursive: true });
	await writeFile(join(root, file), text);
}

test('the settings may begin with a byte order mark, as Notepad writes it', async () => {
	const file = 'content/settings/site.json';
	await write(file, `\uFEFF${await readFile(file, 'utf8')}`);
	await write('src/content/settings.ts', '');
	await write('netlify/functions/a.ts', `export * from '../../src/content/settings.ts';`);
	await bundleFunctions(root);
	expect(await import(join(root, 'build/functions/a.mjs'))).toMatchObject({ settings });
});

test('an empty SOURCE_DATE_EPOCH is no date', () => {
	vi.stubEnv('SOURCE_DATE_EPOCH', '');
	expect(() => commitDate(root)).toThrow('This folder is no git clone');
	vi.stubEnv('SOURCE_DATE_EPOCH', '12');
	expect(commitDate(root)).toBe(12_000);
});
