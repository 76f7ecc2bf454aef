import CMS from '@sveltia/cms';
import { formats } from './config.ts';
import type { HandedOver } from './handed-over.ts';
import { checkContent } from '#content/check/check.ts';
import { pageSource, plainText, settingsFile } from '#content/source.ts';
import { writtenPage, writtenSettings } from '#content/written.ts';
import { parse } from 'yaml';

type Fields = Record<string, unknown>;

/** Reads and writes files in their one form, so that whoever saves changes only what they changed. */
export function registerFormats({ files }: HandedOver): void {
	CMS.registerCustomFormat(formats.page, 'mdx', {
		fromFile: (text: string) => {
			const { frontmatter = '', body } = pageSource(plainText(text));
			return { ...(parse(frontmatter) as Fields), body: body.trim() };
		},
		toFile: (fields: Fields) => writtenPage(fields),
	});
	CMS.registerCustomFormat(formats.settings, 'json', {
		fromFile: (text: string) => withoutUnknown(JSON.parse(plainText(text)) as Fields),
		toFile: (fields: Fields) => writtenSettings(fields, settingsIn(files)),
	});
}

/** Stops what would break the site before it is saved, and says why in the editor's own dialog. */
export function registerCheck({ files, published }: HandedOver): void {
	CMS.registerEventListener({
		name: 'preSave',
		handler: ({ entry }) => {
			const { path, data } = entry.toJS() as { path: string; data: Fields };
			const text =
				path === settingsFile ? writtenSettings(data, settingsIn(files)) : writtenPage(data);
			const { mistakes } = checkContent({ ...files, [path]: text }, published);
			const own = mistakes.filter(({ file }) => file === path);
			if (own.length === 0) return;
			const told = own.map(({ what, mend }) => `${what} ${mend}`).join('\n\n');
			// The editor shows the text of the cause.
			throw new Error('saving_failed', { cause: new Error(told) });
		},
	});
}

function settingsIn(files: HandedOver['files']): unknown {
	return JSON.parse(plainText(files[settingsFile] ?? '{}'));
}

/** An unknown setting is an empty field. */
function withoutUnknown(fields: Fields): Fields {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => {
			if (value === null) return [name, ''];
			const isGroup = typeof value === 'object' && !Array.isArray(value);
			return [name, isGroup ? withoutUnknown(value as Fields) : value];
		}),
	);
}
