import { expect, test } from 'vitest';
import { mended } from '#content/mend.ts';
import { head, reportOf } from '../../support/broken-content.ts';

/** What was pasted, and what becomes of it. */
const table: [string, string, string][] = [
	['signs that nobody sees', 'Tryg\u00adheds\u200bam\ufeffbas\u0007sadør', 'Tryghedsambassadør'],
	['another kind of line break', 'Et.\u2028To.', 'Et.\nTo.'],
	['the bullets of Word', '•\tEt\n·\u00a0To\n▪ Tre', '- Et\n- To\n- Tre'],
	['a bullet with the space of Word', '-\u00a0Et punkt', '- Et punkt'],
	['a heading with the space of Word', '##\u00a0Hvem?', '## Hvem?'],
	['a heading without its space', '##Hvem?', '## Hvem?'],
	[
		'curly quotes in a component',
		'<Knap tekst=”Ansøg nu” adresse=“/ansoeg/” />',
		'<Knap tekst="Ansøg nu" adresse="/ansoeg/" />',
	],
	[
		'a table without its line',
		'| Hvem | Hvornår |\n| Bo | Nu |\n',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n',
	],
	[
		'a table whose line is too short',
		'| Hvem | Hvornår |\n| --- |\n| Bo | Nu |\n',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n',
	],
	[
		'a table with blank lines in it',
		'| Hvem | Hvornår |\n\n| --- | --- |\n\n| Bo | Nu |\n\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\nTekst.',
	],
	[
		'a table with text right below',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\nTekst.',
	],
	[
		'a row that was typed below a table',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\n| Ib | Nu |\n\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n| Ib | Nu |\n\nTekst.',
	],
	[
		'a table copied from a sheet',
		'Hvem\tHvornår\nBo\tNu\n\nTekst.',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n\nTekst.',
	],
];
for (const [what, pasted, right] of table) {
	test(`${what} is put right, and that is said`, () => {
		const { body, said } = mended(pasted);
		expect(body).toBe(right);
		expect(said).toHaveLength(1);
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
