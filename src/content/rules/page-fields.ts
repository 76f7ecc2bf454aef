import { readLines } from '#content/frontmatter.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { pageFields } from '#content/schema/page.ts';

const required = pageFields.filter((field) => field.required).map(({ name }) => name);

/** A page has frontmatter that fits the schema. */
export const frontmatter: PageRule = ({ frontmatter: text }, report) => {
	if (text !== undefined) readLines(text, report);
	else
		report(
			1,
			`Siden mangler linjerne øverst. Skriv --- på første linje, derefter ${required.join(', ')} på hver sin linje og til sidst --- igen.`,
		);
};

const page = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\nTekst.\n`;
const titled = (title: string) => page(`title: ${title}`, 'intro: a', 'description: b');
const placed = (...lines: string[]) => page('title: a', 'intro: a', 'description: b', ...lines);

export const examples: Examples = {
	good: ["'Hvem: os'", '2027-01-01', '2027-01-01 12:00:00', '012', '12:30', 'true', 'null'].map(
		titled,
	),
	bad: [
		...['', '\n---\ntitle: Prøve\n---\n', '---\ntitle: Prøve\n', page('title: Prøve', 'intro: a')],
		...[
			'',
			'a\ntitle: a',
			'a: b',
			'*Prøve',
			'a'.repeat(81),
			'|\n  En\n  To',
			"'En **god** side'",
		].map(titled),
		...['Ring&nbsp;nu', 'Prøve # en side', "Politi'et #1 i byen", "'Prøve' # en side"].map(titled),
		...[page('titel: a', 'intro: a', 'description: b'), placed('# husk'), placed('menu: Prøve')],
		...[placed('menu: Prøve', 'order: først'), placed('leadsTo: Kontakt')],
	],
};
