import { getEntry, render } from 'astro:content';

/** The frontmatter of `content/pages/{id}.mdx`, and its text as the component `Content`. */
export async function pageNamed(id: string) {
	const entry = await getEntry('pages', id);
	if (entry === undefined) throw new Error(`content/pages/${id}.mdx is missing.`);
	return { ...entry.data, ...(await render(entry)) };
}
