import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, step } from './run.mjs';

/** Whether there is a Java on the path that starts. */
export function hasJava() {
	try {
		execFileSync('java', ['-version'], { stdio: 'ignore', timeout: 20_000 });
		return true;
	} catch {
		return false;
	}
}

/** Sees to it that there is Java for the Nu HTML checker, and says so where there can be none. */
export async function getJava() {
	if (hasJava()) return;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		const quietly = { capture: true, limit: 240, env: { DEBIAN_FRONTEND: 'noninteractive' } };
		await step('Fetching Java with apt-get', async () => {
			await run('apt-get', ['update'], quietly);
			const packages = ['install', '-y', '--no-install-recommends', 'default-jre-headless'];
			await run('apt-get', packages, quietly);
		});
		if (hasJava()) return;
	}
	console.warn('There is no Java, so the Nu HTML checker is skipped; html-validate is not.');
}
