import type { Examples, PageRule } from '#content/check/rule.ts';
import { fragmentsOf, linksIn } from '#content/links.ts';
import { nearest } from '#content/nearest.ts';
import type { ReadPage, Site } from '#content/site.ts';
import { paths } from '#site/paths.ts';

const elsewhere = /^(https:\/\/[^\s/]+\.[^\s/]+|mailto:[^\s@]+@[^\s@]+\.[^\s@]+$|tel:\+?\d+$)/;

export const howToWrite =
	'Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.';

/** A link leads to a place that is there. */
export const linkTargets: PageRule = (page, tell, site) => {
	for (const { node, url } of linksIn(page.tree)) {
		if (url === undefined) continue;
		const trouble = troubleWith(url, page, site);
		if (trouble) tell(node, ...trouble);
	}
};

function troubleWith(url: string, own: ReadPage, site: Site): [string, string] | undefined {
	if (url === '') return ['Et link har ingen adresse.', `Vælg linket. ${howToWrite}`];
	if (elsewhere.test(url)) return undefined;
	if (url.startsWith('http://')) {
		return [
			`Linket til ${url} er ikke sikkert.`,
			'Skriv https:// i stedet for http://, og prøv, om det virker.',
		];
	}
	if (/^(tel:|mailto:|\+?\d+$)|@/.test(url)) {
		return [
			`"${url}" er ikke en adresse, et link kan føre til.`,
			'Skriv et nummer som tel:+4512345678 og en e-mail som mailto:navn@eksempel.dk.',
		];
	}
	const [path = '', fragment] = url.split('#');
	if (path === '' && fragment !== undefined) return wrongFragment(fragment, own, 'siden');
	if (!path.startsWith('/') || path.startsWith('//'))
		return [`"${url}" er ikke en adresse, et link kan føre til.`, howToWrite];
	if (site.published.has(path) || path === paths.was) return undefined;
	const page = site.pages.find(({ address }) => address === path);
	if (page) return fragment === undefined ? undefined : wrongFragment(fragment, page, `"${path}"`);
	const near = nearest(
		path,
		site.pages.map(({ address }) => address),
	);
	return [
		`Linket fører til "${path}", men den side findes ikke.`,
		near === undefined
			? 'Ret adressen. Den er sidens filnavn med / før og efter.'
			: `Mente du "${near}"?`,
	];
}

function wrongFragment(
	written: string,
	{ tree }: ReadPage,
	where: string,
): [string, string] | undefined {
	const fragment = decoded(written);
	const fragments = fragmentsOf(tree);
	if (fragments.has(fragment)) return undefined;
	const near = nearest(fragment, [...fragments]);
	return [
		`Linket fører til stedet "#${fragment}", som ikke er på ${where}.`,
		near === undefined
			? 'Slet # og det, der står efter. Overskriften er måske blevet ændret.'
			: `Mente du "#${near}"? Overskriften er måske blevet ændret.`,
	];
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}

export const examples: Examples = {
	good: [
		'[Spørg os](/kontakt/), [ring](tel:+4512345678), [skriv](mailto:a@b.dk), [læs om loven](https://a.dk/)',
		'## Hvem er det?\n\n[Se hvem](#hvem-er-det)',
	],
	bad: [
		'[Læs om aftalen](/aftale/)',
		'[Spørg os](kontakt.mdx)',
		'[Spørg os](politi.dk)',
		'[Læs om loven](http://retsinformation.dk)',
		'[Læs om loven](javascript:alert)',
		'[Læs om loven]()',
		'[Se det](#findes-ikke)',
		'[Skriv til os](mailto:os)',
	],
};
