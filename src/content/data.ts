import { isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import type { Report } from '#content/findings.ts';
import { fieldsAt, labelAt, type Schema } from '#content/schema/field.ts';

type Path = readonly PropertyKey[];

export const cannotRead =
	'Linjen kan ikke læses. Se efter komma, kolon og lige anførselstegn her og på linjen før. Et kolon eller et andet tegn midt i en tekst kræver anførselstegn om den.';

/** Parses YAML or JSON, or reports its syntax errors. The schema `failsafe` reads every value as text. */
export function readData(text: string, schema: 'json' | 'failsafe', report: Report) {
	const lineCounter = new LineCounter();
	const document = parseDocument(text, { schema, lineCounter, prettyErrors: false });
	for (const { pos, code } of document.errors)
		report(
			lineCounter.linePos(pos[0]).line,
			code === 'DUPLICATE_KEY'
				? 'Den samme linje står der to gange. Slet den ene af dem.'
				: cannotRead,
		);
	const lineOf = (path: Path): number => {
		const node = document.getIn(path, true);
		if (isNode(node)) return lineCounter.linePos(node.range?.[0] ?? 0).line;
		return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
	};
	return document.errors.length > 0 ? undefined : { document, lineOf };
}

/** The mistakes in a value by its schema, with their paths. `around` is the label of the value itself. */
export function mistakesBySchema(
	value: unknown,
	schema: Schema,
	around = '',
): [path: Path, text: string][] {
	const { error } = z.safeParse(schema, value, { reportInput: true });
	return (error?.issues ?? []).flatMap((issue): [Path, string][] => {
		const { path, message } = issue;
		if (issue.code === 'unrecognized_keys') {
			const known = fieldsAt(schema, path).map(({ name }) => name);
			const remedy = known.length > 0 ? `Her kan kun stå ${known.join(', ')}.` : 'Slet det.';
			return issue.keys.map((key) => [[...path, key], `"${key}" kan ikke stå her. ${remedy}`]);
		}
		const called = `"${[around, labelAt(schema, path)].filter(Boolean).join(': ')}"`;
		const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
		const text = isMissing
			? `mangler. Skriv det. I filen hedder det "${String(path.at(-1))}".`
			: `kan ikke bruges, som det står. ${message}`;
		return [[path, `${called} ${text}`]];
	});
}
