/** The text of each file under `content/`, by its path from the project's folder. */
export type ContentFiles = Readonly<Record<string, string>>;

export const settingsFile = 'content/settings/site.json';
/** The text of the printed leaflet, which the pages are compared with. */
export const leafletFile = 'content/folder.md';
export const pagePath = (id: string) => `content/pages/${id}.mdx`;
export const pageFile = /^content\/pages\/([^/]+)\.mdx$/;

/** The two `---` at the start of a page, and the lines between them. */
const fences = /^---[ \t]*\n([\s\S]*?\n)??---[ \t]*(?:\n|$)/;

/** The parts of a page's file, each after empty lines for the lines above it: line numbers are those of the file. */
export function pageSource(text: string): { frontmatter: string | undefined; body: string } {
	const plain = plainText(text);
	const [head = '', lines = ''] = fences.exec(plain) ?? [];
	return {
		frontmatter: head === '' ? undefined : `\n${lines}`,
		body: head.replace(/.+/g, '') + plain.slice(head.length),
	};
}

/** A text with `\n` as its line endings, and without a byte order mark. */
export function plainText(text: string): string {
	return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
