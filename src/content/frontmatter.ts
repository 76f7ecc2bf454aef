import { z } from 'astro/zod';
import { menuNeedsOrder, pageFields } from '#content/rules.ts';

const line = (name: 'title' | 'intro' | 'description' | 'menu' | 'note') =>
	z.string().trim().min(1).max(pageFields[name].max);

/** The frontmatter of a page in `content/pages`; what each key is for stands in rules.ts. */
export const frontmatterSchema = z
	.strictObject({
		title: line('title'),
		intro: line('intro'),
		description: line('description'),
		menu: line('menu').optional(),
		order: z.number().int().positive().max(pageFields.order.max).optional(),
		note: line('note').optional(),
	})
	.refine(({ menu, order }) => (menu === undefined) === (order === undefined), {
		message: menuNeedsOrder,
	});

export type Frontmatter = z.infer<typeof frontmatterSchema>;
