/** Keys of the frontmatter that readers of the site see. */
const shown = /^(title|intro|description|menu): (.+)$/;

/**
 * What a page in MDX says in the site's own words, line by line: without the leaflet's quotes, without
 * components and without marks.
 */
export function proseOf(mdx: string): string[] {
	const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(mdx) ?? [];
	const head = frontmatter.split('\n').flatMap((line) => shown.exec(line)?.[2] ?? []);
	const text = body
		.replace(/<Folder>[\s\S]*?<\/Folder>/g, '')
		.replace(/<\w+[^>]*\btekst="([^"]*)"[^>]*>/g, '$1')
		.replace(/<[^>]+>/g, '')
		.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/\*\*|^#+ |^\s*(-|\d+\.) /gm, '');
	return [...head, ...text.split('\n')].map((line) => line.trim()).filter(Boolean);
}
