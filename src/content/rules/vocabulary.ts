import type { Nodes, Parents } from 'mdast';
import { isElement } from '#content/mdx.ts';
import type { Report } from '#content/findings.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import {
	componentEntries,
	componentNamed,
	componentNames,
	componentsInside,
} from '#content/schema/components.ts';

const words = ['text', 'strong', 'emphasis', 'link'];

/** The Markdown that a page may contain, by its parent: what the editor saves unchanged. */
const allowed: Readonly<Record<string, readonly string[]>> = {
	root: ['heading', 'paragraph', 'list', 'table', ...componentNames],
	heading: words,
	paragraph: [...words, 'break'],
	listItem: ['textOfItem', 'list'],
	textOfItem: words,
	tableCell: words,
	strong: words,
	emphasis: words,
	link: ['text', 'strong', 'emphasis'],
	...Object.fromEntries(
		componentEntries.map(([name, { holds }]) => [
			name,
			holds === 'text' ? ['paragraph', 'list', ...componentsInside(name)] : [],
		]),
	),
};

const reference = 'Et link, hvor adressen står et andet sted,';
const braces = 'Det, der står mellem { og },';

const named: Readonly<Record<string, string>> = {
	blockquote: 'Et citat med > foran',
	break: 'Et linjeskift',
	code: 'En ramme med kode',
	definition: reference,
	heading: 'En overskrift',
	image: 'Et billede',
	imageReference: reference,
	inlineCode: 'Tekst mellem `',
	linkReference: reference,
	listAfterList: 'En liste lige efter en anden',
	listWithoutText: 'En liste uden en tekst over',
	mdxFlowExpression: braces,
	mdxTextExpression: braces,
	paragraph: 'Et afsnit',
	table: 'En tabel',
	thematicBreak: 'En streg på tværs',
};

export const vocabulary: PageRule = ({ tree }, report) => checkInside(tree, 'root', report);

function checkInside(holder: Parents, kind: string, report: Report): void {
	for (const [index, node] of holder.children.entries()) {
		const own = kindOf(node, kind, holder.children[index - 1]);
		const component = isElement(node) ? componentNamed(node.name) : undefined;
		// Another rule reports an unknown component.
		const isUnknown = isElement(node) && !component;
		if (isUnknown || (allowed[kind]?.includes(own) ?? true)) {
			if ('children' in node) checkInside(node, own, report);
			continue;
		}
		const what = component ? `Byggeklodsen "${component.label}"` : (named[own] ?? own);
		report(node, `${what} kan ikke bruges her. ${remedyFor(node, own)}`);
	}
}

function remedyFor(node: Nodes, kind: string): string {
	if (node.type === 'list') return 'Skriv en tekst før listen.';
	if (isElement(node) || allowed.root?.includes(kind)) return 'Sæt det på en linje for sig selv.';
	return 'Skriv det som almindelig tekst, et nyt afsnit, en liste eller et link.';
}

function kindOf(node: Nodes, holder: string, before: Nodes | undefined): string {
	if (node.type === 'mdxJsxFlowElement' && node.name && componentNamed(node.name)) return node.name;
	const isSecond = before?.type === 'list' && node.type === 'list';
	if (isSecond && before.ordered === node.ordered) return 'listAfterList';
	if (holder !== 'listItem' || before) return node.type;
	return { paragraph: 'textOfItem', list: 'listWithoutText' }[node.type as string] ?? node.type;
}

export const examples: Examples = {
	good: [
		'## Hvem?\n\n**Fed** og _kursiv_ og [spørg os](/kontakt/).\n\n- En liste\n    - En mere\n\n1. Et\n2. To',
		'En linje\\\nog en til.\n\n<NaesteSkridt>\n\n<Knap tekst="Ansøg nu" adresse="/ansoeg/" />\n\n</NaesteSkridt>',
	],
	bad: [
		'> Et citat\n\n```\nkode\n```\n\nBrug `kode`.\n\n***\n\n![Et træ](/billede.png)',
		...['[Spørg os][1]\n\n[1]: /kontakt/', 'Hej {navn}.\n\n{/* husk */}', '- - Et', '- Et\n\n* To'],
		'- Et\n\n    Mere\n- To\\\n    tre\n- Fire\n\n    <Projektleder />',
		'Ring til <Projektleder /> i dag.\n\n<Kommuner>\n\nTekst.\n\n</Kommuner>',
		'<KortFortalt>\n\n<Projektleder />\n\n## Vigtigt\n\n</KortFortalt>',
	],
};
