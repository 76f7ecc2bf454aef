import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import type { Message } from '#content/findings.ts';
import { labelAt, type Schema, schemaAt, shapeOf } from '#content/schema/field.ts';

type Path = readonly PropertyKey[];

/** A parsed document with the lines of its fields, counted from 1. */
export interface ParsedData {
	document: Document;
	lineOf: (path: Path) => number;
	/** Syntax errors with their lines. */
	unreadable: [line: number, ...Message][];
}

/** Parses YAML or JSON. The schema `failsafe` reads every value as text. */
export function readData(text: string, schema: 'json' | 'failsafe'): ParsedData {
	const counter = new LineCounter();
	const document = parseDocument(text, { schema, lineCounter: counter, prettyErrors: false });
	const lineAt = (offset = 0) => counter.linePos(offset).line;
	const lineOf = (path: Path): number => {
		const node = document.getIn(path, true);
		if (isNode(node)) return lineAt(node.range?.[0]);
		return path.length === 0 ? 1 : lineOf(path.slice(0, -1));
	};
	const unreadable = document.errors.map(({ pos, code }): [number, ...Message] =>
		code === 'DUPLICATE_KEY'
			? [lineAt(pos[0]), 'Den samme linje står der to gange.', 'Slet den ene af dem.']
			: [lineAt(pos[0]), ...cannotRead],
	);
	return { document, lineOf, unreadable };
}

export const cannotRead: Message = [
	'Linjen kan ikke læses.',
	'Se efter komma, kolon og lige anførselstegn her og på linjen før. Et kolon eller et andet tegn midt i en tekst kræver anførselstegn om den.',
];

/** The mistakes in a value by its schema, with their paths. `around` is the label of the value itself. */
export function mistakesBySchema(
	value: unknown,
	schema: Schema,
	around = '',
): [path: Path, ...Message][] {
	const { error } = z.safeParse(schema, value, { reportInput: true });
	return (error?.issues ?? []).flatMap((issue): [Path, ...Message][] => {
		const { path, message } = issue;
		if (issue.code === 'unrecognized_keys') {
			const known = Object.keys(shapeOf(schemaAt(schema, path))).join(', ') || 'navnet';
			return issue.keys.map((key) => [
				[...path, key],
				`"${key}" kan ikke stå her.`,
				`Her kan kun stå ${known}.`,
			]);
		}
		const called = `"${[around, labelAt(schema, path)].filter(Boolean).join(': ')}"`;
		const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
		return [
			isMissing
				? [path, `${called} mangler.`, `Skriv det. I filen hedder det "${String(path.at(-1))}".`]
				: [path, `${called} kan ikke bruges, som det står.`, message],
		];
	});
}
