import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emailAddress } from '#application/asking/email-address.ts';
import { e164 } from '#application/asking/phone-number.ts';
import { mistakesBySchema } from '#content/data.ts';
import { componentNames, components } from '#content/schema/components.ts';
import { type Field, fieldsOf, type Schema, text } from '#content/schema/field.ts';
import { pageFields, pageSchema } from '#content/schema/page.ts';
import { settingLabel, settingsSchema } from '#content/schema/site-settings.ts';
import site from '../../../content/settings/site.json' with { type: 'json' };

const schemas: [string, Schema][] = [
	['settings', settingsSchema],
	['frontmatter', pageSchema],
	...Object.entries(components).map(([name, { attributes }]): [string, Schema] => [
		name,
		attributes,
	]),
];

const odd: unknown[] = [
	'',
	' ',
	'a',
	'**a**',
	'a\nb',
	'a'.repeat(300),
	'12 34',
	'a@b',
	7,
	-1,
	0.5,
	null,
	undefined,
	[],
	[''],
	['a', 'a'],
	{},
];

/** The paths of all fields. */
function paths(fields: readonly Field[], to: string[] = []): string[][] {
	return fields.flatMap(({ name, fields: inner }) => [
		[...to, name],
		...paths(inner, [...to, name]),
	]);
}

for (const [name, schema] of schemas) {
	test(`every mistake in the ${name} has a Danish message with the label of its field`, () => {
		for (const path of paths(fieldsOf(schema))) {
			for (const value of odd) {
				const all = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
				for (const [, text] of mistakesBySchema(all, schema))
					expect(text, JSON.stringify(all)).toMatch(
						/^".+" (mangler|kan ikke bruges, som det står|kan ikke stå her)\. (Skriv|Der|Vælg|Her|Udfyld) .+\.$/,
					);
			}
		}
	});
}

test('the guide for editors names every component and every line on top of a page', () => {
	const guide = readFileSync('content/README.md', 'utf8');
	for (const name of componentNames) expect(guide).toContain(`| \`<${name}`);
	for (const { name } of pageFields) expect(guide).toContain(`| \`${name}\``);
});

test('a form follows its schema', () => {
	expect(fieldsOf(pageSchema).find(({ name }) => name === 'menu')).toEqual({
		name: 'menu',
		kind: 'line',
		label: 'Navn i menuen',
		hint: 'Et kort navn. Lad feltet stå tomt, hvis siden ikke skal være i menuen.',
		max: 20,
		required: false,
		fields: [],
	});
	const [knap] = fieldsOf(components.Knap.attributes);
	expect(knap).toMatchObject({ name: 'tekst', kind: 'link-text', required: true });
	expect(settingLabel('privacy.controller')).toBe('Persondata: Dataansvarlig');
});

test('a setting that may be unknown may be missing in the file, and so may a group of them', () => {
	const { mail, answering, ...others } = settingsSchema.parse(site);
	expect(settingsSchema.parse(others)).toEqual({
		...others,
		mail: { perDay: null },
		answering: { who: null, within: null },
	});
	expect(settingsSchema.parse({ ...others, mail: { perDay: 100 } }).mail).toEqual({ perDay: 100 });
	expect(Object.keys({ mail, answering })).toHaveLength(2);
});

const accepts = (kind: 'email' | 'phone', value: string) => text(kind, '').safeParse(value).success;

test('a field accepts no e-mail that mail servers refuse', () => {
	const part = fc.array(fc.constantFrom('a', 'B', 'ø', '1', '.', '-', '_', '+', 'xn--'), {
		maxLength: 4,
	});
	const ending = fc.constantFrom('.dk', '.d', '.dk-', '');
	let accepted = 0;
	fc.assert(
		fc.property(part, part, ending, (local, domain, end) => {
			const email = `${local.join('')}@${domain.join('')}${end}`;
			if (!accepts('email', email)) return;
			accepted++;
			expect(emailAddress(email)?.toLowerCase()).toBe(email.toLowerCase());
		}),
		{ numRuns: 6000, seed: 6 },
	);
	expect(accepted).toBeGreaterThan(100);
});

test('a field accepts the phone numbers that the form makes of answers, and no other', () => {
	const digits = fc.stringMatching(/^\+?(45)?\d{6,12}$/);
	fc.assert(
		fc.property(digits, (number) => {
			expect(accepts('phone', number)).toBe(e164(number) === number);
		}),
		{ numRuns: 3000, seed: 6 },
	);
	expect(accepts('phone', '+4521223344')).toBe(true);
	for (const number of ['+452122334', '+45212233445', '+4511223344'])
		expect(accepts('phone', number)).toBe(false);
});
