import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'broken-'));
	for (const name of ['content', 'package.json', 'public', 'scripts', 'src']) {
		await cp(name, join(root, name), { recursive: true });
	}
	await symlink(resolve('node_modules'), join(root, 'node_modules'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function npm(...args: string[]): Promise<{ code: number; said: string }> {
	try {
		const { stdout, stderr } = await promisify(execFile)('npm', args, { cwd: root });
		return { code: 0, said: stdout + stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
		return { code, said: stdout + stderr };
	}
}

test('the build stops before Astro and prints all mistakes', async () => {
	await appendFile(join(root, 'content/pages/kontakt.mdx'), '\n<Boks />\n');
	await appendFile(join(root, 'content/pages/persondata.mdx'), '\n[Klik her](/findes-ikke/)\n');
	const { code, said } = await npm('run', 'build');
	expect(code).toBe(1);
	expect(said).toContain('3 fejl skal rettes, før siderne kan komme ud.');
	expect(said).toMatch(
		/content\/pages\/kontakt\.mdx, linje \d+\n {4}”<Boks \/>”: "Boks" er ikke en byggeklods\./,
	);
	expect(said).toMatch(
		/content\/pages\/persondata\.mdx, linje \d+\n {4}.*Linkets tekst "Klik her"/,
	);
	expect(existsSync(join(root, 'dist'))).toBe(false);
});

test('a changed sentence of the leaflet is printed and stops nothing', async () => {
	const file = join(root, 'content/folder.md');
	await writeFile(
		file,
		`${await readFile(file, 'utf8')}\n## /kontakt-politiet/ Nyt\n\nDen her er ny.\n`,
	);
	const { code, said } = await npm('run', 'content');
	expect(code).toBe(0);
	expect(said).toContain('Folderens sætning står ikke ordret på siden: "Den her er ny."');
});

test('missing files are printed by name, without a stack trace', async () => {
	for (const gone of ['ordliste.txt', 'settings/site.json', 'pages'])
		await rm(join(root, 'content', gone), { recursive: true });
	const { code, said } = await npm('run', 'content');
	expect(code).toBe(1);
	expect(said).toContain('content/settings/site.json, linje 1');
	expect(said).toContain('content/pages/kontakt.mdx, linje 1');
	expect(said).not.toMatch(/Error:|\n +at /);
});

test('--fix puts files into their canonical form, except those with mistakes', async () => {
	const loose = join(root, 'content/pages/kontakt.mdx');
	const text = await readFile(loose, 'utf8');
	const other = text.replaceAll('\n- ', '\n* ').replace('<Projektleder />', '<Projektleder/>');
	await writeFile(loose, other);
	const broken = join(root, 'content/pages/persondata.mdx');
	await appendFile(broken, '\n* a\n\n24. december er lukket.\n\n1. januar er lukket.\n');
	const brokenText = await readFile(broken, 'utf8');
	const { code, said } = await npm('run', 'content', '--', '--fix');
	expect(code).toBe(1);
	expect(said).toContain('content/pages/kontakt.mdx er rettet til.');
	expect(await readFile(loose, 'utf8')).toBe(text);
	expect(await readFile(broken, 'utf8')).toBe(brokenText);
});
