import type { Findings } from '#content/report.ts';

/**
 * What GitHub shows on the changed line of a pull request.
 *
 * @see https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function annotationsOf({ mistakes, notices }: Findings): string[] {
	return [
		...mistakes.map(({ file, line, what, mend }) =>
			command('error', file, line, 'Ret det her', `${what}\nSådan retter du det: ${mend}`),
		),
		...notices.map(({ file, line, text }) => command('notice', file, line, 'Værd at se på', text)),
	];
}

function command(
	kind: 'error' | 'notice',
	file: string,
	line: number,
	title: string,
	text: string,
): string {
	return `::${kind} file=${inProperty(file)},line=${line},title=${inProperty(title)}::${inText(text)}`;
}

function inText(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
	return inText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
