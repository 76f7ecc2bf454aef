import * as z from 'zod/mini';

/** Patterns of texts, with the message for any other text. */
const forms = {
	email: [/^[\w.+-]+@[a-zæøå\d-]+(\.[a-zæøå\d-]+)+$/i, 'Skriv e-mailen som navn@eksempel.dk.'],
	page: [
		/^\/([a-z\d]+(-[a-z\d]+)*\/)?$/,
		'Skriv adressen som /navnet/ med små bogstaver fra a til z, tal og bindestreg.',
	],
	phone: [/^\+[1-9]\d{6,14}$/, 'Skriv nummeret som +4512345678.'],
	repository: [
		/^[\w.-]+\/[\w.-]+$/,
		'Skriv projektets ejer og navn på GitHub med en skråstreg imellem.',
	],
	url: [/^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, 'Skriv hele adressen. Den begynder med https://.'],
} as const satisfies Record<string, readonly [RegExp, string]>;

/**
 * The kind of a field's value. `line`: one line; `text`: several lines; `place`: a place in the menu; `page`: the
 * address of a page; `link`: an address on the site or elsewhere; `link-text`: the words of a link.
 */
export type Kind =
	| keyof typeof forms
	| ('line' | 'text' | 'number' | 'place' | 'link' | 'link-text' | 'choice' | 'list' | 'group');

/** The label and hint of a field in the editor's form and in messages. */
export interface Description {
	kind: Kind;
	label: string;
	hint?: string | undefined;
	/** The maximum length of a text. */
	max?: number;
	/** The values of a choice, with their labels. */
	choices?: Readonly<Record<string, string>>;
	/** Not shown on the site. */
	hidden?: true;
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

const descriptions = z.registry<Description>();

export function described<S extends Schema>(schema: S, description: Description): S {
	descriptions.add(schema, description);
	return schema;
}

/** The fields of an object's schema, in their order. */
export function fieldsOf(schema: Schema | undefined): readonly Field[] {
	return Object.entries(shapeOf(schema)).map(([name, field]) => ({
		name,
		...descriptionOf(field),
		required: !z.safeParse(field, undefined).success,
		fields: fieldsOf(field),
	}));
}

/** The label of a field: "Persondata: Dataansvarlig" for `['privacy', 'controller']`. */
export function labelAt(schema: Schema, path: Path): string {
	return path
		.map((_, at) => schemaAt(schema, path.slice(0, at + 1)))
		.flatMap((field) => (field === undefined ? [] : [descriptionOf(field).label]))
		.join(': ');
}

/** The schema of the field at a path, outside lists. */
export function schemaAt(schema: Schema, path: Path): Schema | undefined {
	return path.reduce<Schema | undefined>((of, name) => shapeOf(of)[String(name)], schema);
}

export function shapeOf(schema: Schema | undefined): Readonly<Record<string, Schema>> {
	const def = schema && (innerOf(schema) as z.core.$ZodTypes)._zod.def;
	return def?.type === 'object' ? def.shape : {};
}

function descriptionOf(schema: Schema): Description {
	const description = descriptions.get(innerOf(schema));
	if (!description) throw new Error('A field has no label; see src/content/schema/field.ts.');
	return description;
}

/** A schema without its wrappers for optional values and defaults. */
function innerOf(schema: Schema): Schema {
	const { def } = (schema as z.core.$ZodTypes)._zod;
	return 'innerType' in def ? innerOf(def.innerType) : schema;
}

export function nonEmptyText() {
	const isText = z.string('Skriv en tekst mellem to lige anførselstegn.');
	return isText.check(z.trim(), z.minLength(1, 'Der står ikke noget. Skriv det.'));
}

/** A text that is not empty. */
export function text(label: string, hint?: string, kind: Kind = 'text') {
	return described(nonEmptyText(), { kind, label, hint });
}

/** A text that matches one of the patterns. */
export function formed(kind: keyof typeof forms, label: string, hint?: string, hidden?: true) {
	const [pattern, message] = forms[kind];
	const description = { kind, label, hint, ...(hidden && { hidden }) };
	return described(z.string(message).check(z.regex(pattern, message)), description);
}

export function choice<const Choices extends Readonly<Record<string, string>>>(
	label: string,
	hint: string | undefined,
	choices: Choices,
) {
	const names = Object.keys(choices) as (keyof Choices & string)[];
	const message = `Vælg en af disse: ${Object.values(choices).join(', ')}.`;
	return described(z.enum(names, message), { kind: 'choice', label, hint, choices });
}

/** Several fields. A group may be missing if all its fields may. */
export function group<Shape extends z.core.$ZodShape>(
	label: string,
	hint: string | undefined,
	shape: Shape,
) {
	const schema = z.strictObject(shape, 'Her skal stå flere felter mellem { og }.');
	return z.prefault(described(schema, { kind: 'group', label, hint }), {} as never);
}

/** A value that only the project lead knows; `null` until then. */
export function unknownYet<S extends Schema>(schema: S) {
	return z._default(z.nullable(schema), null);
}
