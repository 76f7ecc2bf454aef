import { expect, test } from 'vitest';
import { mended } from '#content/mend.ts';
import { head, reportOf } from '../../support/broken-content.ts';

/** What was pasted, what becomes of it, and what is said. */
const table: [string, string, string, string][] = [
	[
		'signs that nobody sees',
		'Tryg\u00adheds\u200bam\ufeffbas\u0007sadør',
		'Tryghedsambassadør',
		'4 usynlige tegn er slettet i teksten.',
	],
	[
		'another kind of line break',
		'Et.\u2028To.',
		'Et.\nTo.',
		'Et usynligt tegn er slettet i teksten.',
	],
	[
		'the bullets of Word',
		'•\tEt\n·\u00a0To\n▪ Tre',
		'- Et\n- To\n- Tre',
		'3 punkter fra Word er nu en liste.',
	],
	[
		'a bullet with the space of Word',
		'-\u00a0Et punkt',
		'- Et punkt',
		'Et punkt fra Word er nu en liste.',
	],
	[
		'a heading with the space of Word',
		'##\u00a0Hvem?',
		'## Hvem?',
		'En linje med # foran er nu en overskrift.',
	],
	[
		'headings without their space',
		'##Hvem?\n\n##Hvor?',
		'## Hvem?\n\n## Hvor?',
		'2 linjer med # foran er nu overskrifter.',
	],
	[
		'curly quotes in a component',
		'<Knap tekst=”Ansøg nu” adresse=“/ansoeg/” />',
		'<Knap tekst="Ansøg nu" adresse="/ansoeg/" />',
		'De skrå anførselstegn i en byggeklods er nu lige.',
	],
	[
		'curly quotes in two components',
		'<Knap tekst=”Et” adresse="/" />\n\n<Knap tekst=”To” adresse="/" />',
		'<Knap tekst="Et" adresse="/" />\n\n<Knap tekst="To" adresse="/" />',
		'De skrå anførselstegn i 2 byggeklodser er nu lige.',
	],
	[
		'a table without its line',
		'| Hvem | Hvornår |\n| Bo | Nu |\n',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n',
		'En tabel er gjort færdig.',
	],
	[
		'a table whose line is too short',
		'| Hvem | Hvornår |\n| --- |\n| Bo | Nu |\n',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n',
		'En tabel er gjort færdig.',
	],
	[
		'a table with blank lines in it',
		'| Hvem | Hvornår |\n\n| --- | --- |\n\n| Bo | Nu |\n\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\nTekst.',
		'En tabel er gjort færdig.',
	],
	[
		'a table with text right below',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\nTekst.',
		'En tabel er gjort færdig.',
	],
	[
		'a row that was typed below a table',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\n| Ib | Nu |\n\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n| Ib | Nu |\n\nTekst.',
		'En tabel er gjort færdig.',
	],
	[
		'a table copied from a sheet',
		'Hvem\tHvornår\nBo\tNu\n\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\nTekst.',
		'En tabel er gjort færdig.',
	],
	[
		'two tables',
		'| Hvem | Hvor |\n| Bo | Ry |\n\nTekst.\n\n| Hvem | Hvor |\n| Ib | Ry |\n',
		'| Hvem | Hvor |\n| --- | --- |\n| Bo | Ry |\n\nTekst.\n\n| Hvem | Hvor |\n| --- | --- |\n| Ib | Ry |\n',
		'2 tabeller er gjort færdige.',
	],
];
for (const [what, pasted, right, told] of table) {
	test(`${what} is put right, and that is said`, () => {
		const { body, said } = mended(pasted);
		expect(body).toBe(right);
		expect(said).toEqual([told]);
		expect(mended(right)).toEqual({ body: right, said: [] });
		expect(reportOf({ page: `${head}\n${right}\n` }).mistakes).toEqual([]);
	});
}

const left = [
	'Det er **vigtigt.',
	'#1 og "citat" • midt i',
	'<Boks tekst=”a” />',
	'Han sagde: =”nej”',
	'| a | b |\n| --- | --- |\n| c | d | e |\n',
	'| Hvem |  Hvornår |\n|:-----|:---:|\n| Bo   | Nu |\n',
	'| a | b |\n| --- | --- |\n| c | d |\n\n| e | f |\n| --- | --- |\n| g | h |\n',
	'- a\n    - b\n\n## Hvem?',
	'Blå\u00a0bær 👮‍♀️',
];
for (const text of left) {
	test(`${JSON.stringify(text)} is left as it is`, () => {
		expect(mended(text)).toEqual({ body: text, said: [] });
	});
}
