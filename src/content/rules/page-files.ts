import { requiredPages, reserved } from '#content/navigation.ts';
import type { Examples, SiteRule } from '#content/rules/rule.ts';
import { pageFile, pagePath } from '#content/source.ts';

/** Each file has a name that can be an address, and no required page is missing. */
export const pageFiles: SiteRule = ({ files }, reportIn) => {
	const refuse = (file: string, text: string) => reportIn(file)(1, text);
	for (const file of Object.keys(files)) {
		if (!file.startsWith('content/pages/')) continue;
		const id = pageFile.exec(file)?.[1];
		if (id === undefined)
			refuse(
				file,
				'Filen bliver ikke til en side. Lad dens navn ende på .mdx, og læg den lige under content/pages, eller slet den.',
			);
		else if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(id) || reserved.includes(id))
			refuse(
				file,
				`Siden kan ikke have adressen /${id}/. Giv den en anden overskrift, eller giv filen et andet navn med små bogstaver fra a til z, tal og bindestreg.`,
			);
	}
	const missing =
		'Siden mangler, og andre sider eller den trykte folder fører til den. Hent filen tilbage.';
	for (const file of requiredPages.map(pagePath))
		if (files[file] === undefined) refuse(file, missing);
};

const page = '---\ntitle: a\nintro: b\ndescription: c\n---\n';

export const examples: Examples = {
	good: [{ 'content/pages/ny-side-2.mdx': page }],
	bad: [
		...[{ 'content/pages/404.mdx': undefined }, { 'content/pages/notat.txt.md': 'Husk.' }],
		...['jura/lov', 'Ny side (kopi)', 'admin'].map((id) => ({ [`content/pages/${id}.mdx`]: page })),
	],
};
