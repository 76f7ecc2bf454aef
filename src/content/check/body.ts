import type { Nodes, Parents, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { checkLeftovers } from '#content/check/leftovers.ts';
import { type Read, readMdx, type Unreadable } from '#content/mdx.ts';
import { nearest } from '#content/nearest.ts';
import type { Tell } from '#content/report.ts';
import { componentRule, components } from '#content/table/components.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

const names = Object.keys(components);

/** Checks how the text of a page is built; what its links say and lead to is another check. */
export function checkBody(text: string, tell: Tell): Root {
	const { tree, unreadable }: Read = readMdx(text);
	for (const place of unreadable) tellUnreadable(place, lineOf(text, place.offset), tell);
	checkNodes(tree, [], tell);
	checkHeadings(tree, tell);
	checkLeftovers(tree, text, tell);
	return tree;
}

export function lineOf(text: string, offset: number): number {
	return text.slice(0, offset).split('\n').length;
}

const noComment = 'Slet den. En besked til kolleger kan stå i "note" øverst på siden.';
const noHtml =
	'Slet det. Skriv fed som **fed**, kursiv som _kursiv_ og et link som [teksten](/adressen/).';

function tellUnreadable({ found, after, reason }: Unreadable, line: number, tell: Tell): void {
	const [, slash, name = ''] = /^<(\/?)([\w.-]*)/.exec(found) ?? [];
	const [broken = ''] = /^[A-Z]\w*(?=\s)/.exec(after) ?? [];
	if (found.startsWith('<!--')) {
		tell(line, 'Der står en kommentar i teksten.', noComment);
	} else if (found === '<' && componentRule(broken)) {
		tell(
			line,
			`Byggeklodsen ${broken} er ikke skrevet rigtigt.`,
			`Skriv den sådan: ${example(broken)}.${/^[^>]*[”“„]/.test(after) ? ' Brug lige anførselstegn (") og ikke skrå.' : ''}`,
		);
	} else if (found.startsWith('{')) {
		tell(
			line,
			'Der står et "{", som ikke kan bruges i teksten.',
			'Slet tegnet, eller skriv \\{ i stedet.',
		);
	} else if (name !== '' && componentRule(name) && slash) {
		tell(
			line,
			`</${name}> slutter noget, som ikke er begyndt her.`,
			`Skriv <${name}> på en linje for sig selv over teksten, eller slet </${name}>. To byggeklodser må ikke gå ind over hinanden.`,
		);
	} else if (name !== '' && componentRule(name) && reason === 'end-tag-mismatch') {
		tell(
			line,
			`<${name}> bliver ikke sluttet.`,
			componentRule(name)?.holds === 'nothing'
				? `Skriv <${name} /> med en skråstreg før >.`
				: `Skriv </${name}> på en linje for sig selv efter teksten.`,
		);
	} else if (found.length > 1 && isHtml(name)) {
		tell(line, `Der står HTML i teksten: ${found}.`, noHtml);
	} else if (found.length > 1 && name !== '') {
		tellUnknown(name, line, tell);
	} else {
		tell(
			line,
			'Der står et "<", som ikke kan bruges i teksten.',
			'Slet tegnet, eller skriv \\< i stedet.',
		);
	}
}

/** Whether a name is one of HTML, and not one of ours in small letters. */
function isHtml(name: string): boolean {
	return /^[a-z]/.test(name) && !names.some((each) => each.toLowerCase() === name);
}

function tellUnknown(name: string, line: number, tell: Tell): void {
	const near = names.find((each) => each.toLowerCase() === name) ?? nearest(name, names);
	const mend = near === undefined ? 'Ret navnet, eller slet linjen.' : `Mente du "${near}"?`;
	tell(
		line,
		`"${name}" er ikke en byggeklods.`,
		`${mend} Byggeklodserne hedder ${names.join(', ')}.`,
	);
}

/** How a component is written. */
function example(name: string): string {
	const rule = componentRule(name);
	const attributes = Object.keys(rule?.attributes ?? {}).map((attribute) => ` ${attribute}="…"`);
	return `<${name}${attributes.join('')}${rule?.holds === 'nothing' ? ' /' : ''}>`;
}

function checkNodes(node: Nodes, above: readonly Parents[], tell: Tell): void {
	checkNode(node, above, tell);
	if (!('children' in node)) return;
	for (const child of node.children) checkNodes(child, [...above, node], tell);
}

/** What Markdown can do and the site's pages have no look for. */
const notHere: Partial<Record<Nodes['type'], string>> = {
	blockquote: 'Et citat med > foran',
	code: 'En ramme med kode',
	definition: 'Et link, hvor adressen står et andet sted',
	footnoteDefinition: 'En fodnote',
	footnoteReference: 'En fodnote',
	imageReference: 'Et billede, hvor adressen står et andet sted',
	inlineCode: 'Tekst mellem `',
	linkReference: 'Et link, hvor adressen står et andet sted',
	thematicBreak: 'En streg på tværs',
};

function checkNode(node: Nodes, above: readonly Parents[], tell: Tell): void {
	const line = node.position?.start.line ?? 1;
	const outer = above.find((each) => each.type === 'mdxJsxFlowElement');
	if (node.type === 'heading' && outer) {
		tell(
			line,
			`Der står en overskrift inde i byggeklodsen ${outer.name ?? ''}.`,
			'Flyt den ud, eller slet # foran.',
		);
	}
	const unusual = notHere[node.type];
	if (unusual !== undefined) {
		tell(
			line,
			`${unusual} kan ikke bruges på siderne.`,
			'Skriv det som almindelig tekst, en liste eller et link.',
		);
		return;
	}
	switch (node.type) {
		case 'mdxFlowExpression':
		case 'mdxTextExpression': {
			if (node.value.trim().startsWith('/*')) {
				tell(line, 'Der står en kommentar i teksten.', noComment);
			} else {
				tell(
					line,
					'Der står noget mellem { og }, og det kan ikke bruges i teksten.',
					'Slet det, eller skriv \\{ i stedet for {.',
				);
			}
			return;
		}
		case 'mdxjsEsm':
			tell(line, 'Der står en linje kode i teksten.', 'Slet linjen. Byggeklodser kan bruges uden.');
			return;
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			checkComponent(node, above, line, tell);
			return;
		default:
	}
}

function checkComponent(node: Element, above: readonly Parents[], line: number, tell: Tell): void {
	const { name } = node;
	const rule = componentRule(name);
	if (name === null || (!rule && isHtml(name))) {
		tell(line, `Der står HTML i teksten: <${name ?? ''}>.`, noHtml);
		return;
	}
	if (!rule) {
		tellUnknown(name, line, tell);
		return;
	}
	if (node.type === 'mdxJsxTextElement') {
		tell(
			line,
			`Byggeklodsen ${name} står midt i en tekst.`,
			'Skriv den på en linje for sig selv, med en tom linje før og efter.',
		);
	} else {
		checkPlace(name, rule.inside ?? [], above, line, tell);
	}
	const isEmpty = node.children.length === 0;
	if (rule.holds === 'text' && isEmpty) {
		tell(
			line,
			`Byggeklodsen ${name} er tom.`,
			`Skriv en tekst mellem <${name}> og </${name}>, eller slet den.`,
		);
	}
	if (rule.holds === 'nothing' && !isEmpty) {
		tell(
			line,
			`Byggeklodsen ${name} kan ikke have tekst i sig.`,
			`Skriv <${name} /> og flyt teksten ud.`,
		);
	}
	checkAttributes(node, name, line, tell);
}

function checkPlace(
	name: string,
	inside: readonly string[],
	above: readonly Parents[],
	line: number,
	tell: Tell,
): void {
	const parent = above.at(-1);
	if (!parent || parent.type === 'root') return;
	const outer = 'name' in parent ? parent.name : null;
	if (outer !== null && inside.includes(outer)) return;
	if (outer !== null && componentRule(outer)) {
		tell(
			line,
			`Byggeklodsen ${name} kan ikke stå inde i ${outer}.`,
			`Flyt den ud, så den står efter </${outer}>.`,
		);
	} else if (parent.type === 'listItem') {
		tell(
			line,
			`Byggeklodsen ${name} står i en liste.`,
			'Flyt den ud af listen, helt ud til venstre.',
		);
	}
}

function checkAttributes(node: Element, name: string, line: number, tell: Tell): void {
	const rules = componentRule(name)?.attributes ?? {};
	const known = Object.keys(rules);
	const written = new Set<string>();
	for (const attribute of node.attributes) {
		if (
			attribute.type === 'mdxJsxExpressionAttribute' ||
			(typeof attribute.value === 'object' && attribute.value !== null)
		) {
			tell(line, `Der står { og } i byggeklodsen ${name}.`, 'Skriv værdien mellem to " i stedet.');
			if (attribute.type === 'mdxJsxAttribute') written.add(attribute.name);
			continue;
		}
		const rule = rules[attribute.name];
		if (!rule) {
			const mend =
				known.length > 0
					? `Brug kun ${known.join(' og ')}.`
					: `Skriv kun <${name}${node.children.length > 0 ? '' : ' /'}>.`;
			tell(line, `Byggeklodsen ${name} har intet, der hedder "${attribute.name}".`, mend);
			continue;
		}
		written.add(attribute.name);
		const value = attribute.value ?? '';
		if (rule.choices && !rule.choices.includes(value)) {
			tell(
				line,
				`"${value}" kan ikke vælges i byggeklodsen ${name}.`,
				`Vælg en af disse: ${rule.choices.join(', ')}.`,
			);
		} else if (value.trim() === '') {
			tell(
				line,
				`Byggeklodsen ${name} har intet efter "${attribute.name}".`,
				`Skriv ${attribute.name}="…" med en tekst mellem de to ".`,
			);
		}
	}
	for (const attribute of known) {
		if (!written.has(attribute)) {
			tell(line, `Byggeklodsen ${name} mangler "${attribute}".`, `Skriv ${attribute}="…" i den.`);
		}
	}
}

function checkHeadings(tree: Root, tell: Tell): void {
	let level = 1;
	for (const node of everyNode(tree)) {
		if (node.type !== 'heading') continue;
		const line = node.position?.start.line ?? 1;
		if (node.depth === 1) {
			tell(
				line,
				'Der står en overskrift med ét # foran.',
				'Skriv ## foran. Sidens egen overskrift står i "title".',
			);
		} else if (node.depth > level + 1) {
			tell(
				line,
				level === 1
					? `Den første overskrift har ${node.depth} # foran.`
					: `Overskriften har ${node.depth} # foran, men den før har ${level}.`,
				level === 1
					? 'Skriv ## foran.'
					: `Skriv ${'#'.repeat(level + 1)} foran, eller lav en overskrift imellem.`,
			);
		}
		level = Math.max(node.depth, 2);
		if (node.children.length === 0)
			tell(line, 'Der står en tom overskrift.', 'Skriv en tekst efter #, eller slet linjen.');
	}
}

/** Every node of a tree, in the order of the text. */
export function* everyNode(node: Nodes): Generator<Nodes> {
	yield node;
	if ('children' in node) for (const child of node.children) yield* everyNode(child);
}
