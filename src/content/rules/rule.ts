import type { Finding, Report } from '#content/findings.ts';
import type { ReadPage, Site } from '#content/site.ts';

/** A rule about one page. */
export type PageRule = (page: ReadPage, report: Report, site: Site) => void;

/** A rule about the whole site, or about other files. */
export type SiteRule = (site: Site, reportIn: (file: Finding['file']) => Report) => void;

/**
 * Content without mistakes, and content that this rule alone reports: the body of a page, a page with its frontmatter,
 * files (`undefined` is a missing one), or a change of a file.
 */
export interface Examples {
	good: readonly Example[];
	bad: readonly Example[];
}

export type Example = string | Readonly<Record<string, string | undefined>> | Change;

/** A replacement in a file of the test's content. */
export interface Change {
	file: string;
	from: string | RegExp;
	to: string;
}
