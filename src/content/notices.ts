import { missingSentences } from '#content/leaflet.ts';
import { highestLix, misspelt, readability } from '#content/lix.ts';
import { proseOf } from '#content/prose.ts';
import type { Notice } from '#content/report.ts';
import { fieldsOf, schemaAt } from '#content/schema/field.ts';
import { settingsSchema } from '#content/schema/settings.ts';
import type { ReadPage, Site } from '#content/site.ts';
import { leafletFile, settingsFile } from '#content/source.ts';

type Knows = ((word: string) => boolean) | undefined;
type Noticed = [line: number, text: string];

/** What is worth a look: never a mistake, since the text is the editors' to change. */
export function noticesOf(site: Site, knows: Knows): Notice[] {
	const inFile = (file: string, noticed: readonly Noticed[]) =>
		noticed.map(([line, text]) => ({ file, line, text }));
	return [
		...site.pages.flatMap((page) =>
			inFile(page.file, [
				...missingSentences(site.files[leafletFile] ?? '', page).map((sentence): Noticed => [
					1,
					`Folderens sætning står ikke ordret på siden: "${sentence}"`,
				]),
				...(knows ? [...easyToRead(page), ...wellSpelt(page, knows)] : []),
			]),
		),
		...inFile(settingsFile, unanswered(site)),
	];
}

/** What people ask, and what is owed to whoever means well, and nobody has filled in. */
function unanswered({ files }: Site): Noticed[] {
	const questions = fieldsOf(schemaAt(settingsSchema, ['practical'])).map(({ name, label }) => [
		name,
		`"${label}" har intet svar, så det står ikke på siden. Spørg projektlederen.`,
	]);
	const security =
		'Der er ingen postkasse til sikkerhed, så den, der finder et hul i webstedet, ved ikke, hvem der skal have det at vide.';
	return [...questions, ['security', security]].flatMap(([name = '', text = '']): Noticed[] => {
		const line = 1 + lineWith(files[settingsFile], `"${name}": null`);
		return line > 0 ? [[line, text]] : [];
	});
}

function easyToRead(page: ReadPage): Noticed[] {
	const { lix } = readability(proseOf(page));
	const text = `Teksten er svær at læse (LIX ${lix}). Skriv kortere sætninger og kortere ord, så den kommer ned på ${highestLix}.`;
	return lix > highestLix ? [[1, text]] : [];
}

function wellSpelt(page: ReadPage, knows: NonNullable<Knows>): Noticed[] {
	return misspelt(proseOf(page), knows).map((word) => [
		1 + lineWith(page.text, word),
		`Ordbogen kender ikke "${word}". Ret det, eller skriv det i content/ordliste.txt, hvis det er rigtigt.`,
	]);
}

/** The index of the first line that holds some words. */
function lineWith(text = '', words: string): number {
	return text.split('\n').findIndex((line) => line.includes(words));
}
