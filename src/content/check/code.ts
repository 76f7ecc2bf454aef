import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/check/rule.ts';
import { elementsIn } from '#content/mdx.ts';

export const noComment: [what: string, mend: string] = [
	'Der står en kommentar i teksten.',
	'Slet den. En besked til kolleger kan stå øverst på siden.',
];

/** A page holds text and components, and nothing that a program would run. */
export const code: PageRule = ({ tree }, tell) => {
	visit(tree, (node) => {
		if (node.type === 'mdxjsEsm')
			tell(
				node,
				'Der står kode i teksten.',
				'Slet afsnittet. Byggeklodser kan bruges uden. Er det en tekst, så begynd den med et andet ord.',
			);
		if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return;
		if (node.value.trim().startsWith('/*')) tell(node, ...noComment);
		else
			tell(
				node,
				'Der står noget mellem { og }, og det kan ikke bruges i teksten.',
				'Slet det, eller skriv \\{ i stedet for {.',
			);
	});
	for (const { element } of elementsIn(tree)) {
		for (const { type, value } of element.attributes) {
			if (type === 'mdxJsxAttribute' && (value === null || typeof value !== 'object')) continue;
			tell(
				element,
				`Der står { og } i byggeklodsen ${element.name ?? ''}.`,
				'Skriv værdien mellem to " i stedet.',
			);
		}
	}
};

export const examples: Examples = {
	good: ['Import af varer\nexport og \\{mere}.'],
	bad: [
		'import Knap from "../Knap.astro"',
		'export let x = eval(atob(/MQ==/.source))',
		'Hej {navn}.',
		'{/* husk */}',
		'<Knap tekst={navn} adresse="/ansoeg/" />',
	],
};
