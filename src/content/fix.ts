import { canonicalPage, canonicalSettings } from '#content/canonical.ts';
import { checkContent } from '#content/check.ts';
import { readLines } from '#content/frontmatter.ts';
import {
	type ContentFiles,
	pageFile,
	pageSource,
	plainText,
	settingsFile,
} from '#content/source.ts';
import { withoutUnseen } from '#content/written.ts';

/** The files in their one form. A file with mistakes stays as it is, and so does all that a reader reads. */
export function fixed(files: ContentFiles, published: readonly string[]): ContentFiles {
	const wrong = new Set(checkContent(files, published).mistakes.map(({ file }) => file));
	return Object.fromEntries(
		Object.entries(files).map(([file, text]) => [
			file,
			wrong.has(file) ? text : inItsForm(file, withoutUnseen(plainText(text))),
		]),
	);
}

function inItsForm(file: string, text: string): string {
	if (file === settingsFile) return canonicalSettings(JSON.parse(text));
	if (!pageFile.test(file)) return text;
	const { frontmatter = '', body } = pageSource(text);
	return canonicalPage(readLines(frontmatter), body);
}
