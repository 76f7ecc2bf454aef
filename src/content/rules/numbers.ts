import type { ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { visitLines } from '#content/mdx.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';

/**
 * No line begins with a number, except in a list that counts from 1. Markdown and the editor number such lines anew:
 * `24. december` and `1. januar` were published as 24 and 25.
 */
export const numbers: PageRule = ({ tree, body }, report) => {
	const refuse = (place: Parameters<typeof report>[0], number: string) =>
		report(
			place,
			`Linjen begynder med "${number}" og ville blive et punkt i en liste. Begynd med et ord, fx "Den 24. december". Skal det være en liste, så lad den have mindst to punkter og tælle 1, 2, 3.`,
		);
	for (const [item, number] of miscounted(tree, body)) refuse(item, number);
	visitLines(tree, (text, line, holder) => {
		const [number] = /^\d+[.)](?=\s|$)/.exec(text) ?? [];
		// The editor does not change a number at the start of a bullet.
		const isBullet =
			holder?.type === 'listItem' && /^[-*+]/.test(body.slice(holder.position?.start.offset));
		if (number !== undefined && !isBullet) refuse(line, number);
	});
};

/** The items whose number differs from the one that readers see, or is the only one of its list. */
export function miscounted(tree: Root, text: string): [item: ListItem, number: string][] {
	const found: [ListItem, string][] = [];
	visit(tree, 'list', ({ ordered, children }) => {
		for (const [index, item] of ordered ? children.entries() : []) {
			const [number = ''] = /^\d+[.)]/.exec(text.slice(item.position?.start.offset)) ?? [];
			if (parseInt(number) !== index + 1 || children.length === 1) found.push([item, number]);
		}
	});
	return found;
}

export const examples: Examples = {
	good: ['1. Ring\n2. Skriv', 'Den 24. december er lukket.', '- 24\\. december', '## 24. december'],
	bad: [
		'24. december er lukket.\n\n1. januar er lukket.',
		...['1. januar er lukket.', '1. maj\n\n1. juni', '3. Tre\n4. Fire'],
		'24\\. december\n\nVi holder lukket\\\n24. december.',
	],
};
