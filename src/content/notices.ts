import { missingSentences } from '#content/leaflet.ts';
import { highestLix, lixOf, wordsOf } from '#content/lix.ts';
import { proseOf } from '#content/prose.ts';
import type { Notice } from '#content/findings.ts';
import { fieldsAt } from '#content/schema/field.ts';
import { settingsSchema } from '#content/schema/site-settings.ts';
import type { ReadPage, Site } from '#content/site.ts';
import { leafletFile, settingsFile } from '#content/source.ts';

type Knows = ((word: string) => boolean) | undefined;

/** Differences from the leaflet, hard texts, unknown words and unanswered questions. None of them stops a build. */
export function noticesOf({ files, pages }: Site, knows: Knows): Notice[] {
	return [
		...pages.flatMap((page) => [
			...missingSentences(files[leafletFile] ?? '', page).map((sentence) => ({
				file: page.file,
				line: 1,
				text: `Folderens sætning står ikke ordret på siden: "${sentence}"`,
			})),
			...(knows ? languageNotices(page, knows) : []),
		]),
		...unanswered(files[settingsFile]),
	];
}

function languageNotices(page: ReadPage, knows: NonNullable<Knows>): Notice[] {
	const { file, text } = page;
	const prose = proseOf(page);
	const lix = lixOf(prose);
	const hard = `Teksten er svær at læse (LIX ${lix}). Skriv kortere sætninger og kortere ord, så den kommer ned på ${highestLix}.`;
	const unknown = new Set(prose.flatMap(wordsOf).filter((word) => !knows(word)));
	return [
		...(lix > highestLix ? [{ file, line: 1, text: hard }] : []),
		...[...unknown].map((word) => ({
			file,
			line: lineWith(text, word),
			text: `Stavekontrollen kender ikke "${word}". Ret det, eller skriv det i content/ordliste.txt, hvis det er rigtigt.`,
		})),
	];
}

/** Questions without an answer, and a missing mailbox for security. */
function unanswered(settings = ''): Notice[] {
	const questions = fieldsAt(settingsSchema, ['practical']).map(({ name, label }) => [
		name,
		`"${label}" har intet svar, så det står ikke på siden. Spørg projektlederen.`,
	]);
	const security =
		'Der er ingen postkasse til sikkerhed, så den, der finder et hul i webstedet, ved ikke, hvem der skal have det at vide.';
	return [...questions, ['security', security]].flatMap(([name = '', text = '']) => {
		const line = lineWith(settings, `"${name}": null`);
		return line > 0 ? [{ file: settingsFile, line, text }] : [];
	});
}

/** The first line that holds some words, counted from 1; 0 if none does. */
function lineWith(text: string, words: string): number {
	return 1 + text.split('\n').findIndex((line) => line.includes(words));
}
