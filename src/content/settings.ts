import * as z from 'zod/mini';
import site from '../../content/settings/site.json' with { type: 'json' };
import { type FormName, forms } from '#content/table/forms.ts';
import { type SettingField, type SettingFields, settingFields } from '#content/table/settings.ts';
import type { Settings } from '#content/table/settings.ts';

export type { Settings };

/** The settings as the table describes them, strictly: no setting more, and none less. */
export const settingsSchema = schemaOfGroup(settingFields) as z.ZodMiniType<Settings>;

/** The facts of `content/settings/site.json`; the build stops where one is missing or misspelt. */
export const settings: Settings = settingsSchema.parse(site);

function schemaOfGroup(fields: SettingFields): z.ZodMiniType {
	return z.strictObject(
		Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])),
	);
}

function schemaOf(field: SettingField): z.ZodMiniType {
	switch (field.kind) {
		case 'group':
			return schemaOfGroup(field.fields);
		case 'list':
			return z.array(text(field.form)).check(z.minLength(field.mayBeEmpty ? 0 : 1));
		case 'choice':
			return orUnknown(field, z.enum(Object.keys(field.choices)));
		case 'text':
			return orUnknown(field, text(field.form));
		default:
			return field satisfies never;
	}
}

function text(form?: FormName) {
	return form === undefined
		? z.string().check(z.trim(), z.minLength(1))
		: z.string().check(z.regex(forms[form].pattern, forms[form].message));
}

/** What only the project lead knows is `null` until it is known, and then visibly marked on the page. */
function orUnknown({ unknownYet }: { unknownYet?: true }, schema: z.ZodMiniType): z.ZodMiniType {
	return unknownYet ? z.nullable(schema) : schema;
}
