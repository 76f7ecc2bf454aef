import { z } from 'astro/zod';

const line = z.string().trim().min(1).max(200);

/** The frontmatter of a page in `content/pages`. Keys stand in this order in the files too. */
export const frontmatterSchema = z
	.strictObject({
		/** The page's `h1`, and its name in the browser's tab. */
		title: line,
		/** One or two sentences below the heading. */
		intro: line,
		/** What a search engine or a shared link shows. */
		description: line,
		/** The page's name in the menu; pages without one are not in the menu. */
		menu: line.max(20).optional(),
		/** The place in the menu, lowest first. */
		order: z.number().int().positive().optional(),
		/** For colleagues: never shown on the site. */
		note: line.optional(),
	})
	.refine(({ menu, order }) => (menu === undefined) === (order === undefined), {
		message: 'Skriv både "menu" og "order", eller ingen af dem.',
	});

export type Frontmatter = z.infer<typeof frontmatterSchema>;
