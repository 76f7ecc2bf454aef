import { expect, test } from 'vitest';
import { checkSettings } from '#content/check/settings.ts';
import { frontmatterSchema } from '#content/frontmatter.ts';
import { readLines } from '#content/page-lines.ts';
import { pageField, pageFieldNames } from '#content/table/page-lines.ts';
import { type SettingFields, settingFields } from '#content/table/settings.ts';
import { settings, settingsSchema } from '#content/settings.ts';

/** Whether the check that editors meet and the schema that the build trusts say the same. */
function pageIsFine(lines: Record<string, unknown>): { check: boolean; schema: boolean } {
	let mistakes = 0;
	const text = Object.entries(lines).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
	readLines(text.join(''), () => mistakes++);
	return { check: mistakes === 0, schema: frontmatterSchema.safeParse(lines).success };
}

function settingsAreFine(value: unknown): { check: boolean; schema: boolean } {
	let mistakes = 0;
	checkSettings(JSON.stringify(value, null, '\t'), () => mistakes++);
	return { check: mistakes === 0, schema: settingsSchema.safeParse(value).success };
}

/** For each kind of line: one that is right, the most there may be, and some that are wrong. */
const values = {
	line: (max: number) => ['a', 'a'.repeat(max), 'a'.repeat(max + 1), ' '],
	number: (max: number) => [1, max, max + 1, 0],
	address: (max: number) => [
		'/',
		`/${'a/'.padStart(max - 1, 'a')}`,
		`/${'a/'.padStart(max, 'a')}`,
		'a',
	],
};
const page = Object.fromEntries(
	pageFieldNames.map((name) => [name, values[pageField(name).kind](1)[0]]),
);
const both = (fine: boolean) => ({ check: fine, schema: fine });

test('the check and the schema agree on the lines of a page', () => {
	expect(pageIsFine(page)).toEqual(both(true));
	expect(pageIsFine({ ...page, ukendt: 'a' })).toEqual(both(false));
	for (const name of pageFieldNames) {
		const { kind, max, required } = pageField(name);
		const [, most, more, wrong] = values[kind](max);
		expect(pageIsFine({ ...page, [name]: most }), name).toEqual(both(true));
		expect(pageIsFine({ ...page, [name]: more }), name).toEqual(both(false));
		expect(pageIsFine({ ...page, [name]: wrong }), name).toEqual(both(false));
		const without = { ...page };
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
