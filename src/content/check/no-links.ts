import { SKIP, visit } from 'unist-util-visit';
import { howToWrite } from '#content/check/link-targets.ts';
import type { Examples, PageRule } from '#content/check/rule.ts';

const chain = 'Slet det, markér ordene, og tryk på Link.';

/** What was meant as a link and is none: Markdown shows its brackets, or only the address is there. */
export const noLinks: PageRule = ({ tree, body }, tell) => {
	visit(tree, (node) => {
		if (node.type === 'link') {
			visit(node, 'text', (text) => findBrackets(text.position));
			return SKIP;
		}
		if (node.type !== 'text') return undefined;
		findBrackets(node.position);
		if (/(https?:\/\/|www\.)\S/.test(node.value.replaceAll(/\]\s?\([^)]*/g, '')))
			tell(
				node,
				'Der står en internetadresse i teksten.',
				'Slet den, markér de ord, der skal være et link, tryk på Link, og skriv adressen der.',
			);
		return undefined;
	});

	function findBrackets(position: typeof tree.position): void {
		if (!position) return;
		const written = body.slice(position.start.offset, position.end.offset);
		const places = written.matchAll(
			/(?<!\\)\](?:\(([^)\n]*)|\s\((?=\/|#|https?:|mailto:|tel:|www\.)([^)\n]*))/g,
		);
		for (const { index, 1: address = '', 2: spaced = address } of places) {
			tell(
				position.start.line + written.slice(0, index).split('\n').length - 1,
				`Linket til "${spaced}" virker ikke.`,
				/^(\/|#|https?:|mailto:|tel:)/.test(spaced)
					? `${chain} Der må ikke være mellemrum i adressen eller mellem ] og (, og et link kan ikke stå inde i et andet.`
					: `${chain} ${howToWrite}`,
			);
		}
	}
};

export const examples: Examples = {
	good: ['[Spørg os](/kontakt/) [nu] (eller senere).'],
	bad: [
		'[spørge projektlederen](spørge projektlederen)',
		'[Spørg os] (/kontakt/)',
		'[Spørg os](/kontakt /)',
		'[Ring til dem](tel:+45 12 34 56 78)',
		'Se www.politi.dk i dag.',
	],
};
