import * as z from 'zod/mini';

type Pattern = readonly [RegExp, message: string];
const notEmpty: Pattern = [/\S/, 'Der står ikke noget. Skriv det.'];
const plain = /^(?!\s*$)(?![^]*(\*\*|\]\(|<\/?[a-z]|&#?\w+;))/i;
const plainLine: Pattern = [
	RegExp(`${plain.source}.*$`, 'i'),
	'Skriv en tekst på én linje uden fed, links, HTML og koder som &nbsp;.',
];

/** The pattern of each kind of text, with the message for any other text. */
const patterns = {
	email: [
		/^(?!\.|.*\.[.@])[\w.+-]+@((?!-|..--)[a-zæøå\d-]+(?<!-)\.)+[a-z]{2,}$/i,
		'Skriv e-mailen som navn@eksempel.dk.',
	],
	line: plainLine,
	/** An address on the site or elsewhere. */
	link: notEmpty,
	/** The words of a link. */
	'link-text': notEmpty,
	/** A line that the site does not show. */
	note: plainLine,
	/** The address of a page. */
	page: [
		/^\/([a-z\d]+(-[a-z\d]+)*\/)?$/,
		'Skriv adressen som /navnet/ med små bogstaver fra a til z, tal og bindestreg.',
	],
	phone: [
		/^\+(45[2-9]\d{7}|(?!45)[1-9]\d{6,14})$/,
		'Skriv nummeret med 8 cifre, fx 23 45 67 89, eller med + og landekode. Et dansk nummer begynder ikke med 0 eller 1. I filen står det som +4523456789.',
	],
	repository: [
		/^[\w.-]+\/[\w.-]+$/,
		'Skriv projektets ejer og navn på GitHub med en skråstreg imellem.',
	],
	/** Several lines. */
	text: [plain, 'Skriv en tekst uden fed, links, HTML og koder som &nbsp;.'],
	url: [/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, 'Skriv hele adressen. Den begynder med https://.'],
} as const satisfies Record<string, Pattern>;

type TextKind = keyof typeof patterns;

/** The kind of a field's value. `place`: a place in the menu. */
export type Kind = TextKind | 'number' | 'place' | 'choice' | 'list' | 'group';

/** The label and hint of a field in the editor's form and in messages. */
export interface Description {
	kind: Kind;
	label: string;
	hint?: string | undefined;
	/** The maximum length of a text. */
	max?: number | undefined;
	/** The values of a choice, with their labels. */
	choices?: Readonly<Record<string, string>>;
}

/** A field of the editor's form. */
export interface Field extends Description {
	name: string;
	required: boolean;
	/** The fields of a group. */
	fields: readonly Field[];
}

export type Schema = z.core.$ZodType;
type Path = readonly PropertyKey[];

export const descriptions = z.registry<Description>();

/** The fields of an object's schema, in their order. */
export function fieldsOf(schema: Schema): readonly Field[] {
	const { def } = (innerOf(schema) as z.core.$ZodTypes)._zod;
	return Object.entries(def.type === 'object' ? def.shape : {}).map(([name, field]) => {
		const description = descriptions.get(innerOf(field));
		if (!description) throw new Error('A field has no label; see src/content/schema/field.ts.');
		const required = !z.safeParse(field, undefined).success;
		return { name, ...description, required, fields: fieldsOf(field) };
	});
}

/** The fields of the group at a path, outside lists. */
export function fieldsAt(schema: Schema, path: Path): readonly Field[] {
	return path.reduce(
		(fields: readonly Field[], name) => fields.find((field) => field.name === name)?.fields ?? [],
		fieldsOf(schema),
	);
}

/** The label of a field: "Persondata: Dataansvarlig" for `['privacy', 'controller']`. */
export function labelAt(schema: Schema, path: Path): string {
	return path
		.flatMap((name, at) => fieldsAt(schema, path.slice(0, at)).filter((each) => each.name === name))
		.map(({ label }) => label)
		.join(': ');
}

/** A schema without its wrappers for optional values and defaults. */
function innerOf(schema: Schema): Schema {
	const { def } = (schema as z.core.$ZodTypes)._zod;
	return 'innerType' in def ? innerOf(def.innerType) : schema;
}

/** A text of some kind. */
export function text(kind: TextKind, label: string, hint?: string, max?: number) {
	const [pattern, message] = patterns[kind];
	const tooLong = `Skriv det kortere. Der er plads til ${max} tegn.`;
	return z
		.string('Skriv en tekst mellem to lige anførselstegn.')
		.check(z.regex(pattern, message), ...(max === undefined ? [] : [z.maxLength(max, tooLong)]))
		.register(descriptions, { kind, label, hint, max });
}

export function choice<const Choices extends Readonly<Record<string, string>>>(
	label: string,
	hint: string | undefined,
	choices: Choices,
) {
	const names = Object.keys(choices) as (keyof Choices & string)[];
	const message = `Vælg en af disse: ${Object.values(choices).join(', ')}.`;
	return z.enum(names, message).register(descriptions, { kind: 'choice', label, hint, choices });
}

/** Several fields. A group may be missing if all its fields may. */
export function group<Shape extends z.core.$ZodShape>(
	label: string,
	hint: string | undefined,
	shape: Shape,
) {
	const schema = z.strictObject(shape, 'Her skal stå flere felter mellem { og }.');
	return z.prefault(schema.register(descriptions, { kind: 'group', label, hint }), {} as never);
}

/** A value that may be unknown: `null` until the project lead gives it. */
export function unknownYet<S extends Schema>(schema: S) {
	return z._default(z.nullable(schema), null);
}
