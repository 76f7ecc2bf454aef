import { noticesOf } from '#content/notices.ts';
import type { Finding, Findings, Report } from '#content/findings.ts';
import { components } from '#content/rules/component-tags.ts';
import { contacts } from '#content/rules/contacts.ts';
import { headings } from '#content/rules/headings.ts';
import { links } from '#content/rules/links.ts';
import { marks } from '#content/rules/marks.ts';
import { numbers } from '#content/rules/numbers.ts';
import { pageFiles } from '#content/rules/page-files.ts';
import { frontmatter } from '#content/rules/page-fields.ts';
import { removed } from '#content/rules/removed.ts';
import type { PageRule, SiteRule } from '#content/rules/rule.ts';
import { settings } from '#content/rules/settings-file.ts';
import { tables } from '#content/rules/tables.ts';
import { vocabulary } from '#content/rules/vocabulary.ts';
import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';

export const pageRules: readonly PageRule[] = [
	frontmatter,
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
 * Finds all mistakes in the content.
 *
 * @param files every file under `content/`
 * @param published the addresses of the files in `public/`
 * @param knows whether a word is in the dictionary; without it, spelling and LIX are not checked
 */
export function checkContent(
	files: ContentFiles,
	published: readonly string[],
	knows?: (word: string) => boolean,
): Findings {
	const site = readSite(files, published);
	const found = new Map<string, Finding>();
	const reportIn =
		(file: string): Report =>
		(place, text) => {
			const line = typeof place === 'number' ? place : (place.position?.start.line ?? 1);
			const quote = quoted(site.files[file]?.split('\n')[line - 1]);
			found.set(`${file}:${line}: ${text}`, { file, line, quote, text });
		};

	for (const rule of siteRules) rule(site, reportIn);
	for (const page of site.pages)
		for (const rule of pageRules) rule(page, reportIn(page.file), site);
	return { mistakes: [...found.values()].toSorted(inOrder), notices: noticesOf(site, knows) };
}

/** The start of a line, or the value of a line of data. */
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
