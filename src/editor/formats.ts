import CMS from '@sveltia/cms';
import { readFields } from '#content/frontmatter.ts';
import { withHeads } from './table.ts';
import { type Fields, serializePage, serializeSettings } from '#content/serialize.ts';
import { plainText, settingsFile } from '#content/source.ts';

export const formats = { page: 'side', settings: 'indstillinger' } as const;

/** Saves files in their canonical form, so that a save changes only what was edited. */
export function registerFormats(): void {
	CMS.registerCustomFormat(formats.page, 'mdx', {
		fromFile: readFields,
		toFile: pageText,
	});
	CMS.registerCustomFormat(formats.settings, 'json', {
		// An unknown value is an empty field.
		fromFile: (text: string) =>
			JSON.parse(plainText(text), (_, value: unknown) => value ?? '') as Fields,
		toFile: serializeSettings,
	});
}

function pageText({ body, ...lines }: Fields): string {
	return serializePage({ ...lines, body: typeof body === 'string' ? withHeads(body) : '' }, 'form');
}

/** The file for the fields of a form. */
export function serialize(path: string, fields: Fields): string {
	return path === settingsFile ? serializeSettings(fields) : pageText(fields);
}
