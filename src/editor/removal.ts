import { pagesIn, seenPagesIn } from './pages.ts';
import { ask } from './question.ts';
import { leafletParts } from '#content/leaflet.ts';
import { linksIn } from '#content/links.ts';
import { addressOf, isRemoved } from '#content/navigation.ts';
import { staying } from '#content/check/removed.ts';
import { readSite } from '#content/site.ts';
import { type ContentFiles, leafletFile } from '#content/source.ts';

/** What the editor offers for the address of a page that is to be taken away. */
export function successorsIn(files: ContentFiles): { value: string; label: string }[] {
	return [
		{ value: '', label: staying },
		...seenPagesIn(files).map(({ address, title }) => ({
			value: address,
			label: `Ja, og adressen skal føre til ”${title}”`,
		})),
	];
}

/** What goes when a page goes, for whoever is about to take it away. */
export function partingWords(id: string, to: string, files: ContentFiles): string {
	const titleOf = (address: string) =>
		pagesIn(files).find((page) => page.address === address)?.title ?? address;
	const site = readSite(files, []);
	const own = addressOf({ id });
	const linking = site.pages
		.filter((page) => page.id !== id && !isRemoved(page.lines))
		.filter(({ tree }) => linksIn(tree).some(({ url }) => url?.split('#')[0] === own))
		.map(({ address }) => `”${titleOf(address)}”`);
	const isPrinted = leafletParts(files[leafletFile] ?? '').some(({ address }) => address === own);
	return [
		`Siden forsvinder fra webstedet og menuen. Den, der bruger adressen ${own}, kommer til ”${titleOf(to)}”.`,
		...(isPrinted ? ['Den trykte folder hører til siden.'] : []),
		...(linking.length > 0 ? [`Der er links til siden på ${linking.join(' og ')}.`] : []),
	].join(' ');
}

/** Asks before a page that can be seen is taken away. */
export async function askBeforeRemoval(
	id: string,
	to: string,
	files: ContentFiles,
): Promise<boolean> {
	const page = pagesIn(files).find((each) => each.id === id);
	if (page === undefined || isRemoved(page)) return true;
	return ask({
		title: `Vil du fjerne siden ”${page.title}”?`,
		text: partingWords(id, to, files),
		yes: 'Fjern siden',
		no: 'Behold siden',
	});
}
