import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';

/** Redirects of removed pages, as `[from, to]`. */
export function redirectsOf(files: ContentFiles): [string, string][] {
	return readSite(files, []).pages.flatMap(({ address, lines: { leadsTo } }) =>
		typeof leadsTo === 'string' ? [[address, leadsTo] as [string, string]] : [],
	);
}
