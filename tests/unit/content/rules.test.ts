import { expect, test } from 'vitest';
import { checkFrontmatter } from '#content/check/frontmatter.ts';
import { checkSettings } from '#content/check/settings.ts';
import { frontmatterSchema } from '#content/frontmatter.ts';
import { type PageField, pageFields } from '#content/table/page-lines.ts';
import { type SettingFields, settingFields } from '#content/table/settings.ts';
import { settings, settingsSchema } from '#content/settings.ts';

/** Whether the check that editors meet and the schema that the build trusts say the same. */
function pageIsFine(lines: Record<string, string | number>): { check: boolean; schema: boolean } {
	let mistakes = 0;
	const text = Object.entries(lines).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
	checkFrontmatter(text.join(''), () => mistakes++);
	return { check: mistakes === 0, schema: frontmatterSchema.safeParse(lines).success };
}

function settingsAreFine(value: unknown): { check: boolean; schema: boolean } {
	let mistakes = 0;
	checkSettings(JSON.stringify(value, null, '\t'), () => mistakes++);
	return { check: mistakes === 0, schema: settingsSchema.safeParse(value).success };
}

const page = { title: 'a', intro: 'a', description: 'a', menu: 'a', order: 1, note: 'a' };
const both = (fine: boolean) => ({ check: fine, schema: fine });

test('the check and the schema agree on the lines of a page', () => {
	expect(Object.keys(page)).toEqual(Object.keys(pageFields));
	expect(pageIsFine(page)).toEqual(both(true));
	expect(pageIsFine({ ...page, ukendt: 'a' })).toEqual(both(false));
	for (const [name, field] of Object.entries(pageFields)) {
		const { kind, max, required }: PageField = field;
		const most = kind === 'line' ? 'a'.repeat(max) : max;
		const more = kind === 'line' ? 'a'.repeat(max + 1) : max + 1;
		expect(pageIsFine({ ...page, [name]: most }), name).toEqual(both(true));
		expect(pageIsFine({ ...page, [name]: more }), name).toEqual(both(false));
		expect(pageIsFine({ ...page, [name]: kind === 'line' ? ' ' : 0 }), name).toEqual(both(false));
		const without: Record<string, string | number> = { ...page };
		Reflect.deleteProperty(without, name);
		const isAlone = name === 'menu' || name === 'order';
		expect(pageIsFine(without), name).toEqual(both(!required && !isAlone));
	}
});

const odd: unknown[] = [
	'',
	' ',
	'a',
	'+4512345678',
	'12 34',
	'a@b.dk',
	'https://a.dk/',
	'http://a.dk',
	'112',
	'a/b',
	'editor',
	7,
	null,
	[],
	['a'],
	['a', ''],
	{},
];

function leaves(fields: SettingFields, path: string[] = []): string[][] {
	return Object.entries(fields).flatMap(([name, field]) => [
		[...path, name],
		...(field.kind === 'group' ? leaves(field.fields, [...path, name]) : []),
	]);
}

function changed(value: unknown, [name = '', ...rest]: string[], to: unknown): unknown {
	const group = value as Record<string, unknown>;
	return { ...group, [name]: rest.length === 0 ? to : changed(group[name], rest, to) };
}

for (const path of leaves(settingFields)) {
	test(`the check and the schema agree on the setting ${path.join('.')}`, () => {
		for (const value of odd) {
			const { check, schema } = settingsAreFine(changed(settings, path, value));
			expect(check, JSON.stringify(value)).toBe(schema);
		}
		expect(settingsAreFine(changed(settings, path, undefined))).toEqual(both(false));
		expect(settingsAreFine(changed(settings, [...path.slice(0, -1), 'ukendt'], 'a'))).toEqual(
			both(false),
		);
	});
}
