import { e164, readable } from '#application/asking/phone-number.ts';
import { type SettingField, type SettingFields, settingFields } from '#content/table/settings.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The settings as they stand in the form: nothing for the unknown, one line for each of several, a number with spaces. */
export function asForm(file: Fields): Fields {
	return eachField(file, settingFields, (value, rule) => {
		if (value === null || value === undefined) return '';
		if (rule.kind === 'list' && Array.isArray(value)) return value.join('\n');
		return isPhone(rule) && typeof value === 'string' ? readable(value) : value;
	});
}

/** The settings as the file has them, from what somebody wrote in the form. */
export function fromForm(form: Fields): Fields {
	return eachField(form, settingFields, (value, rule) => {
		if (typeof value !== 'string') return value;
		if (rule.kind === 'list') return lines(value);
		return isPhone(rule) ? (e164(value) ?? value) : onOneLine(value);
	});
}

/** What stands in a field of several lines is one text. */
export function onOneLine(text: string): string {
	return text.replace(/\s*\n\s*/g, ' ').trim();
}

function eachField(
	values: Fields,
	rules: SettingFields,
	change: (value: unknown, rule: SettingField) => unknown,
): Fields {
	return Object.fromEntries(
		Object.entries(rules).map(([name, rule]) => [
			name,
			rule.kind === 'group'
				? eachField((values[name] ?? {}) as Fields, rule.fields, change)
				: change(values[name], rule),
		]),
	);
}

function isPhone(rule: SettingField): boolean {
	return rule.kind === 'text' && rule.form === 'phone';
}

function lines(text: string): string[] {
	return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
