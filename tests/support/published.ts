import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The address of every page of the built site; the pages that only functions show are not among them. */
export const pages: readonly string[] = readdirSync('dist', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.html'))
	.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
	.toSorted();

/** The HTML of every published page. */
export const builtPages: readonly { name: string; html: string }[] = pages.map((address) => ({
	name: address,
	html: readFileSync(join('dist', address.replace(/\/$/, '/index.html')), 'utf8'),
}));
