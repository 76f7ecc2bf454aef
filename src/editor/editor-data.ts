import type { ContentFiles } from '#content/source.ts';

/** What the page at /admin/ gives the editor, as JSON. */
export interface EditorData {
	/** All content at the time of the build. */
	files: ContentFiles;
	/** The addresses of the files in `public/`. */
	published: readonly string[];
	/** The project at GitHub; without one, the editor is for practice. */
	repository: string | null;
	/** Under `npm run dev`: saved files go to this machine. */
	local: boolean;
	name: string;
}

export const editorDataId = 'editor-data';

export function editorData(page: Document = document): EditorData {
	return JSON.parse(page.getElementById(editorDataId)?.textContent ?? '{}') as EditorData;
}

/** The content of the site as it is published now; `undefined` when it does not answer. */
export async function publishedNow(): Promise<ContentFiles | undefined> {
	const answer = await fetch('/admin/', { cache: 'no-store' }).catch(() => undefined);
	if (!answer?.ok) return undefined;
	return editorData(new DOMParser().parseFromString(await answer.text(), 'text/html')).files;
}

/** Stands for a value in a template until `filled` puts the value there. */
export function placeholderFor(name: string): string {
	return `[[${name}]]`;
}
