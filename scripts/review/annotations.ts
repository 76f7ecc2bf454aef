import type { Findings, Notice } from '#content/findings.ts';

/**
 * GitHub's annotations on the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotationsOf({ mistakes, notices }: Findings): string[] {
	return [
		...mistakes.map((mistake) => command('error', 'Ret det her', mistake)),
		...notices.map((notice) => command('notice', 'Værd at se på', notice)),
	];
}

function command(kind: string, title: string, { file, line, text }: Notice): string {
	const [path, words] = [file, text].map((each) =>
		each.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
	);
	const place = path?.replaceAll(':', '%3A').replaceAll(',', '%2C');
	return `::${kind} file=${place},line=${line},title=${title}::${words}`;
}
