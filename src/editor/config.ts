import type { CmsConfig, Field as FormField } from '@sveltia/cms';
import { checkField } from './save-check.ts';
import type { EditorData } from './editor-data.ts';
import { formats } from './formats.ts';
import { type ListedPage, pagesIn } from './pages.ts';
import { table } from './table.ts';
import { staying } from '#content/rules/removed.ts';
import { componentNames, componentsInside } from '#content/schema/components.ts';
import { type Field, fieldsOf } from '#content/schema/field.ts';
import { pageFields } from '#content/schema/page.ts';
import { settingsSchema } from '#content/schema/site-settings.ts';
import { type ContentFiles, settingsFile } from '#content/source.ts';

/** Sveltia's configuration. The forms follow the schema of the content. */
export function editorConfig({ repository, local, name, files }: EditorData): CmsConfig {
	return {
		load_config_file: false,
		backend:
			repository === null || local
				? { name: 'test-repo' }
				: {
						name: 'github',
						repo: repository,
						branch: 'main',
						commit_messages: { create: 'Opret {{slug}}', update: 'Ret {{slug}}' },
					},
		publish_mode: 'editorial_workflow',
		app_title: `${name}: ret siderne`,
		logo: { src: '/favicon.svg', show_in_header: true },
		// Required, although pages have no pictures.
		media_folder: 'public',
		public_folder: '/',
		output: { omit_empty_optional_fields: true },
		slug: { encoding: 'ascii', clean_accents: true },
		// In Danish, å becomes aa in an address.
		i18n: { structure: 'single_file_default_root', locales: ['da'] },
		field_defaults: {
			richtext: {
				buttons: [...buttons],
				modes: ['rich_text'],
				linked_images: false,
				use_emoji_autocomplete: false,
				// "24. december" at the start of a line must not become a list.
				use_markdown_shortcuts: false,
			},
		},
		collections: [
			{
				name: 'pages',
				label: 'Sider',
				label_singular: 'Side',
				description: 'Teksten på webstedets sider. I parentesen står sidens adresse.',
				folder: 'content/pages',
				format: formats.page,
				i18n: true,
				// The field "Fjern siden" removes a page, because its address must redirect.
				delete: false,
				// A published address must not change.
				slug: { template: '{{title}}', editable: [] },
				identifier_field: 'title',
				summary: "{{title}} ({{slug}}){{leadsTo | ternary(' – fjernet', '')}}",
				sortable_fields: { fields: ['title'], default: { field: 'title' } },
				fields: pageForm(files),
			},
		],
		singletons: [
			{
				name: 'site',
				label: 'Indstillinger',
				file: settingsFile,
				format: formats.settings,
				fields: settingsForm(files),
				editor: { preview: false },
			},
		],
	};
}

const buttons = [
	'bold',
	'italic',
	'link',
	'heading-two',
	'heading-three',
	'bulleted-list',
	'numbered-list',
] as const;

const body: FormField = {
	name: 'body',
	label: 'Tekst',
	hint: 'Tryk på "Indsæt" for at sætte en byggeklods ind, fx en knap.',
	required: false,
	widget: 'richtext',
	editor_components: [...componentNames, table.id],
};

/** The text in a component, without headings, and with the components that it may contain. */
export function innerBody(component: string): Extract<FormField, { widget: 'richtext' }> {
	return {
		name: 'body',
		label: 'Tekst',
		widget: 'richtext',
		buttons: buttons.filter((button) => !button.startsWith('heading')),
		editor_components: componentsInside(component),
	};
}

/** Required fields come before the text, optional ones after it. */
function pageForm(files: ContentFiles): FormField[] {
	const [optional, required] = [false, true].map((isRequired) =>
		pageFields.filter((field) => field.required === isRequired),
	);
	const field = formField(pagesIn(files));
	return [...(required ?? []).map(field), body, ...(optional ?? []).map(field), checkField];
}

/** The groups that change most come first. */
function settingsForm(files: ContentFiles): FormField[] {
	const first = ['projectLead', 'privacy'];
	const fields = fieldsOf(settingsSchema);
	const inOrder = [
		...fields.filter(({ name }) => first.includes(name)).toReversed(),
		...fields.filter(({ name }) => !first.includes(name)),
	];
	return [...inOrder.map(formField(pagesIn(files))), checkField];
}

/** A longer text gets a field of several lines. */
const oneLine = 80;

/** The Sveltia field for a field of the schema. */
export function formField(pages: readonly ListedPage[]): (field: Field) => FormField {
	return ({ kind, name, label, hint, required, max, choices = {}, fields }) => {
		const common = { name, label, required, ...(hint === undefined ? {} : { hint }) };
		switch (kind) {
			case 'group':
				return {
					...common,
					required: true,
					widget: 'object',
					collapsed: false,
					fields: fields.map(formField(pages)),
				};
			case 'list':
				return { ...common, widget: 'list' };
			case 'choice':
				return {
					...common,
					widget: 'select',
					options: Object.entries(choices).map(([value, text]) => ({ value, label: text })),
				};
			case 'page':
				return {
					...common,
					widget: 'select',
					dropdown_threshold: 0,
					options: [{ value: '', label: staying }, ...pages.map(leadingTo)],
				};
			case 'number':
				return { ...common, widget: 'number', value_type: 'int' };
			case 'place':
				return {
					...common,
					hint: `${hint ?? ''} ${placesIn(pages)}. Skriv fx 1,5 for en plads mellem 1 og 2.`,
					widget: 'number',
					value_type: 'float',
					step: 0.5,
				};
			default:
				return {
					...common,
					widget: kind === 'text' || (max ?? 0) > oneLine ? 'text' : 'string',
					...(max === undefined ? {} : { maxlength: max }),
				};
		}
	};
}

const leadingTo = ({ address, title }: ListedPage) => ({
	value: address,
	label: `Ja, og adressen skal føre til "${title}"`,
});

/** Such as: 1 er "Bliv ambassadør", 2 er "Kontakt". */
function placesIn(pages: readonly ListedPage[]): string {
	return pages
		.flatMap(({ menu, order = 0 }) => (menu === undefined ? [] : [{ menu, order }]))
		.toSorted((one, other) => one.order - other.order)
		.map(({ menu, order }) => `${order} er "${menu}"`)
		.join(', ');
}
