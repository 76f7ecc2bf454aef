import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '#site/paths.ts';
import { HtmlPage } from './html-page.ts';

/** Every sentence that the pages quote from the leaflet, in the order of its panels. */
export const leafletSentences = [paths.home, paths.about, paths.police, paths.contact].flatMap(
	(address) =>
		new HtmlPage(readFileSync(join('dist', address, 'index.html'), 'utf8'))
			.all('blockquote')
			.flatMap((quote) => quote.all('p').map(({ text }) => text)),
);

/** Removes spaces and line breaks, which depend on the layout. */
export function withoutSpaces(text: string): string {
	return text.replace(/\s+/g, '');
}
