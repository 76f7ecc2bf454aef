import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/check/rule.ts';
import { inFile } from '#content/report.ts';

/** As the menu of the editor says it, and for who has the file, as there too. */
const level = (depth: number) => `Overskrift ${depth}${inFile(` (${'#'.repeat(depth)})`)}`;

/** Headings come in order, so that those who go from one to the next miss nothing. */
export const headings: PageRule = ({ tree }, tell) => {
	let above = 1;
	visit(tree, 'heading', (heading: Heading) => {
		const { depth } = heading;
		const text = toString(heading);
		if (text.trim() === '') {
			tell(heading, 'Der står en tom overskrift.', 'Skriv en tekst i den, eller slet den.');
		} else if (depth === 1) {
			tell(
				heading,
				`"${text}" er en ${level(1)}, og den har siden allerede øverst.`,
				`Vælg ${level(2)}.`,
			);
		} else if (depth > above + 1) {
			const before = above === 1 ? 'sidens egen' : `en ${level(above)}`;
			tell(
				heading,
				`"${text}" er en ${level(depth)}, men overskriften før er ${before}.`,
				`Vælg ${level(above + 1)}.`,
			);
		}
		above = Math.max(depth, 2);
	});
};

export const examples: Examples = {
	good: ['## Hvem?\n\n### Alle\n\n## Hvor?'],
	bad: ['### Først', '## Først\n\n#### Så', '# Prøve', '##'],
};
