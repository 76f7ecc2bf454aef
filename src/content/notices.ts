import { toString } from 'mdast-util-to-string';
import { leafletParts, missingSentences } from '#content/leaflet.ts';
import { linksIn } from '#content/links.ts';
import { highestLix, misspelt, readability } from '#content/lix.ts';
import { proseOf } from '#content/prose.ts';
import type { Notice } from '#content/report.ts';
import type { ReadPage, Site } from '#content/site.ts';
import { leafletFile, settingsFile } from '#content/source.ts';
import { called } from '#content/table/page-lines.ts';
import { settingFields } from '#content/table/settings.ts';

type Knows = ((word: string) => boolean) | undefined;

/** Everyone who has an opinion of a page. Another one is added here. */
const readers: readonly ((page: ReadPage, site: Site, knows: Knows) => [number, string][])[] = [
	comparedWithLeaflet,
	easyToRead,
	wellSpelt,
	toldApart,
	leadingToRemoved,
];

/** What is worth a look: never a mistake, since the text is the editors' to change. */
export function noticesOf(site: Site, knows: Knows): Notice[] {
	const ofPages = site.pages.flatMap((page) =>
		readers.flatMap((read) =>
			read(page, site, knows).map(([line, text]) => ({ file: page.file, line, text })),
		),
	);
	return [...ofPages, ...printedAddresses(site), ...openQuestions(site), ...nobodyToTell(site)];
}

/** What people ask before they apply, and nobody has answered yet. */
function openQuestions(site: Site): Notice[] {
	return Object.entries(settingFields.practical.fields).flatMap(([name, { label }]) =>
		whereUnset(
			name,
			`"${label}" har intet svar, så det står ikke på siden. Spørg projektlederen.`,
			site,
		),
	);
}

/** What stops no build, and yet is owed to whoever means well. */
function nobodyToTell(site: Site): Notice[] {
	return whereUnset(
		'security',
		'Der er ingen postkasse til sikkerhed, så den, der finder et hul i webstedet, ved ikke, hvem der skal have det at vide.',
		site,
	);
}

/** A notice at a setting that nobody has filled in; nothing where it has a value. */
function whereUnset(name: string, text: string, { files }: Site): Notice[] {
	const lines = (files[settingsFile] ?? '').split('\n');
	const line = 1 + lines.findIndex((each) => each.includes(`"${name}": null`));
	return line > 0 ? [{ file: settingsFile, line, text }] : [];
}

/** The leaflet is printed: what it names has to be found for as long as it lies around. */
function printedAddresses({ files, pages }: Site): Notice[] {
	const text = files[leafletFile] ?? '';
	const known = new Set(pages.map(({ address }) => address));
	return leafletParts(text)
		.filter(({ address }) => !known.has(address))
		.map(({ address }) => ({
			file: leafletFile,
			line: 1 + text.split('\n').findIndex((line) => line.startsWith(`## ${address} `)),
			text: `Folderen hører til "${address}", men den side findes ikke mere. Hent filen tilbage, og vælg i ${called('leadsTo')}, hvor adressen skal føre hen.`,
		}));
}

function comparedWithLeaflet(
	{ address, lines, tree }: ReadPage,
	{ files }: Site,
): [number, string][] {
	return leafletParts(files[leafletFile] ?? '')
		.filter((part) => part.address === address)
		.flatMap((part) => missingSentences(part, String(lines.title), tree))
		.map((sentence) => [1, `Folderens sætning står ikke ordret på siden: "${sentence}"`]);
}

function easyToRead(page: ReadPage, _: Site, knows: Knows): [number, string][] {
	const { lix } = readability(proseOf(page));
	if (!knows || lix <= highestLix) return [];
	return [
		[
			1,
			`Teksten er svær at læse (LIX ${lix}). Skriv kortere sætninger og kortere ord, så den kommer ned på ${highestLix}.`,
		],
	];
}

function wellSpelt(page: ReadPage, _: Site, knows: Knows): [number, string][] {
	if (!knows) return [];
	const lines = page.text.split('\n');
	return misspelt(proseOf(page), knows).map((word) => [
		1 + lines.findIndex((line) => line.includes(word)),
		`Ordbogen kender ikke "${word}". Ret det, eller skriv det i content/ordliste.txt, hvis det er rigtigt.`,
	]);
}

/** Some find their way by a list of the headings alone. */
function toldApart({ tree }: ReadPage): [number, string][] {
	const seen = new Set<string>();
	return tree.children.flatMap((node): [number, string][] => {
		if (node.type !== 'heading') return [];
		const heading = toString(node);
		if (seen.has(heading))
			return [
				[node.position?.start.line ?? 1, `Overskriften "${heading}" står flere gange på siden.`],
			];
		seen.add(heading);
		return [];
	});
}

/** Whoever follows such a link is sent on, and may find something else than it says. */
function leadingToRemoved({ tree }: ReadPage, { pages }: Site): [number, string][] {
	return linksIn(tree).flatMap(({ node, url }): [number, string][] => {
		const { lines } = pages.find(({ address }) => address === url?.split('#')[0]) ?? {};
		if (lines?.leadsTo === undefined) return [];
		const told = `Linket fører til "${url}", men den side er fjernet. Skriv "${lines.leadsTo}", eller slet linket.`;
		return [[node.position?.start.line ?? 1, told]];
	});
}
