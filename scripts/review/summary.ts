import type { Findings } from '#content/report.ts';
import { pageFile, settingsFile } from '#content/source.ts';

/** Where a change can be looked at. What is not known is left out. */
export interface Places {
	/** The published site, where the editor is. */
	site?: string | undefined;
	/** The change as it would look. */
	preview?: string | undefined;
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
	{ site, preview }: Places,
): string {
	const pages = changed.flatMap((file) => slugOf(file) ?? []);
	const wrong = mistakes.map(
		({ file, line, what, mend }) =>
			`- **${nameOf(file)}, linje ${line}:** ${safe(what)} Sådan retter du det: ${safe(mend)}${editorLink(file, site)}`,
	);
	const worth = notices.map(
		({ file, line, text }) => `- ${nameOf(file)}, linje ${line}: ${safe(text)}`,
	);
	const looked = pages.map((slug) => {
		const address = slug === 'forside' ? '/' : `/${slug}/`;
		const seen = preview ? `[Se siden](${preview}${address})` : address;
		return `- ${seen}${editorLink(`content/pages/${slug}.mdx`, site)}`;
	});
	return [
		mistakes.length > 0
			? `## ${mistakes.length} fejl skal rettes, før siderne kan komme ud`
			: '## Teksterne er i orden',
		...wrong,
		...(pages.length > 0 ? ['', '### Sider, der er ændret', ...looked] : []),
		...(worth.length > 0 ? ['', '### Værd at se på', 'Det stopper ikke noget.', '', ...worth] : []),
		'',
	].join('\n');
}

function slugOf(file: string): string | undefined {
	return pageFile.test(file) ? file.replace(/^.*\//, '').replace(/\.mdx$/, '') : undefined;
}

function nameOf(file: string): string {
	if (file === settingsFile) return 'Indstillinger';
	return safe(slugOf(file) ?? file);
}

function editorLink(file: string, site: string | undefined): string {
	const slug = slugOf(file);
	if (!site || slug === undefined) return '';
	return ` · [Ret i editoren](${site}/admin/#/collections/pages/entries/${slug})`;
}

/** A text as it is: a page's own signs must not become a link or a tag here. */
function safe(text: string): string {
	return text
		.replaceAll(/[\\`*_[\]|]/g, (sign) => `\\${sign}`)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;');
}
