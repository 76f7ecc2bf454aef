import * as z from 'zod/mini';
import { type Description, described, fieldsOf, formed } from '#content/schema/field.ts';

const marks = /\*\*|\]\(|<\/?[a-z]|&#?\w+;/i;

/** A text on one line, shown as it is. */
function line(label: string, hint: string, max: number, more?: Partial<Description>) {
	const isEmpty = 'Der står ikke noget. Skriv det.';
	return described(
		z.string(isEmpty).check(
			z.trim(),
			z.minLength(1, isEmpty),
			z.maxLength(max, `Skriv det kortere. Der er plads til ${max} tegn.`),
			z.regex(/^[^\n]*$/, 'Skriv det hele på én linje.'),
			z.refine(
				(value) => !marks.test(value),
				'Skriv det uden fed, links, HTML og koder som &nbsp;.',
			),
		),
		{ kind: 'line', label, hint, max, ...more },
	);
}

/**
 * The lines on top of a page, in the order in which they stand. To add one, describe it here: its type, its
 * check and its field in the form follow.
 */
export const pageSchema = z
	.strictObject({
		title: line('Overskrift', 'Sidens overskrift. Den står også på fanen i browseren.', 80),
		intro: line('Indledning', 'En eller to sætninger under overskriften.', 200),
		description: line(
			'Beskrivelse',
			'Det, man ser i en søgemaskine, og når nogen deler siden.',
			200,
		),
		menu: z.optional(
			line(
				'Navn i menuen',
				'Et kort navn. Lad feltet stå tomt, hvis siden ikke skal være i menuen.',
				20,
			),
		),
		order: z.optional(
			described(
				z
					.number('Skriv et tal, fx 1.')
					.check(z.positive('Skriv et tal over 0.'), z.maximum(99, 'Skriv højst 99.')),
				{
					kind: 'place',
					label: 'Plads i menuen',
					hint: 'Pladsen gælder kun, når siden har et navn i menuen.',
				},
			),
		),
		leadsTo: z.optional(
			formed(
				/^\/([a-z\d]+(-[a-z\d]+)*\/)?$/,
				'Skriv adressen som /navnet/ med små bogstaver fra a til z, tal og bindestreg.',
				{
					kind: 'page',
					label: 'Fjern siden',
					hint: 'Skal siden væk fra webstedet, så vælg, hvor dens adresse skal føre hen. Så går ingen forgæves.',
					hidden: true,
				},
			),
		),
		note: z.optional(
			line('Besked til kolleger', 'Beskeden bliver ikke vist på siden.', 200, { hidden: true }),
		),
	})
	.check(
		z.refine(({ menu, order }) => (menu === undefined) === (order === undefined), {
			path: ['menu'],
			error: 'Udfyld både "Navn i menuen" og "Plads i menuen", eller ingen af dem.',
		}),
	);

/** The lines on top of a page. */
export type Frontmatter = z.infer<typeof pageSchema>;
export type FrontmatterName = keyof Frontmatter;

export const pageFields = fieldsOf(pageSchema);
