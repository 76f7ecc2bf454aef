import { checkContent } from '#content/check.ts';
import { readFields } from '#content/frontmatter.ts';
import { type Fields, serializePage, serializeSettings } from '#content/serialize.ts';
import { type ContentFiles, pageFile, plainText, settingsFile } from '#content/source.ts';

/** The files in their canonical form. A file with mistakes stays unchanged. */
export function autofix(files: ContentFiles, published: readonly string[]): ContentFiles {
	const wrong = new Set(checkContent(files, published).mistakes.map(({ file }) => file));
	return Object.fromEntries(
		Object.entries(files).map(([file, text]) => [file, wrong.has(file) ? text : fixed(file, text)]),
	);
}

function fixed(file: string, text: string): string {
	if (file === settingsFile) return serializeSettings(JSON.parse(plainText(text)) as Fields);
	return pageFile.test(file) ? serializePage(readFields(text)) : text;
}
