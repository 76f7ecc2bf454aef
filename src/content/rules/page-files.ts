import { requiredPages, reserved } from '#content/navigation.ts';
import type { Examples, SiteRule } from '#content/rules/rule.ts';
import { pageFile, pagePath } from '#content/source.ts';

/** Each file has a name that can be an address, and no required page is missing. */
export const pageFiles: SiteRule = ({ files }, reportIn) => {
	for (const file of Object.keys(files)) {
		if (!file.startsWith('content/pages/')) continue;
		const id = pageFile.exec(file)?.[1];
		if (id === undefined)
			reportIn(file)(
				1,
				'Filen bliver ikke til en side. Lad dens navn ende på .mdx, og læg den lige under content/pages, eller slet den.',
			);
		else if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(id) || reserved.includes(id))
			reportIn(file)(
				1,
				`Siden kan ikke have adressen /${id}/. Giv den en anden overskrift, eller giv filen et andet navn med små bogstaver fra a til z, tal og bindestreg.`,
			);
	}
	for (const id of requiredPages) {
		if (files[pagePath(id)] === undefined)
			reportIn(pagePath(id))(
				1,
				'Siden mangler, og andre sider eller den trykte folder fører til den. Hent filen tilbage.',
			);
	}
};

const page = '---\ntitle: a\nintro: b\ndescription: c\n---\n';

export const examples: Examples = {
	good: [{ 'content/pages/ny-side-2.mdx': page }],
	bad: [
		...[{ 'content/pages/404.mdx': undefined }, { 'content/pages/notat.txt.md': 'Husk.' }],
		...['jura/lov', 'Ny side (kopi)', 'admin'].map((id) => ({ [`content/pages/${id}.mdx`]: page })),
	],
};
