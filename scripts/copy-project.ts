import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies the built project to a folder inside the project, from where `node_modules` is found. Netlify's emulator
 * keeps its blobs and its compiled functions in the folder that it serves, so two servers cannot share one; and a
 * copy stays whole while somebody builds beside it. Blobs that are in the folder already stay.
 */
export async function copyProject(root: string, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const name of ['build', 'dist', 'netlify.toml', 'package.json']) {
		await rm(join(folder, name), { recursive: true, force: true });
		await cp(join(root, name), join(folder, name), { recursive: true });
	}
}
