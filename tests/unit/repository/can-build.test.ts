import { execFile } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = resolve('scripts/can-build.mjs');

/** What is said in a folder, after something was done to the process. */
async function said(
	folder: string,
	environment: Record<string, string>,
	before = '',
): Promise<string> {
	const code = `${before}; await import(${JSON.stringify(script)});`;
	const args = ['--input-type=module', '-e', code];
	return promisify(execFile)(process.execPath, args, { cwd: folder, env: environment }).then(
		({ stderr }) => stderr,
		(error: unknown) => (error as { stderr: string }).stderr,
	);
}

test('a build without its packages says why they are not there', async () => {
	const empty = await mkdtemp(join(tmpdir(), 'can-build-'));
	expect(await said(empty, { NODE_ENV: 'production' })).toContain('remove it from the settings');
	expect(await said(empty, {})).toContain('Run "npm ci" first.');
});

test('an old Node is named, and a new one is not', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'can-build-'));
	await mkdir(join(folder, 'node_modules', 'astro'), { recursive: true });
	const on = (node: string) =>
		said(folder, {}, `Object.defineProperty(process, 'versions', { value: { node: '${node}' } })`);
	expect(await on('20.20.2')).toContain('needs Node 22.18 or newer, and this is 20.20.2');
	expect(await on('22.17.0')).toContain('needs Node 22.18');
	expect(await on('22.18.0')).toBe('');
	expect(await on('24.1.0')).toBe('');
});
