import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/check/rule.ts';

/** A picture is there, and somebody who does not see it is told what it shows. */
export const pictures: PageRule = ({ tree }, tell, { published }) => {
	visit(tree, 'image', (image) => {
		if ((image.alt ?? '').trim() === '') {
			tell(
				image,
				'Et billede har ingen beskrivelse.',
				'Skriv mellem [ og ], hvad man ser på billedet. Nogle får siden læst op.',
			);
		}
		if (!published.has(image.url))
			tell(image, `Billedet "${image.url}" findes ikke.`, 'Ret adressen, eller slet billedet.');
	});
};

export const examples: Examples = {
	good: ['![En fjord](/billede.png)'],
	bad: ['![](/billede.png)', '![En fjord](/fjord.png)'],
};
