/** Every file under `content/` that is checked, by its path from the project's folder, with its text. */
export type ContentFiles = Readonly<Record<string, string>>;

export const settingsFile = 'content/settings/site.json';
/** What the printed leaflet says. Nothing is built from it; the text of the pages is compared with it. */
export const leafletFile = 'content/folder.md';
/** Where a page lies, by its file's name without the ending; and what matches such a path. */
export const pagePath = (id: string) => `content/pages/${id}.mdx`;
export const pageFile = /^content\/pages\/([^/]+)\.mdx$/;

/** A page's file in the three parts that are read apart. */
export interface PageSource {
	/** The lines between the two `---`; nothing if the file does not begin with them. */
	frontmatter: string | undefined;
	body: string;
	/** How many lines of the file stand before the body's first. */
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

/** Line endings and the invisible mark of some Windows programs are no mistake, and no difference. */
export function plainText(text: string): string {
	return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
