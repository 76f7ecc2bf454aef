import { readFile } from 'node:fs/promises';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { readLines } from '#content/frontmatter.ts';
import { pageSchema } from '#content/schema/page.ts';
import { pageSource } from '#content/source.ts';

const files = glob({ base: './content/pages', pattern: '*.mdx' });

/** Reads the lines on top of a page as the check does. Astro's reader makes a date of `title: 2027-01-01`. */
const loader: Loader = {
	name: 'pages',
	load: (context) =>
		files.load({
			...context,
			parseData: async (entry) => {
				const { frontmatter } = pageSource(await readFile(entry.filePath ?? '', 'utf8'));
				return context.parseData({
					...entry,
					data: { ...entry.data, ...readLines(frontmatter ?? '') },
				});
			},
		}),
};

export const collections = { pages: defineCollection({ loader, schema: pageSchema }) };
