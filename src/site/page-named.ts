import { getEntry, render } from 'astro:content';

/** A page of `content/pages` by its file name without the ending: the lines on top, and its text as a component. */
export async function pageNamed(id: string) {
	const entry = await getEntry('pages', id);
	if (entry === undefined) throw new Error(`content/pages/${id}.mdx is missing.`);
	return { ...entry.data, ...(await render(entry)) };
}
