import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributesOf, isElement, textIn } from '#content/mdx.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { howToLink } from '#content/schema/components.ts';
import { paths } from '#site/paths.ts';

/** An address outside the site, or a place on the same page. */
const elsewhere = /^(#.|https:\/\/[^\s/]+\.[^\s/]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+$|tel:\+?\d+$)/;
const vague =
	/^(klik|tryk|læs|se|find|hent)?\s*(her|mere|link|videre|dette|siden|denne side)?( her)?$/i;

/** A link leads to a page or a file of the site, or to another site, and its text says where. */
export const links: PageRule = ({ tree }, report, { pages, published }) => {
	const addresses = pages.map(({ address }) => address).toSorted();
	visit(tree, (node) => {
		const { text, url } = linkIn(node);
		if (text !== undefined && vague.test(text.trim().replace(/\s*[.:!>»→…]+$/, '')))
			report(
				node,
				`Linkets tekst "${text.trim()}" siger ikke, hvor det fører hen. Skriv, hvad man finder på siden, fx "Læs om aftalen".`,
			);
		if (url === undefined || elsewhere.test(url)) return;
		const [path = ''] = url.split('#');
		if (!/^\/(?!\/)/.test(path))
			report(node, `"${url}" er ikke en adresse, et link kan føre til. ${howToLink}`);
		else if (!published.has(path) && ![...addresses, paths.was].includes(path))
			report(
				node,
				`Linket fører til "${path}", men den side findes ikke. Siderne har adresserne ${addresses.join(', ')}.`,
			);
	});
};

/** The text and the address of a link, or of a component that is one. */
function linkIn(node: Nodes): { text?: string | undefined; url?: string | undefined } {
	if (node.type === 'link') return { text: textIn(node), url: node.url };
	if (!isElement(node)) return {};
	// The rule about tags reports an empty attribute.
	const [text, url] = (['link-text', 'link'] as const).map((kind) =>
		attributesOf(node, [kind]).find((value) => value.trim() !== ''),
	);
	return { text, url };
}

export const examples: Examples = {
	good: [
		'[Spørg os](/kontakt/#hvem), [ring](tel:+4512345678), [skriv](mailto:a@b.dk), [læs om loven](https://a.dk/)',
	],
	bad: [
		'[Læs om aftalen](/aftale/)\n\n<Knap tekst="Ansøg nu" adresse="/kontakt" />',
		'[Spørg os](kontakt.mdx)\n\n[Spørg os](politi.dk)\n\n[Spørg os](javascript:alert)\n\n[Spørg os](//a.dk/)',
		'[Spørg os](http://a.dk)\n\n[Spørg os](22334455)\n\n[Spørg os](a@b.dk)\n\n[Spørg os](mailto:os)\n\n[Spørg os]()',
		'[Klik her](/kontakt/)\n\n[](/kontakt/)\n\n[Se mere »](/kontakt/)\n\n<Knap tekst="Læs mere" adresse="/ansoeg/" />',
	],
};
