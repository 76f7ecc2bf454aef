import * as z from 'zod/mini';

/**
 * What a field holds. `line`: a text on one line; `text`: a longer one; `place`: a place in the menu; `page`: the
 * address of a page of the site; `link`: an address on the site or elsewhere; `link-text`: the words of a link.
 */
export type Kind =
	| ('line' | 'text' | 'email' | 'phone' | 'url' | 'repository' | 'number' | 'place' | 'page')
	| ('link' | 'link-text' | 'choice' | 'list' | 'group');

/** What a field is called and how it is explained, in the editor's form and in messages. */
export interface Description {
	kind: Kind;
	label: string;
	hint?: string | undefined;
	/** Most characters of a text. */
	max?: number;
	/** Each value that may be chosen, with its label. */
	choices?: Readonly<Record<string, string>>;
	/** Whether readers of the site never see it. */
	hidden?: true;
}

/** A field of a form of the editor, read off its schema. */
export interface Field extends Description {
	name: string;
	required: boolean;
	/** The fields of a group; none for any other kind. */
	fields: readonly Field[];
}

export type Schema = z.core.$ZodType;

const descriptions = z.registry<Description>();

/** Gives a schema its label and hint. */
export function described<S extends Schema>(schema: S, description: Description): S {
	descriptions.add(schema, description);
	return schema;
}

/** The fields of an object's schema, in their order. */
export function fieldsOf(schema: Schema): readonly Field[] {
	return Object.entries(shapeOf(schema)).map(([name, field]) => ({
		name,
		...descriptionOf(field),
		required: !z.safeParse(field, undefined).success,
		fields: fieldsOf(field),
	}));
}

/** The field at a path such as `['privacy', 'controller']`, and those around it, outermost first. */
export function fieldsAt(schema: Schema, path: readonly PropertyKey[]): readonly Field[] {
	const [name, ...rest] = path;
	const field = fieldsOf(schema).find((each) => each.name === name);
	const inner = shapeOf(schema)[String(name)];
	return field && inner ? [field, ...fieldsAt(inner, rest)] : [];
}

/** What an editor calls a field: "Persondata: Dataansvarlig" for `privacy.controller`. */
export function labelAt(schema: Schema, path: readonly PropertyKey[]): string {
	return fieldsAt(schema, path)
		.map(({ label }) => label)
		.join(': ');
}

function descriptionOf(schema: Schema): Description {
	const description = descriptions.get(schema) ?? descriptions.get(innerOf(schema));
	if (!description) throw new Error('A field has no label; see src/content/schema/field.ts.');
	return description;
}

/** The fields' schemas of an object; none of anything else. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
	const { _zod } = innerOf(schema) as z.core.$ZodTypes;
	return _zod.def.type === 'object' ? _zod.def.shape : {};
}

/** A schema without what allows it to be missing or unknown. */
function innerOf(schema: Schema): Schema {
	const { def } = (schema as z.core.$ZodTypes)._zod;
	return 'innerType' in def ? innerOf(def.innerType) : schema;
}

const isMissing = 'Der står ikke noget. Skriv det.';

/** A text that is not empty. */
export function text(label: string, hint?: string, kind: Kind = 'text') {
	const schema = z.string(isMissing).check(z.trim(), z.minLength(1, isMissing));
	return described(schema, { kind, label, hint });
}

export function email(label: string, hint?: string) {
	const pattern = /^[\w.+-]+@[a-zæøå\d-]+(\.[a-zæøå\d-]+)+$/i;
	return formed(pattern, 'Skriv e-mailen som navn@eksempel.dk.', { kind: 'email', label, hint });
}

export function phone(label: string, hint?: string) {
	const message = 'Skriv nummeret som +4512345678.';
	return formed(/^\+[1-9]\d{6,14}$/, message, { kind: 'phone', label, hint });
}

export function url(label: string, hint?: string) {
	const pattern = /^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/;
	const message = 'Skriv hele adressen. Den begynder med https://.';
	return formed(pattern, message, { kind: 'url', label, hint });
}

/** A text of one form. */
export function formed(pattern: RegExp, message: string, description: Description) {
	return described(z.string(message).check(z.regex(pattern, message)), description);
}

export function choice<const Choices extends Readonly<Record<string, string>>>(
	label: string,
	choices: Choices,
	hint?: string,
) {
	const names = Object.keys(choices) as (keyof Choices & string)[];
	const message = `Vælg en af disse: ${Object.values(choices).join(', ')}.`;
	return described(z.enum(names, message), { kind: 'choice', label, hint, choices });
}

export function group<Shape extends z.core.$ZodShape>(label: string, shape: Shape, hint?: string) {
	const schema = z.strictObject(shape, 'Her skal stå flere felter mellem { og }.');
	// A group that is new is filled in by what its fields are when they are missing.
	return z.prefault(described(schema, { kind: 'group', label, hint }), {} as never);
}

/** What only the project lead knows: `null` until it is known. */
export function unknownYet<S extends Schema>(schema: S) {
	return z._default(z.nullable(schema), null);
}
