import { execFileSync } from 'node:child_process';

/**
 * When the commit was made that is built, in milliseconds since 1970: the same for every build of it. Outside a git
 * clone, `SOURCE_DATE_EPOCH` says it (https://reproducible-builds.org/specs/source-date-epoch/); without either, throws.
 */
export function commitDate(root: string): number {
	const { SOURCE_DATE_EPOCH: given = '' } = process.env;
	return Number(given === '' ? latestCommit(root) : given) * 1000;
}

function latestCommit(root: string): string {
	const asked = ['log', '-1', '--format=%ct'];
	try {
		return execFileSync('git', asked, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
	} catch (cause) {
		const message = 'This folder is no git clone: set SOURCE_DATE_EPOCH to the time of the commit.';
		throw new Error(message, { cause });
	}
}
