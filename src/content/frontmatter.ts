import { isMap, isScalar, Lexer } from 'yaml';
import { readData, mistakesBySchema } from '#content/data.ts';
import type { Report } from '#content/findings.ts';
import { pageFields, type PageLines, pageSchema } from '#content/schema/page.ts';
import { pageSource } from '#content/source.ts';

const numbers = pageFields.filter(({ kind }) => kind === 'place').map(({ name }) => name);

/** Parses frontmatter and returns the valid fields. Every text stays a text: `title: 2027-01-01` is no date. */
export function readLines(text: string, report: Report = () => undefined): PageLines {
	const data = readData(text, 'failsafe', report);
	if (!data) return {};
	const { document, lineOf } = data;
	const pairs = isMap(document.contents) ? document.contents.items : [];
	const lines: Record<string, unknown> = Object.fromEntries(
		pairs.map(({ key, value }) => [String(key), isScalar(value) ? String(value.value) : value]),
	);
	for (const name of numbers) if (Object.hasOwn(lines, name)) lines[name] = Number(lines[name]);
	let line = 1;
	for (const token of new Lexer().lex(text)) {
		if (token.startsWith('#'))
			report(
				line,
				'Det, der står efter #, bliver ikke læst. Sæt " før og efter hele teksten, eller slet det. En besked til kolleger kan stå i "Besked til kolleger".',
			);
		line += token.split('\n').length - 1;
	}
	for (const [[name = ''], message] of mistakesBySchema(lines, pageSchema)) {
		report(Object.hasOwn(lines, name) ? lineOf([name]) : 1, message);
		Reflect.deleteProperty(lines, name);
	}
	return lines as PageLines;
}

/** The valid fields of a page's file, and its body. */
export function readFields(text: string): PageLines & { body: string } {
	const { frontmatter = '', body } = pageSource(text);
	return { ...readLines(frontmatter), body: body.replaceAll(/^\n+|\n+$/g, '') };
}
