import { canonicalPage, canonicalSettings } from '#content/canonical.ts';
import type { PageLines } from '#content/check/frontmatter.ts';
import { type PageFieldName, pageFields } from '#content/table/page-lines.ts';
import { type SettingFields, settingFields } from '#content/table/settings.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The file of a page, from what stands in the editor's form. */
export function writtenPage(fields: Fields): string {
	const lines: PageLines = {};
	for (const name of Object.keys(pageFields) as PageFieldName[]) {
		const value = fields[name];
		if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) {
			lines[name] = value;
		}
	}
	return canonicalPage(lines, typeof fields.body === 'string' ? fields.body : '');
}

/** The file of the settings, from what stands in the editor's form; what cannot be changed is as it was. */
export function writtenSettings(fields: Fields, before: unknown): string {
	return canonicalSettings(filledIn(fields, before, settingFields));
}

function filledIn(fields: Fields, before: unknown, rules: SettingFields): Fields {
	const old = isGroup(before) ? before : {};
	return Object.fromEntries(
		Object.entries(rules).map(([name, rule]) => {
			const value = fields[name];
			if (rule.kind === 'group') {
				return [name, filledIn(isGroup(value) ? value : {}, old[name], rule.fields)];
			}
			if ('fixed' in rule) return [name, old[name]];
			const isEmpty = value === undefined || value === null || value === '';
			if ('unknownYet' in rule && isEmpty) return [name, null];
			return [name, typeof value === 'string' ? value.trim() : (value ?? '')];
		}),
	);
}

function isGroup(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
