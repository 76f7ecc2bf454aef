/** The text of each file under `content/`, by its path from the project's folder. */
export type ContentFiles = Readonly<Record<string, string>>;

export const settingsFile = 'content/settings/site.json';
/** The text of the printed leaflet, which the pages are compared with. */
export const leafletFile = 'content/folder.md';
export const pagePath = (id: string) => `content/pages/${id}.mdx`;
export const pageFile = /^content\/pages\/([^/]+)\.mdx$/;

export interface PageSource {
	/** The lines between the two `---` at the start of the file. */
	frontmatter: string | undefined;
	body: string;
	/** The number of lines before the body. */
	before: number;
}

const fences = /^---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;

export function pageSource(text: string): PageSource {
	const match = fences.exec(text);
	if (!match) return { frontmatter: undefined, body: text, before: 0 };
	const head = match[0];
	return {
		frontmatter: match[1] ?? '',
		body: text.slice(head.length),
		before: head.split('\n').length - 1,
	};
}

/** A text with `\n` as its line endings, and without a byte order mark. */
export function plainText(text: string): string {
	return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
