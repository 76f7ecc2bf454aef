import { canonicalPage, canonicalSettings } from '#content/canonical.ts';
import { mended, withoutUnseen } from '#content/mend.ts';
import type { PageLines } from '#content/page-lines.ts';
import { pageFieldNames } from '#content/table/page-lines.ts';
import { type SettingFields, settingFields } from '#content/table/settings.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The file of a page, from what stands in the editor's form; what can be put right safely, is. */
export function writtenPage(fields: Fields): string {
	const lines: PageLines = {};
	for (const name of pageFieldNames) {
		const value = fields[name];
		if (typeof value === 'number') lines[name] = value;
		else if (typeof value === 'string' && value.trim() !== '') lines[name] = withoutUnseen(value);
	}
	return canonicalPage(lines, mended(typeof fields.body === 'string' ? fields.body : '').body);
}

/** The file of the settings, from what stands in the editor's form. */
export function writtenSettings(fields: Fields): string {
	return canonicalSettings(filledIn(fields, settingFields));
}

function filledIn(fields: Fields, rules: SettingFields): Fields {
	return Object.fromEntries(
		Object.entries(rules).map(([name, rule]) => {
			const value = fields[name];
			if (rule.kind === 'group') {
				return [name, filledIn(isGroup(value) ? value : {}, rule.fields)];
			}
			const isEmpty = value === undefined || value === null || value === '';
			if ('unknownYet' in rule && isEmpty) return [name, null];
			return [name, tidied(value ?? (rule.kind === 'list' ? [] : ''))];
		}),
	);
}

function tidied(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(tidied);
	return typeof value === 'string' ? withoutUnseen(value).trim() : value;
}

function isGroup(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
