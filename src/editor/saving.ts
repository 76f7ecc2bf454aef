import CMS from '@sveltia/cms';
import { formats } from './config.ts';
import { orderAt, placeOf } from './menu-place.ts';
import { tellMistakes } from './mistakes.ts';
import { askBeforeRemoval } from './removal.ts';
import { willBeSaved } from './saved-list.ts';
import { asForm, fromForm, onOneLine } from './settings-form.ts';
import type { HandedOver } from './handed-over.ts';
import { checkContent } from '#content/check/check.ts';
import type { Finding } from '#content/report.ts';
import { staying } from '#content/check/removed.ts';
import { pageFile, pageSource, plainText, settingsFile } from '#content/source.ts';
import { writtenPage, writtenSettings } from '#content/written.ts';
import { parse } from 'yaml';

type Fields = Record<string, unknown>;

/** Which file is being written; the editor tells it where it asks for a check, and not where it asks for the text. */
let saving = '';

/** Reads and writes files in their one form, so that whoever saves changes only what they changed. */
export function registerFormats({ files }: HandedOver): void {
	CMS.registerCustomFormat(formats.page, 'mdx', {
		fromFile: (text: string) => {
			const { frontmatter = '', body } = pageSource(plainText(text));
			const { order, ...lines } = parse(frontmatter) as Fields;
			return { ...lines, order: placeOf(order, files), body: body.trim() };
		},
		toFile: (fields: Fields) => pageText(fields, saving, files),
	});
	CMS.registerCustomFormat(formats.settings, 'json', {
		fromFile: (text: string) => asForm(JSON.parse(plainText(text)) as Fields),
		toFile: (fields: Fields) => settingsText(fields),
	});
}

/** What is wrong with a file as it would be saved, and its text. */
export function checked(
	path: string,
	data: Fields,
	{ files, published }: HandedOver,
): { text: string; mistakes: Finding[] } {
	const text = path === settingsFile ? settingsText(data) : pageText(data, path, files);
	const { mistakes } = checkContent({ ...files, [path]: text }, published, undefined, 'form');
	return { text, mistakes: mistakes.filter(({ file }) => file === path) };
}

/** Stops what would break the site before it is saved, and says why in the editor's own dialog. */
export function registerCheck(given: HandedOver): void {
	CMS.registerEventListener({
		name: 'preSave',
		handler: async ({ entry }) => {
			const { path, data } = entry.toJS() as { path: string; data: Fields };
			saving = path;
			const { text, mistakes } = checked(path, data, given);
			if (mistakes.length > 0) throw tellMistakes(mistakes, text);
			willBeSaved(path, text);
			if (typeof data.leadsTo !== 'string' || data.leadsTo === '') return;
			if (await askBeforeRemoval(idOf(path), data.leadsTo, given.files)) return;
			throw new Error('saving_failed', { cause: new Error(`Vælg ”${staying}” nederst.`) });
		},
	});
}

function settingsText(fields: Fields): string {
	return writtenSettings(fromForm(fields));
}

function pageText(
	{ body, order, ...lines }: Fields,
	path: string,
	files: HandedOver['files'],
): string {
	const tidy = Object.entries(lines).map(([name, value]) => [
		name,
		typeof value === 'string' ? onOneLine(value) : value,
	]);
	// Whoever gives a page no name in the menu has nothing to say about its place there.
	const isInMenu = typeof lines.menu === 'string' && lines.menu.trim() !== '';
	return writtenPage({
		...(Object.fromEntries(tidy) as Fields),
		...(isInMenu ? { order: orderAt(order, idOf(path), files) } : {}),
		body,
	});
}

function idOf(path: string): string {
	return pageFile.exec(path)?.[1] ?? '';
}
