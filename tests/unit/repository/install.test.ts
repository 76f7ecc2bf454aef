import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const wanted = {
	'': {},
	'node_modules/astro': { version: '2.0.0' },
	'node_modules/of-another-platform': { version: '1.0.0', optional: true },
};

/** What is said where a script is to be run in a project with these packages; npm only prints what it is called with. */
async function said(installed: object | undefined, node = '24.0.0'): Promise<string> {
	const root = await mkdtemp(join(tmpdir(), 'install-'));
	await cp('scripts', join(root, 'scripts'), { recursive: true });
	await mkdir(join(root, 'node_modules'));
	const write = (file: string, text: string) => writeFile(join(root, file), text);
	await write('package-lock.json', JSON.stringify({ packages: wanted }));
	const note = JSON.stringify({ packages: installed });
	if (installed) await write('node_modules/.package-lock.json', note);
	await write('npm.cjs', `console.log('npm', ...process.argv.slice(2)); process.exitCode = 1;`);
	const fakeNode = `Object.defineProperty(process, 'versions', { value: { node: '${node}' } })`;
	const code = `${fakeNode}; await import(${JSON.stringify(join(root, 'scripts/start.mjs'))});`;
	const { stdout, stderr } = await promisify(execFile)(
		process.execPath,
		['--input-type=module', '-e', code],
		{ env: { npm_execpath: join(root, 'npm.cjs') } },
	).catch((error: unknown) => error as { stdout: string; stderr: string });
	return stdout + stderr;
}

test('packages that are missing, or others than the lockfile names, are installed, those of the build too', async () => {
	const older = { ...wanted, 'node_modules/astro': { version: '1.9.0' } };
	const { 'node_modules/astro': astro, ...others } = wanted;
	expect(astro).toBeDefined();
	for (const installed of [undefined, {}, older, others]) {
		expect(await said(installed)).toContain('npm ci --include=dev');
	}
	const { 'node_modules/of-another-platform': other, ...here } = wanted;
	expect(other).toBeDefined();
	for (const installed of [wanted, here]) expect(await said(installed)).toBe('');
});

test('where no package brings Node 24, an older one is named', async () => {
	expect(await said(wanted, '20.20.2')).toContain('Install Node 24.');
});

test.for(['abc', '0', '65535'])('PORT=%s, which names no port, is said in a sentence', (PORT) =>
	expect(
		promisify(execFile)(process.execPath, ['scripts/serve.ts'], { env: { PORT } }),
	).rejects.toMatchObject({ stderr: 'PORT must be a number from 1 to 65534.\n' }),
);
