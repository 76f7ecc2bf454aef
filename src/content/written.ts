import { e164 } from '#application/asking/phone-number.ts';
import { canonicalPage, canonicalSettings } from '#content/canonical.ts';
import { type Field, fieldsOf } from '#content/schema/field.ts';
import type { PageLines } from '#content/schema/page.ts';
import { settingsSchema } from '#content/schema/settings.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Signs that nobody sees, and that come along from other programs. */
const unseen = /(?![\n\t])[\p{Cc}\p{Zl}\p{Zp}\u00AD\u200B\u2060\uFEFF]/gu;

/** A text without what nobody sees. */
export function withoutUnseen(text: string): string {
	return text.replaceAll(/[\u2028\u2029]/g, '\n').replaceAll(unseen, '');
}

/** The file of a page, from what stands in the editor's form. */
export function writtenPage({ body, ...fields }: Fields): string {
	const lines = Object.entries(fields).flatMap(([name, value]) => {
		const line = typeof value === 'string' ? withoutUnseen(value).trim() : value;
		return line === '' || line === null ? [] : [[name, line]];
	});
	const text = typeof body === 'string' ? withoutUnseen(body) : '';
	return canonicalPage(Object.fromEntries(lines) as PageLines, text, 'form');
}

/** The file of the settings, from what stands in the editor's form: what is empty is not known yet. */
export function writtenSettings(values: Fields): string {
	return canonicalSettings(filledIn(values, fieldsOf(settingsSchema)));
}

function filledIn(values: Fields, fields: readonly Field[]): Fields {
	return Object.fromEntries(
		fields.map(({ name, kind, fields: inner }) => {
			const value = values[name];
			if (kind === 'group') return [name, filledIn((value ?? {}) as Fields, inner)];
			if (value === undefined || value === '') return [name, null];
			const tidy = tidied(value);
			// A phone number is typed as people write it.
			const isPhone = kind === 'phone' && typeof tidy === 'string';
			return [name, isPhone ? (e164(tidy) ?? tidy) : tidy];
		}),
	);
}

function tidied(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(tidied);
	return typeof value === 'string' ? withoutUnseen(value).trim() : value;
}
