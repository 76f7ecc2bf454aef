import type { Examples, PageRule } from '#content/check/rule.ts';
import { readLines } from '#content/page-lines.ts';
import { pageField, pageFieldNames } from '#content/table/page-lines.ts';

const required = pageFieldNames.filter((name) => pageField(name).required).join(', ');

/** The lines on top of a page are there, and can be used. */
export const pageLines: PageRule = ({ frontmatter }, tell) => {
	if (frontmatter !== undefined) {
		readLines(frontmatter, tell);
		return;
	}
	tell(
		1,
		'Siden mangler linjerne øverst.',
		`Skriv --- på første linje, derefter ${required} på hver sin linje og til sidst --- igen.`,
	);
};

export const examples: Examples = {
	good: ["---\ntitle: 'Hvem: os'\nintro: a\ndescription: b\n---\n\nTekst.\n"],
	bad: ['---\ntitle: Prøve\nintro: a\n---\n\nTekst.\n', '---\ntitel: a\n---\n'],
};
