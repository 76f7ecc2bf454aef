import type { ContentFiles } from '#content/source.ts';

/** JSON in the page at /admin/ for the editor. */
export interface EditorData {
	/** The content at the time of the build. */
	files: ContentFiles;
	/** The addresses of the files in `public/`. */
	published: readonly string[];
	/** The repository at GitHub. Without one, the editor is for practice. */
	repository: string | null;
	/** Under `npm run dev`, files are saved on this machine. */
	local: boolean;
	name: string;
}

export const editorDataId = 'editor-data';

export function editorData(page: Document = document): EditorData {
	return JSON.parse(page.getElementById(editorDataId)?.textContent ?? '{}') as EditorData;
}

/** The content that is published now, or `undefined` if the site does not answer. */
export async function publishedNow(): Promise<ContentFiles | undefined> {
	const answer = await fetch('/admin/', { cache: 'no-store' }).catch(() => undefined);
	if (!answer?.ok) return undefined;
	return editorData(new DOMParser().parseFromString(await answer.text(), 'text/html')).files;
}

/** The placeholder of a value in a template. */
export function placeholderFor(name: string): string {
	return `[[${name}]]`;
}
