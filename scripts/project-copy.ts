import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a built site is served from. */
const served = ['build', 'dist', 'netlify.toml', 'package.json'];

/**
 * Copies the built project to a folder inside the project, from where `node_modules` is found. Netlify's
 * emulator keeps its blobs and its compiled functions in the folder that it serves, so two servers
 * cannot share one; and a copy stays whole while somebody builds or tests beside it. Blobs that the
 * folder holds already are kept.
 */
export async function copyProject(root: string, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const name of served) {
		await rm(join(folder, name), { recursive: true, force: true });
		await cp(join(root, name), join(folder, name), { recursive: true });
	}
}
