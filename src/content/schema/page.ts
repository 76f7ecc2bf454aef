import * as z from 'zod/mini';
import { descriptions, fieldsOf, text } from '#content/schema/field.ts';

const place = 'Skriv et tal mellem 0 og 99, fx 1.';

/** The frontmatter of a page, in order. To add a field, describe it here: type, check and form follow. */
const pageShape = {
	title: text('line', 'Overskrift', 'Sidens overskrift. Den står også på fanen i browseren.', 80),
	intro: text('line', 'Indledning', 'En eller to sætninger under overskriften.', 200),
	description: text(
		'line',
		'Beskrivelse',
		'Det, man ser i en søgemaskine, og når nogen deler siden.',
		200,
	),
	menu: z.optional(
		text(
			'line',
			'Navn i menuen',
			'Et kort navn. Lad feltet stå tomt, hvis siden ikke skal være i menuen.',
			20,
		),
	),
	order: z.optional(
		z.number(place).check(z.positive(place), z.maximum(99, place)).register(descriptions, {
			kind: 'place',
			label: 'Plads i menuen',
			hint: 'Pladsen gælder kun, når siden har et navn i menuen.',
		}),
	),
	leadsTo: z.optional(
		text(
			'page',
			'Fjern siden',
			'Skal siden væk fra webstedet, så vælg, hvor dens adresse skal føre hen. Så går ingen forgæves.',
		),
	),
	note: z.optional(text('note', 'Besked til kolleger', 'Beskeden bliver ikke vist på siden.', 200)),
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
