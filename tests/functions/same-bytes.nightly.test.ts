import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWith } from '../support/changed-project.ts';

test('a second build is the same, byte for byte', async () => {
	const { root, remove } = await buildWith({ hasEditor: true });
	for (const folder of ['dist', 'build']) {
		const compared = ['diff', '--no-index', '--stat', folder, join(root, folder)];
		const { status, stdout } = spawnSync('git', compared, { encoding: 'utf8' });
		expect([status, stdout]).toEqual([0, '']);
	}
	await remove();
});
