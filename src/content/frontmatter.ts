import { z } from 'astro/zod';
import { wordedFor } from '#content/report.ts';
import {
	menuNeedsOrder,
	ownAddress,
	type PageField,
	type pageFields,
	pageField,
	pageFieldNames,
} from '#content/table/page-lines.ts';

interface Kinds {
	line: string;
	number: number;
	address: string;
}
type Fields = typeof pageFields;
type ValueOf<Name extends keyof Fields> = Kinds[Fields[Name]['kind']];
type Required = {
	[Name in keyof Fields]: Fields[Name]['required'] extends true ? Name : never;
}[keyof Fields];

export type Frontmatter = { [Name in Required]: ValueOf<Name> } & {
	[Name in Exclude<keyof Fields, Required>]?: ValueOf<Name> | undefined;
};

/** The frontmatter of a page in `content/pages`, as the table describes it. */
export const frontmatterSchema = z
	.strictObject(Object.fromEntries(pageFieldNames.map((name) => [name, schemaOf(pageField(name))])))
	.refine(({ menu, order }) => (menu === undefined) === (order === undefined), {
		message: wordedFor('file', menuNeedsOrder),
	}) as unknown as z.ZodType<Frontmatter>;

function schemaOf({ kind, max, required }: PageField): z.ZodType {
	const schemas = {
		line: z.string().trim().min(1).max(max),
		number: z.number().positive().max(max),
		address: z.string().max(max).regex(ownAddress.pattern, ownAddress.message),
	};
	return required ? schemas[kind] : schemas[kind].optional();
}
