import CMS, { type EditorComponentDefinition, type Field } from '@sveltia/cms';
import { innerBody } from './config.ts';
import { placeholderFor } from './handed-over.ts';
import { icons } from './icons.ts';
import {
	type AttributeRule,
	type ComponentRule,
	componentRules,
} from '#content/table/components.ts';
import { forms } from '#content/table/forms.ts';

type Values = Record<string, string | undefined>;

/** Puts our components into the editor's insert menu. Their looks are those that Astro built. */
export function registerComponents(): void {
	for (const [name, rule] of componentRules) CMS.registerEditorComponent(definition(name, rule));
}

/** How the editor shows, reads and writes a component. */
export function definition(name: string, rule: ComponentRule): EditorComponentDefinition {
	const attributes = Object.entries(rule.attributes);
	const holdsText = rule.holds === 'text';
	const opening = `<${name}(?:\\s[^>]*)?`;
	return {
		id: name,
		label: rule.label,
		icon: holdsText ? icons.holdingText : icons.standingAlone,
		fields: [...attributes.map(attributeField), ...(holdsText ? [innerBody(name)] : [])],
		pattern: holdsText
			? new RegExp(`^${opening}>\\n([\\s\\S]*?)\\n</${name}>$`, 'm')
			: new RegExp(`^${opening}/>$`, 'm'),
		fromBlock: ([block, body]) => ({
			...attributeValues(block, rule.attributes),
			...(holdsText ? { body: (body ?? '').trim() } : {}),
		}),
		toBlock: (values: Values) => {
			const written = attributes.map(([key]) => ` ${key}="${quoted(values[key])}"`);
			return `<${name}${written.join('')}${
				holdsText ? `>\n\n${(values.body ?? '').trim()}\n\n</${name}>` : ' />'
			}`;
		},
		toPreview: (values: Values) => preview(name, rule, values),
	};
}

const hints = {
	link: 'Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.',
	'link-text': 'Skriv, hvad man finder på siden.',
};

function attributeField([name, { label, kind, hint, choices }]: [string, AttributeRule]): Field {
	switch (kind) {
		case 'choice':
			return { name, label, widget: 'select', options: [...(choices ?? [])] };
		case 'link':
			return { name, label, hint: hints.link, widget: 'string', pattern: [address, hints.link] };
		case 'link-text':
			return { name, label, hint: hints[kind], widget: 'string' };
		case 'text':
			return { name, label, ...(hint === undefined ? {} : { hint }), widget: 'string' };
		default:
			return kind satisfies never;
	}
}

const address = new RegExp(`^/(?!/)\\S*$|${forms.webAddress.pattern.source}`);

function attributeValues(block: string, rules: ComponentRule['attributes']): Values {
	return Object.fromEntries(
		Object.keys(rules).map((name) => [
			name,
			new RegExp(`\\s${name}="([^"]*)"`).exec(block)?.[1]?.replaceAll('&quot;', '"'),
		]),
	);
}

function quoted(value = ''): string {
	return value.replaceAll('"', '&quot;');
}

/**
 * What a component looks like, as Astro built it into the page at /admin/. It stands in an element of its
 * own name: the editor takes a pasted element for the component whose preview has the same name.
 */
function preview(name: string, { attributes }: ComponentRule, values: Values): HTMLElement {
	const element = document.createElement(`site-${name.toLowerCase()}`);
	const chosen = Object.keys(attributes).find((attribute) => attributes[attribute]?.choices);
	const value = chosen === undefined ? undefined : values[chosen];
	const choice = value === undefined ? '' : `[data-choice="${CSS.escape(value)}"]`;
	const look = document.querySelector<HTMLTemplateElement>(
		`template[data-look="${name}"]${choice}`,
	);
	if (look) element.append(look.content.cloneNode(true));
	for (const node of placesIn(element)) {
		for (const attribute of Object.keys(attributes)) {
			const text = node.nodeValue?.replaceAll(placeholderFor(attribute), values[attribute] ?? '');
			if (text !== undefined && text !== node.nodeValue) node.nodeValue = text;
		}
	}
	for (const slot of element.querySelectorAll('[data-slot]')) {
		slot.removeAttribute('data-slot');
		CMS.renderRichText(slot as HTMLElement, values.body ?? '');
	}
	return element;
}

/** Every text and every attribute in an element: where a value can stand. */
function placesIn(element: HTMLElement): Node[] {
	const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const places: Node[] = [...element.querySelectorAll('*')].flatMap((each) => [...each.attributes]);
	while (texts.nextNode()) places.push(texts.currentNode);
	return places;
}
