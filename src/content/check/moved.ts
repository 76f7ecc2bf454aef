import type { Examples, SiteRule } from '#content/check/rule.ts';
import { reserved } from '#content/navigation.ts';
import { called } from '#content/table/page-lines.ts';

/** A page's former address leads to that page, and to it alone. */
export const moved: SiteRule = ({ pages }, tellIn) => {
	const taken = new Map([
		...reserved.map((name) => [`/${name}/`, name] as const),
		...pages.map(({ id, address }) => [address, id] as const),
	]);
	for (const { file, id, lines, text } of pages) {
		if (!Array.isArray(lines.formerly)) continue;
		for (const address of lines.formerly) {
			const other = taken.get(address);
			const line = 1 + text.split('\n').findIndex((each) => each.includes(address));
			if (other === undefined) taken.set(address, id);
			else if (other === id)
				tellIn(file)(
					line,
					`"${address}" er allerede sidens egen adresse.`,
					`Slet den i ${called('formerly')}.`,
				);
			else
				tellIn(file)(
					line,
					`"${address}" fører allerede til "${other}".`,
					`Slet siden "${other}", hvis den her er kommet i stedet. Ellers slet adressen i ${called('formerly')}.`,
				);
		}
	}
};

const page = (formerly: string) =>
	`---\ntitle: a\nintro: b\ndescription: c\nformerly:\n  - ${formerly}\n---\n`;

export const examples: Examples = {
	good: [page('/gammel-side/')],
	bad: [
		page('/kontakt/'),
		page('/proeve/'),
		page('/admin/'),
		{ 'content/pages/en.mdx': page('/gammel/'), 'content/pages/to.mdx': page('/gammel/') },
	],
};
