import { attributes } from '#content/check/attributes.ts';
import { code } from '#content/check/code.ts';
import { components } from '#content/check/component-names.ts';
import { componentPlaces } from '#content/check/component-places.ts';
import { conflicts } from '#content/check/conflicts.ts';
import { contacts } from '#content/check/contacts.ts';
import { headings } from '#content/check/headings.ts';
import { leftovers } from '#content/check/leftovers.ts';
import { letters } from '#content/check/letters.ts';
import { linkTargets } from '#content/check/link-targets.ts';
import { linkTexts } from '#content/check/link-texts.ts';
import { menu } from '#content/check/menu.ts';
import { noLinks } from '#content/check/no-links.ts';
import { notHere } from '#content/check/not-here.ts';
import { pageFiles } from '#content/check/page-files.ts';
import { pageLines } from '#content/check/page-lines.ts';
import { phoneNumbers } from '#content/check/phone-numbers.ts';
import { pictures } from '#content/check/pictures.ts';
import { removed } from '#content/check/removed.ts';
import type { PageRule, SiteRule } from '#content/check/rule.ts';
import { settings } from '#content/check/settings.ts';
import { tables } from '#content/check/tables.ts';
import { unreadable } from '#content/check/unreadable.ts';
import { noticesOf } from '#content/notices.ts';
import { type Finding, type Findings, type Reader, type Tell, wordedFor } from '#content/report.ts';
import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';

export const pageRules: readonly PageRule[] = [
	pageLines,
	unreadable,
	code,
	components,
	componentPlaces,
	attributes,
	headings,
	notHere,
	leftovers,
	tables,
	noLinks,
	linkTexts,
	linkTargets,
	pictures,
	contacts,
	phoneNumbers,
];
/** The first is told alone: a file with two versions in it has many other mistakes. */
export const siteRules: readonly [SiteRule, ...SiteRule[]] = [
	conflicts,
	settings,
	letters,
	pageFiles,
	menu,
	removed,
];

/**
 * Reads all content and says what is wrong with it, all at once.
 *
 * @param files every file under `content/`
 * @param published the addresses of the files in `public/`
 * @param knows whether a word is in the dictionary; without one, words are not looked at
 * @param reader whose words it is told in
 */
export function checkContent(
	files: ContentFiles,
	published: readonly string[],
	knows?: (word: string) => boolean,
	reader: Reader = 'file',
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

	const [conflict, ...others] = siteRules;
	conflict(site, tellIn);
	const inConflict = new Set(mistakes.map(({ file }) => file));
	const tellInOthers = (file: string): Tell =>
		inConflict.has(file) ? () => undefined : tellIn(file);
	for (const rule of others) rule(site, tellInOthers);
	for (const page of site.pages) {
		for (const rule of pageRules) rule(page, tellInOthers(page.file), site);
	}
	const worded = (text: string) => wordedFor(reader, text);
	return {
		mistakes: mistakes
			.toSorted(inOrder)
			.map((mistake) => ({ ...mistake, what: worded(mistake.what), mend: worded(mistake.mend) })),
		notices: noticesOf(site, knows).map((notice) => ({ ...notice, text: worded(notice.text) })),
	};
}

/** Enough of a line to find it by. */
function quoted(line = ''): string {
	const text = line.trim();
	return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}

function inOrder(one: Finding, other: Finding): number {
	return one.file.localeCompare(other.file) || one.line - other.line;
}
