import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildWith } from '../support/changed-project.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'poisoned-'));
	await cp('content', folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('code in a page is not run by a build that skips the check', async () => {
	const ran = join(folder, 'ran');
	const write = `process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(ran)}, '')`;
	const page = join(folder, 'pages/kontakt.mdx');
	const text = await readFile(page, 'utf8');
	await writeFile(page, `${text}\nexport let x = ${write}\n`);
	await expect(buildWith({ content: folder })).rejects.toThrow('Der står kode på siden.');
	expect(existsSync(ran)).toBe(false);
});
