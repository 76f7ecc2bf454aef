import type { Nodes } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/check/rule.ts';

/** What Markdown can do and the site's pages have no look for. */
const named: Partial<Record<Nodes['type'], string>> = {
	blockquote: 'Et citat med > foran',
	code: 'En ramme med kode',
	definition: 'Et link, hvor adressen står et andet sted,',
	imageReference: 'Et billede, hvor adressen står et andet sted,',
	inlineCode: 'Tekst mellem `',
	linkReference: 'Et link, hvor adressen står et andet sted,',
	thematicBreak: 'En streg på tværs',
};

export const notHere: PageRule = ({ tree }, tell) => {
	visit(tree, (node) => {
		const name = named[node.type];
		if (name === undefined) return;
		tell(
			node,
			`${name} kan ikke bruges på siderne.`,
			'Skriv det som almindelig tekst, en liste eller et link.',
		);
		return SKIP;
	});
};

export const examples: Examples = {
	good: ['- En liste\n\n1. En anden\n\n**Fed** og _kursiv_.'],
	bad: ['> Et citat', '```\nkode\n```', 'Brug `kode`.', 'Over\n\n***\n\nUnder'],
};
