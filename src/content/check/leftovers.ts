import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/check/rule.ts';
import { either, inFile } from '#content/report.ts';

/** Marks that made nothing of the text, so that readers would see them: how they look, and what to say. */
const marks: readonly { mark: RegExp; what: string; mend: string }[] = [
	{
		mark: /^#{2,6}[^\s#]|^#{1,6}\u00a0/gm,
		what: 'En overskrift mangler et mellemrum efter #.',
		mend: `Slet #, og vælg Overskrift 2.${inFile(' I filen står der et mellemrum mellem ## og teksten.')}`,
	},
	{
		mark: /^(?:[•·▪]|[-*]\u00a0)/gm,
		what: 'Et punkt i en liste begynder med et forkert tegn.',
		mend: `Slet tegnet, og vælg Punktopstilling.${inFile(' I filen står der - og et mellemrum foran hvert punkt.')}`,
	},
	{
		mark: /^\[[ xX]?\]\s/gm,
		what: 'Et punkt begynder med en boks til at sætte kryds i.',
		mend: 'Slet [ ]. Man kan ikke sætte kryds på siderne.',
	},
	{
		mark: /\*\*|__|~~/g,
		what: 'Der står tegn for fed eller gennemstreget, som ikke virker.',
		mend: `Slet tegnene, markér ordene, og tryk på Fed.${inFile(' I filen skriver man **fed** uden mellemrum inden for tegnene.')} Gennemstreget kan ikke bruges.`,
	},
	{
		mark: /(?<![\p{L}\d\\])_(?=[\p{L}\d])|(?<=[\p{L}\d.,:;!?])_(?![\p{L}\d])/gu,
		what: 'Der står et _, som ikke gør noget kursivt.',
		mend: `Slet tegnet, markér ordene, og tryk på Kursiv.${inFile(' I filen skriver man _kursiv_.')}`,
	},
	{
		mark: /^\|.*\|/gm,
		what: 'En tabel er ikke skrevet rigtigt.',
		mend: either(
			'Skriv lige så mange felter i hver række, med | imellem, og noget i hvert felt i den øverste.',
			'Skriv | --- | i linjen under den første, med lige så mange felter som i den.',
		),
	},
	{
		mark: /\/>/g,
		what: 'Der står en rest af en byggeklods.',
		mend: 'Slet den. Skal byggeklodsen blive, så indsæt den igen.',
	},
	{
		mark: /^\+{3}$/gm,
		what: 'Der står +++ på en linje for sig selv. Det, der står under, ville ikke blive vist.',
		mend: 'Slet linjen.',
	},
];

/** Finds what was meant as a heading, a list or a table, and would be shown as it was typed. */
export const leftovers: PageRule = ({ tree, body }, tell) => {
	visit(tree, 'text', ({ position }) => {
		if (!position) return;
		// As it was written: what is escaped is meant to be seen.
		const written = body.slice(position.start.offset, position.end.offset);
		for (const { mark, what, mend } of marks) {
			for (const { index } of written.matchAll(mark)) {
				tell(position.start.line + written.slice(0, index).split('\n').length - 1, what, mend);
			}
		}
	});
};

export const examples: Examples = {
	good: ['Skriv \\*\\* og \\_ikke\\_ og fil_navn_her [se (mere) nedenfor].\n\n#1 er 2 * 3 | 4.'],
	bad: ['##Vigtigt', '• Et punkt', 'Det er **vigtigt.', 'Det er _vigtigt.', '- [ ] Husk'],
};
