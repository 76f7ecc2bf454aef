import type { Findings } from '#content/findings.ts';

/**
 * GitHub's annotations on the lines of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotationsOf({ mistakes, notices }: Findings): string[] {
	return [
		...mistakes.map(({ file, line, problem, remedy }) =>
			command('error', file, line, 'Ret det her', `${problem}\nSådan retter du det: ${remedy}`),
		),
		...notices.map(({ file, line, text }) => command('notice', file, line, 'Værd at se på', text)),
	];
}

function command(kind: string, file: string, line: number, title: string, text: string): string {
	const [path, words] = [file, text].map((each) =>
		each.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'),
	);
	const place = path?.replaceAll(':', '%3A').replaceAll(',', '%2C');
	return `::${kind} file=${place},line=${line},title=${title}::${words}`;
}
