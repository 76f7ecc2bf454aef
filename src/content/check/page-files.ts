import type { Examples, SiteRule } from '#content/check/rule.ts';
import { requiredPages, reserved } from '#content/navigation.ts';
import { pageFile } from '#content/source.ts';
import { paths } from '#site/paths.ts';

const folder = 'content/pages/';
/** What the code in the printed leaflet leads to. */
const printed = paths.form.replaceAll('/', '');

/** Each file becomes a page, under a name that can be an address; and no page is missing. */
export const pageFiles: SiteRule = ({ files, pages }, tellIn) => {
	for (const file of Object.keys(files)) {
		if (!file.startsWith(folder) || pageFile.test(file)) continue;
		tellIn(file)(
			1,
			'Filen bliver ikke til en side.',
			'Lad dens navn ende på .mdx, og læg den lige under content/pages, eller slet den.',
		);
	}
	for (const { file, id } of pages) {
		if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(id)) {
			tellIn(file)(
				1,
				`Filnavnet "${id}.mdx" kan ikke være en adresse.`,
				'Brug kun små bogstaver fra a til z, tal og bindestreg. Skriv ae, oe og aa i stedet for æ, ø og å.',
			);
		}
		if (reserved.includes(id))
			tellIn(file)(
				1,
				`"${id}" er adressen på noget andet.`,
				'Giv siden en anden overskrift, eller filen et andet navn.',
			);
	}
	for (const id of requiredPages) {
		if (pages.some((page) => page.id === id)) continue;
		tellIn(`${folder}${id}.mdx`)(
			1,
			id === printed
				? 'Siden mangler, og den trykte folder fører til den.'
				: 'Siden mangler, og andre sider fører til den.',
			'Hent filen tilbage.',
		);
	}
};

export const examples: Examples = {
	good: [{ [`${folder}ny-side-2.mdx`]: '---\ntitle: a\nintro: b\ndescription: c\n---\n' }],
	bad: [{ [`${folder}404.mdx`]: undefined }, { [`${folder}notat.txt.md`]: 'Husk.' }],
};
