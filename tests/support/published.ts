import { readdirSync } from 'node:fs';

/** The address of every page of the built site; the pages that only functions show are not among them. */
export const pages: readonly string[] = readdirSync('dist', { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.html'))
	.map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
	.toSorted();
