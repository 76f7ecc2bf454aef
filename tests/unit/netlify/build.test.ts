import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { bundleFunctions } from '#netlify/build/bundle-functions.ts';

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
