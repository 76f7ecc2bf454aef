import CMS, { type EditorComponentDefinition } from '@sveltia/cms';
import { formField, innerBody } from './config.ts';
import { registerTable } from './table.ts';
import { copyTemplate } from './templates.ts';
import { type Component, componentEntries } from '#content/schema/components.ts';
import { fieldsOf } from '#content/schema/field.ts';

type Values = Record<string, string | undefined>;

/** Puts our components and a table into the editor's insert menu. */
export function registerComponents(): void {
	for (const [name, component] of componentEntries) {
		CMS.registerEditorComponent(definition(name, component));
	}
	registerTable();
}

/** The form, parser, serializer and preview of a component. */
function definition(name: string, { label, holds, attributes }: Component) {
	const fields = fieldsOf(attributes);
	const names = fields.map((field) => field.name);
	const choice = fields.find(({ kind }) => kind === 'choice')?.name;
	const opening = `<${name}(?:\\s[^>]*)?`;
	return {
		id: name,
		label,
		fields: [...fields.map(formField([])), ...(holds === 'text' ? [innerBody(name)] : [])],
		pattern:
			holds === 'text'
				? new RegExp(`^${opening}>\\n([\\s\\S]*?)\\n</${name}>$`, 'm')
				: new RegExp(`^${opening}/>$`, 'm'),
		fromBlock: ([block, body]: string[]) => ({
			...Object.fromEntries(names.map((each) => [each, attributeIn(block ?? '', each)])),
			...(holds === 'text' ? { body: (body ?? '').trim() } : {}),
		}),
		toBlock: (values: Values) => {
			const written = names.map((each) => ` ${each}="${quoted(values[each])}"`).join('');
			return holds === 'text'
				? `<${name}${written}>\n\n${(values.body ?? '').trim()}\n\n</${name}>`
				: `<${name}${written} />`;
		},
		toPreview: (values: Values) => {
			// Sveltia turns a pasted element of this name into the component. No web page has such an element.
			const shown = document.createElement(`preview-${name.toLowerCase()}`);
			Object.assign(shown.style, { display: 'block', marginBlock: '2rem' });
			const text = document.createElement('div');
			if (holds === 'text')
				CMS.renderRichText(text, values.body ?? '', { fieldConfig: innerBody(name) });
			const chosen = choice === undefined ? '' : `[data-choice="${values[choice] ?? ''}"]`;
			shown.append(copyTemplate(`[data-component="${name}"]${chosen}`, values, text));
			return shown;
		},
	} satisfies EditorComponentDefinition;
}

function attributeIn(block: string, name: string): string | undefined {
	return new RegExp(`\\s${name}="([^"]*)"`).exec(block)?.[1]?.replaceAll('&quot;', '"');
}

function quoted(value = ''): string {
	return value.replaceAll('"', '&quot;');
}
