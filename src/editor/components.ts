import CMS, { type EditorComponentDefinition, type Field } from '@sveltia/cms';
import { innerBody } from './config.ts';
import { icons } from './icons.ts';
import {
	type AttributeRule,
	type ComponentRule,
	componentRules,
} from '#content/table/components.ts';
import { forms } from '#content/table/forms.ts';

type Values = Record<string, string | undefined>;

/** Puts our components into the editor's insert menu. */
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
		// The preview is drawn elsewhere; by this name the editor knows one component from another when it is pasted.
		toPreview: () => document.createElement(`site-${name.toLowerCase()}`),
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
