import type { Finding, Tell } from '#content/report.ts';
import type { ReadPage, Site } from '#content/site.ts';

/** A rule about one page. */
export type PageRule = (page: ReadPage, tell: Tell, site: Site) => void;

/** A rule about all that is written, or about files that are no pages. */
export type SiteRule = (site: Site, tellIn: (file: Finding['file']) => Tell) => void;

/**
 * Texts that a rule lets pass, and texts that it has something to say of, and no other rule has: the body
 * of a page, a whole page with its lines on top, or files that are changed or (`undefined`) taken away.
 */
export interface Examples {
	good: readonly Example[];
	bad: readonly [Example, ...Example[]];
}

export type Example = string | Readonly<Record<string, string | undefined>>;
