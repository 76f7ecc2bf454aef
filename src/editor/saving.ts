import CMS from '@sveltia/cms';
import { formats } from './config.ts';
import { tellMistakes } from './mistakes.ts';
import { asForm, fromForm, onOneLine } from './settings-form.ts';
import type { HandedOver } from './handed-over.ts';
import { checkContent } from '#content/check/check.ts';
import { pageSource, plainText, settingsFile } from '#content/source.ts';
import { writtenPage, writtenSettings } from '#content/written.ts';
import { parse } from 'yaml';

type Fields = Record<string, unknown>;

/** Reads and writes files in their one form, so that whoever saves changes only what they changed. */
export function registerFormats(): void {
	CMS.registerCustomFormat(formats.page, 'mdx', {
		fromFile: (text: string) => {
			const { frontmatter = '', body } = pageSource(plainText(text));
			return { ...(parse(frontmatter) as Fields), body: body.trim() };
		},
		toFile: (fields: Fields) => pageText(fields),
	});
	CMS.registerCustomFormat(formats.settings, 'json', {
		fromFile: (text: string) => asForm(JSON.parse(plainText(text)) as Fields),
		toFile: (fields: Fields) => settingsText(fields),
	});
}

/** Stops what would break the site before it is saved, and says why in the editor's own dialog. */
export function registerCheck({ files, published }: HandedOver): void {
	CMS.registerEventListener({
		name: 'preSave',
		handler: ({ entry }) => {
			const { path, data } = entry.toJS() as { path: string; data: Fields };
			const text = path === settingsFile ? settingsText(data) : pageText(data);
			const { mistakes } = checkContent({ ...files, [path]: text }, published);
			const own = mistakes.filter(({ file }) => file === path);
			if (own.length === 0) return;
			throw tellMistakes(own, text);
		},
	});
}

function settingsText(fields: Fields): string {
	return writtenSettings(fromForm(fields));
}

function pageText({ body, ...lines }: Fields): string {
	const tidy = Object.entries(lines).map(([name, value]) => [
		name,
		typeof value === 'string' ? onOneLine(value) : value,
	]);
	return writtenPage({ ...(Object.fromEntries(tidy) as Fields), body });
}
