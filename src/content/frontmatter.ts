import { isMap, isScalar } from 'yaml';
import { cannotRead, readData, mistakesBySchema } from '#content/data.ts';
import type { Report } from '#content/findings.ts';
import { pageFields, type PageLines, pageSchema } from '#content/schema/page.ts';

const isNumber = new Set(pageFields.filter(({ kind }) => kind === 'place').map(({ name }) => name));

/** Parses frontmatter and returns the valid fields. Every text stays a text: `title: 2027-01-01` is no date. */
export function readLines(text: string, report: Report = () => undefined): PageLines {
	const { document, lineOf, unreadable } = readData(text, 'failsafe');
	// The first line of the file is ---.
	for (const [line, ...message] of unreadable) report(line + 1, ...message);
	if (unreadable.length > 0) return {};
	const pairs = isMap(document.contents) ? document.contents.items : [];
	const lines: Record<string, string | number> = Object.fromEntries(
		pairs.map(({ key, value }) => {
			const name = String(key);
			if (!isScalar(value)) report(lineOf([name]) + 1, ...cannotRead);
			const written = isScalar(value) ? String(value.value) : 'a';
			return [name, isNumber.has(name) ? Number(written) : written];
		}),
	);
	for (const [index, line] of text.split('\n').entries()) {
		if (/^\s*#|^\w+: *[^'"]*\s#/.test(line))
			report(
				index + 2,
				'Det, der står efter #, bliver ikke læst.',
				'Sæt \' før og efter hele teksten, eller slet det. En besked til kolleger kan stå i "Besked til kolleger".',
			);
	}
	for (const [[name = ''], ...message] of mistakesBySchema(lines, pageSchema)) {
		report(Object.hasOwn(lines, name) ? lineOf([name]) + 1 : 1, ...message);
		Reflect.deleteProperty(lines, name);
	}
	return lines;
}
