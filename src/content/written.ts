import { canonicalPage, canonicalSettings } from '#content/canonical.ts';
import { mended, unseenSaid, withoutUnseen } from '#content/mend.ts';
import type { PageLines } from '#content/page-lines.ts';
import { settingLabel } from '#content/setting-label.ts';
import { pageFieldNames, pageFields } from '#content/table/page-lines.ts';
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
	return canonicalPage(lines, mended(bodyOf(fields)).body);
}

/** What is put right in a page before it is written, as an editor is told. */
export function putRightInPage(fields: Fields): string[] {
	const ofLines = pageFieldNames.flatMap((name) => {
		const value = fields[name];
		return typeof value === 'string' ? unseenSaid(pageFields[name].label, value) : [];
	});
	return [...ofLines, ...mended(bodyOf(fields)).said];
}

function bodyOf({ body }: Fields): string {
	return typeof body === 'string' ? body : '';
}

/** The file of the settings, from what stands in the editor's form. */
export function writtenSettings(fields: Fields): string {
	return canonicalSettings(filledIn(fields, settingFields));
}

/** What is put right in the settings before they are written, as an editor is told. */
export function putRightInSettings(
	fields: Fields,
	rules: SettingFields = settingFields,
	group = '',
): string[] {
	return Object.entries(rules).flatMap(([name, rule]) => {
		const value = fields[name];
		const path = group + name;
		if (rule.kind === 'group') {
			return isGroup(value) ? putRightInSettings(value, rule.fields, `${path}.`) : [];
		}
		return unseenSaid(settingLabel(path), [value].flat().join(''));
	});
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
