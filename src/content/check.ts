import { noticesOf } from '#content/notices.ts';
import type { Finding, Findings, Tell } from '#content/report.ts';
import { components } from '#content/rules/components.ts';
import { contacts } from '#content/rules/contacts.ts';
import { headings } from '#content/rules/headings.ts';
import { links } from '#content/rules/links.ts';
import { marks } from '#content/rules/marks.ts';
import { numbers } from '#content/rules/numbers.ts';
import { pageFiles } from '#content/rules/page-files.ts';
import { pageLines } from '#content/rules/page-lines.ts';
import { removed } from '#content/rules/removed.ts';
import type { PageRule, SiteRule } from '#content/rules/rule.ts';
import { settings } from '#content/rules/settings.ts';
import { tables } from '#content/rules/tables.ts';
import { vocabulary } from '#content/rules/vocabulary.ts';
import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';

export const pageRules: readonly PageRule[] = [
	pageLines,
	vocabulary,
	components,
	headings,
	numbers,
	marks,
	tables,
	links,
	contacts,
];
export const siteRules: readonly SiteRule[] = [settings, pageFiles, removed];

/**
 * Reads all content and says what is wrong with it, all at once.
 *
 * @param files every file under `content/`
 * @param published the addresses of the files in `public/`
 * @param knows whether a word is in the dictionary; without one, words are not looked at
 */
export function checkContent(
	files: ContentFiles,
	published: readonly string[],
	knows?: (word: string) => boolean,
): Findings {
	const site = readSite(files, published);
	const mistakes: Finding[] = [];
	const tellIn =
		(file: string): Tell =>
		(place, what, mend) => {
			const line = typeof place === 'number' ? place : (place.position?.start.line ?? 1);
			const isTold = mistakes.some(
				(told) => told.file === file && told.line === line && told.what === what,
			);
			const quote = quoted(site.files[file]?.split('\n')[line - 1]);
			if (!isTold) mistakes.push({ file, line, quote, what, mend });
		};

	for (const rule of siteRules) rule(site, tellIn);
	for (const page of site.pages) for (const rule of pageRules) rule(page, tellIn(page.file), site);
	return { mistakes: mistakes.toSorted(inOrder), notices: noticesOf(site, knows) };
}

/** Enough of a line to find it by; of a line of data, its value. */
function quoted(line = ''): string {
	const text = line
		.trim()
		.replace(/^("\w+"|[a-z]\w*):\s*|^---$|^[{}[\]],?$/, '')
		.replace(/,$/, '');
	return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}

function inOrder(one: Finding, other: Finding): number {
	return one.file.localeCompare(other.file) || one.line - other.line;
}
