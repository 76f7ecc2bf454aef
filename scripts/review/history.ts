import { execFileSync } from 'node:child_process';
import type { Notice } from '#content/findings.ts';
import { severalAuthors, takenAway, type Version } from './two-people.ts';

/** The number of published versions to compare with: somebody may have opened the form that many versions ago. */
const versionsBack = 20;

/**
 * Compares a change with the work of others since it was begun.
 *
 * @param base the commit of the published branch that the change goes to
 * @param changed the files of the change
 */
export function othersWork(base: string, changed: readonly string[], root: string): Notice[] {
	const git = (...args: string[]) =>
		execFileSync('git', args, {
			cwd: root,
			encoding: 'utf8',
			maxBuffer: 2 ** 26,
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	const versionsIn = (file: string, ...range: string[]): Version[] =>
		git('log', '--no-merges', '--format=%H %an', ...range, '--', file)
			.split('\n')
			.filter(Boolean)
			.map((line) => {
				const [commit = '', ...author] = line.split(' ');
				return { author: author.join(' '), text: textAt(commit, file) };
			})
			.toReversed();
	const textAt = (commit: string, file: string) => {
		try {
			return git('show', `${commit}:${file}`);
		} catch {
			// The commit deletes the file.
			return '';
		}
	};
	return changed.flatMap((file) => {
		const own = versionsIn(file, `${base}..HEAD`);
		const published = versionsIn(file, `-${versionsBack}`, base);
		const author = own.at(-1)?.author ?? '';
		const change = { author, text: textAt('HEAD', file) };
		return [
			...takenAway(file, [...published, ...own.slice(0, -1), change]),
			...severalAuthors(
				file,
				own.map((version) => version.author),
			),
		];
	});
}
