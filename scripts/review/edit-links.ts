import { pageFile, settingsFile } from '#content/source.ts';

/** Where a change can be looked at and gone on with. What is not known is left out. */
export interface Places {
	/** The published site, where the editor is. */
	site?: string | undefined;
	/** The change as it would look. */
	preview?: string | undefined;
	/** The project at GitHub, such as `https://github.com/owner/name`. */
	repository?: string | undefined;
	/** The branch that the change lies on. */
	branch?: string | undefined;
}

/** The editor's own branches: it shows a change that lies on one of them, and of all others the published text. */
const editors = 'cms/';

/** Leads to where a change can be gone on with: the editor, if it was made there, or GitHub's page for it. */
export function editLink(
	file: string,
	line: number,
	{ site, repository, branch = '' }: Places,
): string {
	const entry = entryOf(file);
	if (site && entry !== undefined && branch.startsWith(editors)) {
		return `[Ret i editoren](${site}/admin/#/collections/${entry})`;
	}
	if (!repository || branch === '') return '';
	const path = [...branch.split('/'), ...file.split('/')].map(encodeURIComponent).join('/');
	return `[Ret hos GitHub](${repository}/edit/${path}#L${line})`;
}

function entryOf(file: string): string | undefined {
	if (file === settingsFile) return '_singletons/entries/site';
	const id = pageFile.exec(file)?.[1];
	return id === undefined ? undefined : `pages/entries/${id}`;
}
