import type { CmsConfig, Field } from '@sveltia/cms';
import type { HandedOver } from './handed-over.ts';
import { placesIn } from './menu-place.ts';
import { successorsIn } from './removal.ts';
import { tableInMenu } from './table.ts';
import { componentNames, componentRules } from '#content/table/components.ts';
import { type FormName, forms } from '#content/table/forms.ts';
import { type PageField, pageFields } from '#content/table/page-lines.ts';
import { type SettingField, type SettingFields, settingFields } from '#content/table/settings.ts';
import { settingsFile } from '#content/source.ts';

/** The names of our own file formats: what the editor saves is in the one form that files have. */
export const formats = { page: 'tekstside', settings: 'indstillinger' } as const;

/** The editor's forms, made from the same table as the check. */
export function editorConfig({
	repository,
	name,
	files,
}: Pick<HandedOver, 'repository' | 'name' | 'files'>): CmsConfig {
	return {
		load_config_file: false,
		backend:
			repository === null
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
		// No pictures can be put in, but the editor wants to know where they would lie.
		media_folder: 'public',
		public_folder: '/',
		output: { omit_empty_optional_fields: true },
		collections: [
			{
				name: 'pages',
				label: 'Sider',
				label_singular: 'Side',
				description: 'Teksten på webstedets sider. I parentesen står sidens adresse.',
				folder: 'content/pages',
				format: formats.page,
				// A page that has been public is taken away by saying where its address leads.
				delete: false,
				// An address that has been public stays what it was.
				slug: { template: '{{title}}', editable: [] },
				identifier_field: 'title',
				// The front page's heading says nothing of where it stands; its file name does.
				summary: "{{title}} ({{slug}}){{leadsTo | ternary(' – fjernet', '')}}",
				sortable_fields: { fields: ['title'], default: { field: 'title' } },
				fields: [...pageForm(true, files), body, ...pageForm(false, files)],
			},
		],
		singletons: [
			{
				name: 'site',
				label: 'Indstillinger',
				file: settingsFile,
				format: formats.settings,
				fields: inOrderOfUse(settingFields).map(settingField),
				editor: { preview: false },
			},
		],
	};
}

/** What every page has comes before its text; what few need, after it. */
function pageForm(required: boolean, files: HandedOver['files']): Field[] {
	return Object.entries(pageFields)
		.filter(([, field]) => field.required === required)
		.map((field) => pageField(field, files));
}

/** What may be longer is shown on several lines. */
const oneLine = 80;

function pageField(
	[name, { label, hint, kind, required, max }]: [string, PageField],
	files: HandedOver['files'],
): Field {
	if (kind !== 'line') {
		const options = kind === 'number' ? placesIn(files) : successorsIn(files);
		return { name, label, hint, required, widget: 'select', options, dropdown_threshold: 0 };
	}
	const pattern: [RegExp, string] = [new RegExp(`^.{1,${max}}$`, 'su'), `Højst ${max} tegn.`];
	const widget = max > oneLine ? 'text' : 'string';
	return { name, label, hint: `${hint} Højst ${max} tegn.`, required, pattern, widget };
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

const body: Field = {
	name: 'body',
	label: 'Tekst',
	hint: 'Tryk på ”Indsæt” for at sætte en byggeklods ind, fx en knap.',
	required: false,
	widget: 'richtext',
	buttons: [...buttons],
	editor_components: [...componentNames, tableInMenu],
	linked_images: false,
	use_emoji_autocomplete: false,
};

/** The text inside a component: the same, without headings, and with only the components that may stand there. */
export function innerBody(component: string): Field {
	return {
		...body,
		hint: undefined,
		label: 'Tekst',
		required: true,
		buttons: buttons.filter((button) => !button.startsWith('heading')),
		editor_components: componentRules
			.filter(([, { inside }]) => inside?.includes(component))
			.map(([name]) => name),
	} as Field;
}

function settingField([name, rule]: [string, SettingField]): Field {
	const { label } = rule;
	const hint = rule.hint === undefined ? {} : { hint: rule.hint };
	switch (rule.kind) {
		case 'group':
			return {
				name,
				label,
				...hint,
				widget: 'object',
				collapsed: false,
				fields: fieldsOf(rule.fields),
			};
		case 'list':
			return {
				name,
				label,
				...hint,
				widget: 'text',
				hint: [rule.hint, `Skriv hver ${rule.item.toLowerCase()} på sin egen linje.`].join(' '),
				required: !rule.mayBeEmpty,
			};
		case 'choice':
			return {
				name,
				label,
				...hint,
				widget: 'select',
				required: !rule.unknownYet,
				options: Object.entries(rule.choices).map(([value, text]) => ({ value, label: text })),
			};
		case 'text': {
			return {
				name,
				label,
				...hint,
				widget: rule.unknownYet && !rule.form ? 'text' : 'string',
				required: !rule.unknownYet,
				...patternOf(rule.form),
			};
		}
		default:
			return rule satisfies never;
	}
}

/** A phone number as people write it; saving puts it into its one form. */
const asWritten =
	/^(\+45|0045)?[\s.()/-]*[2-9]([\s.()/-]*\d){7}$|^(\+|00)(?!45)([\s.()/-]*\d){7,15}$/;

function patternOf(form?: FormName): { pattern?: [RegExp, string] } {
	if (form === undefined) return {};
	if (form === 'phone') return { pattern: [asWritten, 'Skriv nummeret, fx 12 34 56 78.'] };
	return { pattern: [forms[form].pattern, forms[form].message] };
}

/** What is changed most comes first, then what may still be unknown, then what hardly ever changes. */
function inOrderOfUse(fields: SettingFields): [string, SettingField][] {
	const rank = ([name, rule]: [string, SettingField]) => {
		if (name === 'projectLead') return 0;
		const isFact = name !== 'editing' && rule.kind !== 'list';
		return isFact && mayBeUnknown(rule) ? 1 : 2;
	};
	return Object.entries(fields).toSorted((one, other) => rank(one) - rank(other));
}

function mayBeUnknown(rule: SettingField): boolean {
	if (rule.kind === 'group') return Object.values(rule.fields).some(mayBeUnknown);
	return 'unknownYet' in rule;
}

function fieldsOf(fields: SettingFields): Field[] {
	return Object.entries(fields).map(settingField);
}
