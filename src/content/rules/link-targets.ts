import { linksIn } from '#content/links.ts';
import type { Said } from '#content/report.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { howToLink } from '#content/schema/components.ts';
import type { Site } from '#content/site.ts';
import { paths } from '#site/paths.ts';

const elsewhere = /^(https:\/\/[^\s/]+\.[^\s/]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+$|tel:\+?\d+$)/;

/** A link leads to a page or a file that is there, or to another site. */
export const linkTargets: PageRule = ({ tree }, tell, site) => {
	for (const { node, url } of linksIn(tree)) {
		const trouble = url === undefined ? undefined : troubleWith(url, site);
		if (trouble) tell(node, ...trouble);
	}
};

function troubleWith(url: string, { pages, published }: Site): Said | undefined {
	if (elsewhere.test(url) || /^#./.test(url)) return undefined;
	const [path = ''] = url.split('#');
	if (!/^\/(?!\/)/.test(path))
		return [`"${url}" er ikke en adresse, et link kan føre til.`, howToLink];
	const addresses = pages.map(({ address }) => address);
	if (published.has(path) || [...addresses, paths.was].includes(path)) return undefined;
	return [
		`Linket fører til "${path}", men den side findes ikke.`,
		`Siderne har adresserne ${addresses.toSorted().join(', ')}.`,
	];
}

export const examples: Examples = {
	good: [
		'[Spørg os](/kontakt/#hvem), [ring](tel:+4512345678), [skriv](mailto:a@b.dk), [læs om loven](https://a.dk/)',
	],
	bad: [
		'[Læs om aftalen](/aftale/)\n\n<Knap tekst="Ansøg nu" adresse="/kontakt" />',
		...[
			'kontakt.mdx',
			'politi.dk',
			'javascript:alert',
			'//a.dk/',
			'http://a.dk',
			'22334455',
			'a@b.dk',
			'mailto:os',
			'',
		].map((to) => `[Spørg os](${to})`),
	],
};
