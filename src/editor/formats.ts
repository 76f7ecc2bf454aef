import CMS from '@sveltia/cms';
import { readLines } from '#content/frontmatter.ts';
import { withHeads } from './table.ts';
import { type Fields, serializePage, serializeSettings } from '#content/serialize.ts';
import { pageSource, plainText, settingsFile } from '#content/source.ts';

/** The names of our file formats. */
export const formats = { page: 'side', settings: 'indstillinger' } as const;

/** Files are read and written in the one form that they have, so that a save changes nothing else. */
export function registerFormats(): void {
	CMS.registerCustomFormat(formats.page, 'mdx', {
		fromFile: (text: string) => {
			const { frontmatter = '', body } = pageSource(plainText(text));
			return { ...readLines(frontmatter), body: body.trim() };
		},
		toFile: pageText,
	});
	CMS.registerCustomFormat(formats.settings, 'json', {
		// What is not known yet is an empty field.
		fromFile: (text: string) =>
			JSON.parse(plainText(text), (_, value: unknown) => value ?? '') as Fields,
		toFile: serializeSettings,
	});
}

function pageText({ body, ...lines }: Fields): string {
	return serializePage({ ...lines, body: typeof body === 'string' ? withHeads(body) : '' }, 'form');
}

/** The text of a file, from the fields of its form. */
export function serialize(path: string, fields: Fields): string {
	return path === settingsFile ? serializeSettings(fields) : pageText(fields);
}
