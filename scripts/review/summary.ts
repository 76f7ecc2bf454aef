import { readLines } from '#content/frontmatter.ts';
import { addressOf } from '#content/navigation.ts';
import { type Findings, sentenceOf } from '#content/report.ts';
import { type ContentFiles, pageFile, pageSource, settingsFile } from '#content/source.ts';

/** Where a change can be looked at and gone on with. What is not known is left out. */
export interface Places {
	/** The published site, where the editor is. */
	site?: string | undefined;
	/** The change as it would look. */
	preview?: string | undefined;
	/** The branch at GitHub, such as `https://github.com/owner/name/edit/cms/pages/kontakt`. */
	branch?: string | undefined;
}

/** The places of a pull request, from what GitHub and the workflow set. A fork is edited in the fork. */
export function placesOf(environment: NodeJS.Dict<string>): Places {
	const { GITHUB_HEAD_REF: head, GITHUB_REPOSITORY: own = '', PREVIEW_URL, SITE_URL } = environment;
	const { HEAD_REPOSITORY: repository = own } = environment;
	const server = environment.GITHUB_SERVER_URL ?? 'https://github.com';
	return {
		// Our editor shows our own branches only.
		site: repository === own ? SITE_URL?.replace(/\/$/, '') : undefined,
		preview: PREVIEW_URL,
		branch: head && `${server}/${repository}/edit/${encodeURI(head)}`,
	};
}

/**
 * What stands on the page of a check at GitHub, for somebody who edits text and has never seen code: what is wrong,
 * where, how to mend it, and where to look at it.
 *
 * @param changed the files of the pull request
 */
export function summaryOf(
	{ mistakes, notices }: Findings,
	changed: readonly string[],
	files: ContentFiles,
	{ site, preview, branch = '' }: Places,
): string {
	const content = changed.filter((file) => pageFile.test(file) || file === settingsFile);
	const item = (file: string, line: number, text: string) =>
		`- **${safe(nameIn(files, file))}, linje ${line}**: ${safe(text)} ${edit(file, line)}`.trimEnd();
	const edit = (file: string, line: number) => {
		const id = pageFile.exec(file)?.[1];
		const entry = id === undefined ? '_singletons/entries/site' : `pages/entries/${id}`;
		// The editor shows a change that lies on one of its own branches, and of all others the published text.
		if (site && branch.includes('/edit/cms/') && (id !== undefined || file === settingsFile))
			return `[Ret i editoren](${site}/admin/#/collections/${entry})`;
		return branch && `[Ret hos GitHub](${branch}/${encodeURI(file)}#L${line})`;
	};
	const look = (file: string) => {
		const id = pageFile.exec(file)?.[1] ?? 'forside';
		return preview && `[Se siden](${preview}${id === '404' ? '/404.html' : addressOf({ id })})`;
	};
	return [
		mistakes.length > 0
			? `## ${mistakes.length} fejl skal rettes, før siderne kan komme ud\n\nTryk på linket ved en fejl, ret teksten, og gem. Efter et par minutter bliver teksterne læst igen.`
			: '## Teksterne er i orden',
		...mistakes.map((each) => item(each.file, each.line, sentenceOf(each))),
		...(content.length > 0 && mistakes.length === 0
			? [
					'Bed nu en kollega om at se på rettelsen og udgive den. Et par minutter efter er den på nettet.',
				]
			: []),
		...content.map((file) =>
			[`- **${safe(nameIn(files, file))}** er ændret.`, look(file), edit(file, 1)]
				.filter(Boolean)
				.join(' '),
		),
		...(notices.length > 0 ? ['### Værd at se på\n\nDet stopper ikke noget.'] : []),
		...notices.map(({ file, line, text }) => item(file, line, text)),
		'',
	].join('\n\n');
}

/** What a page is called where people see it. */
function nameIn(files: ContentFiles, file: string): string {
	if (file === settingsFile) return 'Indstillinger';
	const id = pageFile.exec(file)?.[1];
	if (id === undefined) return file;
	const { title } = readLines(pageSource(files[file] ?? '').frontmatter ?? '');
	return id === 'forside' ? 'Forsiden' : String(title ?? id);
}

/** A text as it is: a page's own signs must not become a link or a tag here. */
function safe(text: string): string {
	return text
		.replaceAll(/[\\`*_[\]|]/g, '\\$&')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;');
}
