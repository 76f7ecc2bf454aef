import { visit } from 'unist-util-visit';
import { textIn } from '#content/mdx.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';

/** Headings are of levels 2 and 3, in order: screen reader users go from one to the next. */
export const headings: PageRule = ({ tree }, report) => {
	let isAbove = false;
	visit(tree, 'heading', (heading) => {
		const { depth } = heading;
		const text = textIn(heading);
		if (text.trim() === '')
			report(heading, 'Der står en tom overskrift. Skriv en tekst i den, eller slet den.');
		else if (depth === 3 && !isAbove)
			report(heading, `Over "${text}" står der ingen Overskrift 2. Vælg Overskrift 2.`);
		else if (depth !== 2 && depth !== 3)
			report(heading, `"${text}" er en Overskrift ${depth}. Vælg Overskrift 2 eller 3.`);
		isAbove = true;
	});
};

export const examples: Examples = {
	good: ['## Hvem?\n\n### Alle\n\n## Hvor?'],
	bad: ['### Først', '## Først\n\n#### Så', '# Prøve', '##'],
};
