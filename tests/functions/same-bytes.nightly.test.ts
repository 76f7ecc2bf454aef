import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildWith } from '../support/changed-project.ts';

/** The path of every built file with a fingerprint of what is in it. */
function fingerprints(root: string): Record<string, string> {
	const files = ['dist', 'build'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
			join(folder, file),
		),
	);
	return Object.fromEntries(
		files
			.filter((file) => statSync(join(root, file)).isFile())
			.map((file) => [
				file,
				createHash('sha256')
					.update(readFileSync(join(root, file)))
					.digest('hex'),
			]),
	);
}

test('a second build is the same, byte for byte', async () => {
	const { root, remove } = await buildWith({});
	expect(fingerprints(root)).toEqual(fingerprints('.'));
	await remove();
});
