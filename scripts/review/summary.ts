import { type Findings, type Notice, sentenceOf } from '#content/findings.ts';
import { readSite } from '#content/site.ts';
import { type ContentFiles, settingsFile } from '#content/source.ts';

/** Where a change can be read and edited. Unknown places are left out. */
export interface Places {
	/** The published site, which has the editor. */
	site?: string | undefined;
	/** The site with the change. */
	preview?: string | undefined;
	/** The branch at GitHub, such as `https://github.com/owner/name/edit/cms/pages/kontakt`. */
	branch?: string | undefined;
}

/** The places of a pull request, from GitHub's and the workflow's environment. A fork is edited in the fork. */
export function placesOf(environment: NodeJS.Dict<string>): Places {
	const { GITHUB_REPOSITORY: own = '', HEAD_REPOSITORY: repository = own } = environment;
	const { GITHUB_HEAD_REF: head, GITHUB_SERVER_URL: server = 'https://github.com' } = environment;
	return {
		// Our editor shows our own branches only.
		site: repository === own ? environment.SITE_URL?.replace(/\/$/, '') : undefined,
		preview: environment.PREVIEW_URL,
		branch: head && `${server}/${repository}/edit/${encodeURI(head)}`,
	};
}

const howToCorrect =
	'Tryk på linket ved en fejl, ret teksten, og gem. Efter et par minutter bliver teksterne læst igen.';
const nextStep =
	'Bed nu en kollega om at se på rettelsen og udgive den. Et par minutter efter er den på nettet.';

/** The summary of a pull request on GitHub, for staff who have never seen code. */
export function summaryOf(
	{ mistakes, notices }: Findings,
	changed: readonly string[],
	files: ContentFiles,
	{ site, preview, branch = '' }: Places,
): string {
	const pages = new Map(readSite(files, []).pages.map((page) => [page.file, page]));
	const nameOf = (file: string) => {
		const { id, lines } = pages.get(file) ?? {};
		if (file === settingsFile) return 'Indstillinger';
		return safe(id === 'forside' ? 'Forsiden' : String(lines?.title ?? id ?? file));
	};
	const editLink = (file: string, line: number) => {
		const page = pages.get(file);
		const entry = page ? `pages/entries/${page.id}` : '_singletons/entries/site';
		// The editor shows the published text of a change that is on no branch of its own.
		if (site && branch.includes('/edit/cms/') && (page ?? file === settingsFile))
			return ` [Ret i editoren](${site}/admin/#/collections/${entry})`;
		return branch && ` [Ret hos GitHub](${branch}/${encodeURI(file)}#L${line})`;
	};
	const item = ({ file, line, text }: Notice) =>
		`- **${nameOf(file)}, linje ${line}**: ${safe(text)}${editLink(file, line)}`;
	const content = changed.filter((file) => pages.has(file) || file === settingsFile);
	const changes = content.map((file) => {
		const { id, address = '/' } = pages.get(file) ?? {};
		const view = preview && ` [Se siden](${preview}${id === '404' ? '/404.html' : address})`;
		return `- **${nameOf(file)}** er ændret.${view ?? ''}${editLink(file, 1)}`;
	});
	return [
		...(mistakes.length > 0
			? [`## ${mistakes.length} fejl skal rettes, før siderne kan komme ud`, howToCorrect]
			: ['## Teksterne er i orden', ...(content.length > 0 ? [nextStep] : [])]),
		...mistakes.map((each) => item({ ...each, text: sentenceOf(each) })),
		...changes,
		...(notices.length > 0 ? ['### Værd at se på\n\nDet stopper ikke noget.'] : []),
		...notices.map(item),
		'',
	].join('\n\n');
}

/** Escapes what is Markdown or HTML in a page's text. */
function safe(text: string): string {
	return text
		.replaceAll(/[\\`*_[\]|]/g, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;');
}
