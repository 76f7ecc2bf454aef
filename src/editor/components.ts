import CMS, { type EditorComponentDefinition, type Field } from '@sveltia/cms';
import { innerBody } from './config.ts';
import { type AttributeRule, type ComponentRule, components } from '#content/table/components.ts';
import { forms } from '#content/table/forms.ts';

type Values = Record<string, string | undefined>;

/** Puts our components into the editor's insert menu. Their looks are those that Astro built. */
export function registerComponents(): void {
	for (const [name, rule] of Object.entries(components)) {
		CMS.registerEditorComponent(definition(name, rule));
	}
}

function definition(name: string, rule: ComponentRule): EditorComponentDefinition {
	const attributes = Object.entries(rule.attributes);
	const holdsText = rule.holds === 'text';
	return {
		id: name,
		label: rule.label,
		icon: holdsText ? 'segment' : 'widgets',
		fields: holdsText ? [innerBody(name)] : attributes.map(attributeField),
		pattern: holdsText
			? new RegExp(`^<${name}>\\n([\\s\\S]*?)\\n</${name}>$`, 'm')
			: new RegExp(`^<${name}(?:\\s[^>]*)?/>$`, 'm'),
		fromBlock: (match) =>
			holdsText ? { body: (match[1] ?? '').trim() } : attributeValues(match[0], rule.attributes),
		toBlock: (values: Values) =>
			holdsText
				? `<${name}>\n\n${(values.body ?? '').trim()}\n\n</${name}>`
				: `<${name}${attributes.map(([key]) => ` ${key}="${quoted(values[key])}"`).join('')} />`,
		toPreview: (values: Values) => preview(name, values),
	};
}

function attributeField([name, { label, kind, choices }]: [string, AttributeRule]): Field {
	if (choices) return { name, label, widget: 'select', options: [...choices] };
	const hint =
		kind === 'link'
			? 'Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.'
			: 'Skriv, hvad man finder på siden.';
	return kind === 'link'
		? { name, label, hint, widget: 'string', pattern: [addressPattern, hint] }
		: { name, label, hint, widget: 'string' };
}

const addressPattern = new RegExp(`^/(?!/)\\S*$|${forms.webAddress.pattern.source}`);

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
function preview(name: string, values: Values): HTMLElement {
	const element = document.createElement(`site-${name.toLowerCase()}`);
	const choice = values.navn === undefined ? '' : `[data-choice="${CSS.escape(values.navn)}"]`;
	const look = document.querySelector<HTMLTemplateElement>(
		`template[data-look="${name}"]${choice}`,
	);
	if (look) element.append(look.content.cloneNode(true));
	for (const slot of element.querySelectorAll('[data-slot]')) {
		slot.removeAttribute('data-slot');
		CMS.renderRichText(slot as HTMLElement, values.body ?? '');
	}
	for (const link of element.querySelectorAll('a[href="/adresse/"]')) {
		link.textContent = values.tekst ?? '';
		link.setAttribute('href', values.adresse ?? '');
	}
	return element;
}
