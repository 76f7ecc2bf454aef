import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { copyProject } from '../../scripts/copy-project.ts';

/**
 * Waits longer than the time within which a press of "Send ansøgning" is marked as hurried. A marked application has
 * no receipt by e-mail.
 */
export const readingTime = () => setTimeout(2000);

export interface Site {
	url: string;
	stop: () => Promise<void>;
}

/**
 * Serves the built site on a free port, with blobs of its own.
 *
 * @param environment the functions' settings; see scripts/local-environment.ts
 * @param root where the site was built, if not here
 */
export async function startSite(
	environment: Record<string, string>,
	root = process.cwd(),
): Promise<Site> {
	const local = join(process.cwd(), '.netlify', 'local');
	await mkdir(local, { recursive: true });
	const project = await mkdtemp(join(local, 'test-'));
	await copyProject(root, project);

	const child = fork(join(import.meta.dirname, 'site-process.ts'), {
		cwd: project,
		env: { ...process.env, ...environment },
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	const ended = once(child, 'exit');
	const first = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
	if (!first) throw new Error('The site did not start; what it said stands above.');

	return {
		url: String(first[0]),
		stop: async () => {
			child.disconnect();
			await ended;
			await rm(project, { recursive: true, force: true });
		},
	};
}
