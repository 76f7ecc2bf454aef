import { forms } from '#content/table/forms.ts';
import { type SettingField, type SettingFields, settingFields } from '#content/table/settings.ts';

type Values = Record<string, unknown>;

/** Settings with what the table has and they lack: those of a made-up district stay whole as it grows. */
export function completed(settings: Values, fields: SettingFields = settingFields): Values {
	const whole = { ...settings };
	for (const [name, field] of Object.entries(fields)) {
		const value = settings[name];
		if (field.kind === 'group' && typeof value === 'object' && value !== null)
			whole[name] = completed(value as Values, field.fields);
		else if (value === undefined) whole[name] = exampleOf(field);
	}
	return whole;
}

function exampleOf(field: SettingField): unknown {
	if (field.kind === 'group') return completed({}, field.fields);
	if ('unknownYet' in field) return null;
	if (field.kind === 'choice') return Object.keys(field.choices)[0];
	const text = field.form === undefined ? 'Eksempel' : forms[field.form].example;
	return field.kind === 'list' ? [text] : text;
}
