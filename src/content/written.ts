import { canonicalPage, canonicalSettings } from '#content/canonical.ts';
import { type Schema, shapeOf } from '#content/schema/field.ts';
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
export function writtenSettings(fields: Fields): string {
	return canonicalSettings(filledIn(fields, settingsSchema));
}

function filledIn(fields: Fields, schema: Schema): Fields {
	return Object.fromEntries(
		Object.entries(shapeOf(schema)).map(([name, field]) => {
			const value = fields[name];
			if (Object.keys(shapeOf(field)).length > 0)
				return [name, filledIn((value ?? {}) as Fields, field)];
			return [name, value === undefined || value === '' ? null : tidied(value)];
		}),
	);
}

function tidied(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(tidied);
	return typeof value === 'string' ? withoutUnseen(value).trim() : value;
}
