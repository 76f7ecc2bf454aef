import { z } from 'astro/zod';
import { menuNeedsOrder, type PageField, pageFields } from '#content/table/page-lines.ts';

type Fields = typeof pageFields;
type ValueOf<Name extends keyof Fields> = Fields[Name]['kind'] extends 'number' ? number : string;
type Required = {
	[Name in keyof Fields]: Fields[Name]['required'] extends true ? Name : never;
}[keyof Fields];

export type Frontmatter = { [Name in Required]: ValueOf<Name> } & {
	[Name in Exclude<keyof Fields, Required>]?: ValueOf<Name> | undefined;
};

/** The frontmatter of a page in `content/pages`, as the table describes it. */
export const frontmatterSchema = z
	.strictObject(
		Object.fromEntries(Object.entries(pageFields).map(([name, field]) => [name, schemaOf(field)])),
	)
	.refine(({ menu, order }) => (menu === undefined) === (order === undefined), {
		message: menuNeedsOrder,
	}) as unknown as z.ZodType<Frontmatter>;

function schemaOf({ kind, max, required }: PageField) {
	const value =
		kind === 'number' ? z.number().int().positive().max(max) : z.string().trim().min(1).max(max);
	return required ? value : value.optional();
}
