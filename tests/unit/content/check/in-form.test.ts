import { expect, test } from 'vitest';
import { checkContent } from '#content/check/check.ts';
import type { ContentFiles } from '#content/source.ts';
import { content, head, published, testPage } from '../../../support/broken-content.ts';

function toldInForm(files: ContentFiles): string[] {
	const { mistakes } = checkContent({ ...content, ...files }, published, undefined, 'form');
	return mistakes.map(({ what, mend }) => `${what} ${mend}`);
}

const long = head.replace('title: Prøve', `title: ${'a'.repeat(81)}`);
const placed = head.replace('description: En side.', 'description: En side.\nmenu: Nyt\norder: 50');

/** What is wrong, and what somebody reads who has the form in front of them, and not the file. */
const table: [string, string | ContentFiles, string[]][] = [
	[
		'a title that is too long',
		long,
		['"Overskrift" er på 81 tegn. Skriv det kortere. Der er plads til 80 tegn.'],
	],
	[
		'a place in the menu that is taken',
		{ [testPage]: placed, 'content/pages/anden.mdx': placed },
		[
			'Siden har samme plads i menuen som "proeve": 50. Vælg en anden plads i "Plads i menuen" på en af dem.',
		],
	],
	[
		'a removed page that others need',
		{ 'content/pages/ansoeg.mdx': head.replace('\n---\n', '\nleadsTo: /kontakt/\n---\n') },
		[
			'Siden kan ikke fjernes, for den trykte folder fører til den. Vælg "Nej, siden skal blive" i "Fjern siden".',
		],
	],
	[
		'a heading too deep',
		`${head}\n### Først\n`,
		['"Først" er en Overskrift 3, men overskriften før er sidens egen. Vælg Overskrift 2.'],
	],
	[
		'a heading with a sign',
		`${head}\n##Vigtigt\n`,
		['En overskrift mangler et mellemrum efter #. Slet #, og vælg Overskrift 2.'],
	],
	[
		'a button without an address',
		`${head}\n<Knap tekst="Ansøg nu" adresse="" />\n`,
		['Byggeklodsen "Knap" har intet i "Adresse". Skriv det.'],
	],
	[
		'an empty box',
		`${head}\n<KortFortalt>\n\n</KortFortalt>\n`,
		['Byggeklodsen "Kort fortalt" er tom. Skriv en tekst i den, eller slet den.'],
	],
	[
		'HTML in the text',
		`${head}\nDet er <b>vigtigt</b>.\n`,
		['Der står HTML i teksten: <b>. Slet det. Brug knapperne Fed, Kursiv og Link.'],
	],
];
for (const [what, written, told] of table) {
	test(`in the form, ${what} is told in its words`, () => {
		const page = typeof written === 'string' ? { [testPage]: written } : written;
		expect(toldInForm(page)).toEqual(told);
	});
}
