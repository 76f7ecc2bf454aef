import type { Examples, SiteRule } from '#content/check/rule.ts';
import { addressOf, requiredPages } from '#content/navigation.ts';
import type { ReadPage } from '#content/site.ts';
import { called } from '#content/table/page-lines.ts';
import { paths } from '#site/paths.ts';

/** A page that is taken away leads to one that is there, and no page is taken away that others need. */
export const removed: SiteRule = ({ pages }, tellIn) => {
	for (const page of pages) {
		if (page.lines.leadsTo === undefined) continue;
		const line = 1 + page.text.split('\n').findIndex((each) => each.startsWith('leadsTo:'));
		const trouble = troubleWith(page, page.lines.leadsTo, pages);
		if (trouble) tellIn(page.file)(line, ...trouble);
	}
};

function troubleWith(
	{ id }: ReadPage,
	to: string | number,
	pages: readonly ReadPage[],
): [string, string] | undefined {
	const keep = `Vælg "${staying}" i ${called('leadsTo')}.`;
	if (addressOf({ id }) === paths.form)
		return ['Siden kan ikke fjernes, for den trykte folder fører til den.', keep];
	if (requiredPages.includes(id))
		return ['Siden kan ikke fjernes, for andre sider fører til den.', keep];
	const target = pages.find(({ address }) => address === to);
	if (!target) {
		const told = `Sidens adresse skal føre til "${to}", men den side findes ikke.`;
		return [told, 'Vælg en anden side.'];
	}
	if (target.id === id) return ['Sidens adresse skal føre til siden selv.', 'Vælg en anden side.'];
	const next = target.lines.leadsTo;
	if (next === undefined) return undefined;
	return [
		`Sidens adresse skal føre til "${to}", men den side er også fjernet.`,
		`Vælg en anden side, fx "${next}".`,
	];
}

/** What to choose for a page that is to be seen. */
export const staying = 'Nej, siden skal blive';

const page = (to: string) => `---\ntitle: a\nintro: b\ndescription: c\nleadsTo: ${to}\n---\n`;

export const examples: Examples = {
	good: [page('/kontakt/'), page('/')],
	bad: [
		page('/kontact/'),
		page('/proeve/'),
		{ 'content/pages/en.mdx': page('/to/'), 'content/pages/to.mdx': page('/kontakt/') },
		{ 'content/pages/ansoeg.mdx': page('/kontakt/') },
		{ 'content/pages/kontakt.mdx': page('/') },
	],
};
