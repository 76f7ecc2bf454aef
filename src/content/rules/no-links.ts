import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { howToLink } from '#content/schema/components.ts';

/** What was meant as a link and is none: its brackets would be shown, or only its address is there. */
export const noLinks: PageRule = ({ tree }, tell) => {
	visit(tree, 'text', (node, _, parent) => {
		const isMeant = /\]\(|\]\s+\((\/|#|https?:|mailto:|tel:|www\.)/.test(node.value);
		if (isMeant || (parent?.type !== 'link' && /(https?:\/\/|www\.)\S/.test(node.value)))
			tell(
				node,
				'Her er et link, der ikke virker.',
				`Slet det, markér ordene, og tryk på Link. ${howToLink}`,
			);
	});
};

export const examples: Examples = {
	good: ['[Spørg os](/kontakt/) [nu] (eller senere).'],
	bad: [
		...[
			'[spørge projektlederen](spørge projektlederen)',
			'[Spørg os] (/kontakt/)',
			'[Spørg os](/kontakt /)',
		],
		...['[Ring](tel:+45 12 34 56 78)', '\\[Spørg os](/kontakt/)', 'Se www.politi.dk i dag.'],
		'[Spørg [projektlederen](/kontakt/) nu](/ansoeg/)',
	],
};
