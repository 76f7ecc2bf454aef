import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { frontmatterSchema } from '#content/frontmatter.ts';

const pages = defineCollection({
	loader: glob({ base: './content/pages', pattern: '*.mdx' }),
	schema: frontmatterSchema,
});

export const collections = { pages };
