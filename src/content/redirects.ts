import { readSite } from '#content/site.ts';
import type { ContentFiles } from '#content/source.ts';

/** Where the former addresses of pages lead now, as `[from, to]`. */
export function redirectsOf(files: ContentFiles): [string, string][] {
	return readSite(files, []).pages.flatMap(({ address, lines: { formerly } }) =>
		Array.isArray(formerly) ? formerly.map((from): [string, string] => [from, address]) : [],
	);
}
