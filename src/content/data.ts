import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import * as z from 'zod/mini';
import type { Said } from '#content/report.ts';
import { labelAt, type Schema, schemaAt, shapeOf } from '#content/schema/field.ts';

type Path = readonly PropertyKey[];

/** Data as it was written, with the line of each of its fields, counted from 1. */
export interface Written {
	document: Document;
	lineOf: (path: Path) => number;
	/** The lines of texts that stand without quotes. */
	linesOfBareTexts: () => number[];
	/** What keeps it from being read, with its line. */
	unreadable: [line: number, ...Said][];
}

/**
 * Reads YAML, and so JSON.
 *
 * @param schema `failsafe` reads every value as the text that it was written as
 */
export function readData(text: string, schema: 'core' | 'failsafe'): Written {
	const counter = new LineCounter();
	const document = parseDocument(text, { schema, lineCounter: counter, prettyErrors: false });
	const lineAt = (offset = 0) => counter.linePos(offset).line;
	const lineOf = (path: Path): number => {
		const [name] = path.slice(-1);
		if (name === undefined) return 1;
		const parent: unknown = path.length > 1 ? document.getIn(path.slice(0, -1)) : document.contents;
		const pair = isMap(parent) ? parent.items.find(({ key }) => keyOf(key) === name) : undefined;
		const node = isSeq(parent) ? parent.items[Number(name)] : pair?.key;
		const isNode = isScalar(node) || isMap(node);
		return isNode && node.range ? lineAt(node.range[0]) : lineOf(path.slice(0, -1));
	};
	const unreadable = document.errors.map(({ pos, code }): [number, ...Said] =>
		code === 'DUPLICATE_KEY'
			? [lineAt(pos[0]), 'Den samme linje står der to gange.', 'Slet den ene af dem.']
			: [lineAt(pos[0]), ...cannotRead],
	);
	const linesOfBareTexts = () => {
		const lines: number[] = [];
		visit(document, {
			Scalar: (_, { type, value, range }) => {
				if (type === 'PLAIN' && typeof value === 'string') lines.push(lineAt(range?.[0]));
			},
		});
		return lines;
	};
	return { document, lineOf, linesOfBareTexts, unreadable };
}

export const cannotRead: Said = [
	'Linjen kan ikke læses.',
	'Se efter komma, kolon og lige anførselstegn her og på linjen før. Et kolon eller et andet tegn midt i en tekst kræver anførselstegn om den.',
];

/**
 * What a schema has against a value, with the path of each field.
 *
 * @param around what the fields belong to, if that has a name
 */
export function troublesWith(
	value: unknown,
	schema: Schema,
	around: readonly string[] = [],
): [path: Path, ...Said][] {
	const { error } = z.safeParse(schema, value);
	return (error?.issues ?? []).flatMap((issue): [Path, ...Said][] => {
		if (issue.code === 'unrecognized_keys') {
			const known = Object.keys(shapeOf(schemaAt(schema, issue.path)));
			return issue.keys.map((key): [Path, ...Said] => [
				[...issue.path, key],
				`"${key}" kan ikke stå her.`,
				`Her kan kun stå ${known.join(', ') || 'navnet'}.`,
			]);
		}
		const called = [...around, labelAt(schema, issue.path)].filter(Boolean).join(': ');
		const isMissing = issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined;
		return [
			isMissing
				? [
						issue.path,
						`"${called}" mangler.`,
						`Skriv det. I filen hedder det "${String(issue.path.at(-1))}".`,
					]
				: [issue.path, `"${called}" kan ikke bruges, som det står.`, issue.message],
		];
	});
}

function valueAt(value: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(of, name) => (of as Record<PropertyKey, unknown> | undefined)?.[name],
		value,
	);
}

function keyOf(key: unknown): unknown {
	return isScalar(key) ? key.value : undefined;
}
