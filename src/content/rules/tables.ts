import { visit } from 'unist-util-visit';
import { textIn, visitLines } from '#content/mdx.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';

const broken =
	'En tabel er ikke skrevet rigtigt. Slet den, og sæt den ind som tabel. I filen begynder hver række med |, ingen af dem har flere felter end den øverste, under den står | --- | for hvert felt, og efter tabellen er der en tom linje.';

/** A table has a complete header row, no longer rows, and no text directly below. */
export const tables: PageRule = ({ tree, body }, report) => {
	visitLines(tree, (line, number) => {
		if (/^\||\t/.test(line)) report(number, broken);
	});
	visit(tree, 'table', ({ children: rows }) => {
		const [head] = rows;
		if (head?.children.some((cell) => textIn(cell).trim() === ''))
			report(head, 'Tabellens øverste række har et tomt felt. Skriv, hvad der står under det.');
		for (const row of rows) {
			const isRow = body[row.position?.start.offset ?? 0] === '|';
			if (!isRow || row.children.length > (head?.children.length ?? 0)) report(row, broken);
		}
	});
};

export const examples: Examples = {
	good: [
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n| Ib |\n\nTekst.',
		'|   Hvem   |  Hvornår |\n|:--------|:---:|\n| Bo       | Nu      |',
	],
	bad: [
		'| Hvem |  |\n| --- | --- |\n| Bo | Nu |',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu | Her |',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\nTekst.\n\na | b\n--- | ---',
		'| Hvem | Hvornår |\n| --- |\n| Bo | Nu |\n\nHvem\tHvornår',
	],
};
