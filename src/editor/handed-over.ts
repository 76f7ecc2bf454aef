import type { ContentFiles } from '#content/source.ts';

/** What the page at /admin/ hands over to the editor that runs in it. */
export interface HandedOver {
	/** All content as it was when the site was built. */
	files: ContentFiles;
	/** The addresses of the files in `public/`. */
	published: readonly string[];
	/** The project at GitHub; without one, the editor is for practice. */
	repository: string | null;
	/** Whether what is saved goes into the files on this machine, under `npm run dev`. */
	local: boolean;
	name: string;
}

export const handedOverId = 'handed-over';

export function handedOver(): HandedOver {
	return handedOverIn(document);
}

/** What another copy of the page at /admin/ hands over. */
export function handedOverIn(page: Document): HandedOver {
	const text = page.getElementById(handedOverId)?.textContent;
	return JSON.parse(text ?? '{}') as HandedOver;
}

/** What stands for a value in a component's look, until the preview puts the value there. */
export function placeholderFor(attribute: string): string {
	return `[[${attribute}]]`;
}
