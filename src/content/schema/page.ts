import * as z from 'zod/mini';
import { described, fieldsOf, formed, nonEmptyText } from '#content/schema/field.ts';

const marks = /\*\*|\]\(|<\/?[a-z]|&#?\w+;/i;

/** A text on one line, shown as it is. */
function line(label: string, max: number, hint: string, hidden?: true) {
	const schema = nonEmptyText().check(
		z.maxLength(max, `Skriv det kortere. Der er plads til ${max} tegn.`),
		z.regex(/^[^\n]*$/, 'Skriv det hele på én linje.'),
		z.refine((text) => !marks.test(text), 'Skriv det uden fed, links, HTML og koder som &nbsp;.'),
	);
	return described(schema, { kind: 'line', label, hint, max, ...(hidden && { hidden }) });
}

const place = 'Skriv et tal mellem 0 og 99, fx 1.';

/** The frontmatter of a page, in order. To add a field, describe it here: type, check and form follow. */
const pageShape = {
	title: line('Overskrift', 80, 'Sidens overskrift. Den står også på fanen i browseren.'),
	intro: line('Indledning', 200, 'En eller to sætninger under overskriften.'),
	description: line('Beskrivelse', 200, 'Det, man ser i en søgemaskine, og når nogen deler siden.'),
	menu: z.optional(
		line(
			'Navn i menuen',
			20,
			'Et kort navn. Lad feltet stå tomt, hvis siden ikke skal være i menuen.',
		),
	),
	order: z.optional(
		described(z.number(place).check(z.positive(place), z.maximum(99, place)), {
			kind: 'place',
			label: 'Plads i menuen',
			hint: 'Pladsen gælder kun, når siden har et navn i menuen.',
		}),
	),
	leadsTo: z.optional(
		formed(
			'page',
			'Fjern siden',
			'Skal siden væk fra webstedet, så vælg, hvor dens adresse skal føre hen. Så går ingen forgæves.',
			true,
		),
	),
	note: z.optional(line('Besked til kolleger', 200, 'Beskeden bliver ikke vist på siden.', true)),
};

export const pageSchema = z.strictObject(pageShape).check(
	z.refine(({ menu, order }) => (menu === undefined) === (order === undefined), {
		path: ['menu'],
		error: 'Udfyld både "Navn i menuen" og "Plads i menuen", eller ingen af dem.',
	}),
);

export type Frontmatter = z.infer<typeof pageSchema>;
/** The valid fields of a page's frontmatter. */
export type PageLines = Readonly<Record<string, string | number | undefined>>;

export const pageFields = fieldsOf(pageSchema);
