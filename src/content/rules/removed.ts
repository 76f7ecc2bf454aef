import { requiredPages } from '#content/navigation.ts';
import type { Examples, SiteRule } from '#content/rules/rule.ts';

/** The choice for a page that stays. */
export const staying = 'Nej, siden skal blive';

/** A removed page redirects to a published one, and no required page is removed. */
export const removed: SiteRule = ({ pages }, reportIn) => {
	for (const { file, id, text, lines } of pages) {
		const to = lines.leadsTo;
		if (to === undefined) continue;
		const line = 1 + text.split('\n').findIndex((each) => each.startsWith('leadsTo:'));
		const isSeen = pages.some(
			(page) => page.address === to && page.id !== id && page.lines.leadsTo === undefined,
		);
		if (requiredPages.includes(id))
			reportIn(file)(
				line,
				`Siden kan ikke fjernes, for andre sider eller den trykte folder fører til den. Vælg "${staying}" i "Fjern siden".`,
			);
		else if (!isSeen)
			reportIn(file)(
				line,
				`Sidens adresse kan ikke føre til "${to}". Vælg en anden side i "Fjern siden", som findes og ikke selv er fjernet.`,
			);
	}
};

const page = (to: string) => `---\ntitle: a\nintro: b\ndescription: c\nleadsTo: ${to}\n---\n`;

export const examples: Examples = {
	good: [page('/kontakt/'), page('/')],
	bad: [
		...[page('/kontact/'), page('/proeve/')],
		{ 'content/pages/en.mdx': page('/to/'), 'content/pages/to.mdx': page('/kontakt/') },
		{ 'content/pages/ansoeg.mdx': page('/kontakt/') },
		{ 'content/pages/kontakt.mdx': page('/') },
	],
};
