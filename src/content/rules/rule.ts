import type { Finding, Report } from '#content/findings.ts';
import type { ReadPage, Site } from '#content/site.ts';

/** A rule about one page. */
export type PageRule = (page: ReadPage, report: Report, site: Site) => void;

/** A rule about all that is written, or about files that are no pages. */
export type SiteRule = (site: Site, reportIn: (file: Finding['file']) => Report) => void;

/**
 * What a rule lets pass, and what it reports and no other rule does: the body of a page, a whole page with its lines
 * on top, files that are other ones or (`undefined`) gone, or a change of one.
 */
export interface Examples {
	good: readonly Example[];
	bad: readonly Example[];
}

export type Example = string | Readonly<Record<string, string | undefined>> | Change;

/** A file of the test's content with something else in one place. */
export interface Change {
	file: string;
	from: string | RegExp;
	to: string;
}
