import { execFileSync } from 'node:child_process';

/**
 * When the commit was made that is built, in milliseconds since 1970: the same for every build of it. A build outside
 * a clone is told by `SOURCE_DATE_EPOCH`; see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function commitDate(root: string): number {
	const given = process.env.SOURCE_DATE_EPOCH;
	const ask = () => execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root });
	return Number(given ?? ask().toString()) * 1000;
}
