import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/rules/rule.ts';

/** A table has a complete header row, no longer rows, and no text directly below. */
export const tables: PageRule = ({ tree, body }, report) => {
	visit(tree, 'table', ({ children: [head, ...rows] }) => {
		if (head?.children.some((cell) => toString(cell).trim() === ''))
			report(head, 'Tabellens øverste række har et tomt felt.', 'Skriv, hvad der står under det.');
		for (const row of head ? [head, ...rows] : []) {
			if (body[row.position?.start.offset ?? 0] !== '|')
				report(
					row,
					'En række i en tabel begynder ikke med |.',
					'Er det tekst, så lav en tom linje over den.',
				);
			else if (row.children.length > (head?.children.length ?? 0))
				report(row, 'Rækken har flere felter end den øverste.', 'Giv den øverste lige så mange.');
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
	],
};
