import type { Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/check/rule.ts';

/**
 * The first row says what stands below it. A row has no more fields than the first, and is no text that happens to
 * stand below a table.
 */
export const tables: PageRule = ({ tree, body }, tell) => {
	visit(tree, 'table', ({ children, position }: Table) => {
		const columns = children[0]?.children.length ?? 0;
		if (children[0] && toString(children[0]) === '') {
			tell(
				children[0],
				'Den øverste række i en tabel er tom.',
				'Skriv i hvert felt, hvad der står under det, eller slet tabellen.',
			);
		}
		const isFramed = body[position?.start.offset ?? 0] === '|';
		for (const row of children) {
			const { length } = row.children;
			if (isFramed && body[row.position?.start.offset ?? 0] !== '|') {
				tell(
					row,
					'Teksten under en tabel ville blive en række i den.',
					'Lav en tom linje mellem tabellen og teksten.',
				);
			} else if (length > columns) {
				tell(
					row,
					`Rækken har ${length} felter, men tabellens øverste række har ${columns}.`,
					'Slet det, der er for meget, eller giv den øverste række flere felter. Der står | mellem felterne.',
				);
			}
		}
	});
};

export const examples: Examples = {
	good: [
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\n| Ib |\n\nTekst.',
		'|   Hvem   |  Hvornår |\n|:--------|:---:|\n| Bo       | Nu      |',
	],
	bad: [
		'|  |  |\n| --- | --- |\n| Bo | Nu |',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu | Her |',
		'| Hvem | Hvornår |\n| --- | --- |\n| Bo | Nu |\nTekst.',
	],
};
