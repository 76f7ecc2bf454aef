import { addressOf } from '#content/navigation.ts';
import { readLines } from '#content/page-lines.ts';
import type { Findings } from '#content/report.ts';
import {
	type ContentFiles,
	pageFile,
	pageSource,
	plainText,
	settingsFile,
} from '#content/source.ts';
import { editLink, type Places } from './edit-links.ts';

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
	places: Places,
): string {
	const nameOf = (file: string) => safe(nameIn(files, file));
	const wrong = mistakes.map(({ file, line, quote, what, mend }) =>
		[
			`1. **${nameOf(file)}, linje ${line}**${quote === '' ? '' : `: ”${safe(quote)}”`}`,
			safe(what),
			`Sådan retter du det: ${safe(mend)}`,
			editLink(file, line, places),
		]
			.filter(Boolean)
			.join('<br>\n   '),
	);
	const worth = notices.map(
		({ file, line, text }) => `- ${nameOf(file)}, linje ${line}: ${safe(text)}`,
	);
	const content = changed.filter((file) => pageFile.test(file) || file === settingsFile);
	const looked = content.map((file) => {
		const links = [previewLink(file, places), editLink(file, 1, places)];
		return `- **${nameOf(file)}** ${links.filter(Boolean).join(' · ')}`.trimEnd();
	});
	return [
		...(mistakes.length > 0
			? [
					`## ${mistakes.length} fejl skal rettes, før siderne kan komme ud`,
					'',
					toMend,
					'',
					...wrong,
				]
			: ['## Teksterne er i orden']),
		...(content.length > 0
			? [
					...(mistakes.length > 0 ? [] : ['', toPublish]),
					'',
					'### Det, der er ændret',
					...(places.preview ? ['Forhåndsvisningen er klar efter et par minutter.', ''] : []),
					...looked,
				]
			: []),
		...(worth.length > 0 ? ['', '### Værd at se på', 'Det stopper ikke noget.', '', ...worth] : []),
		'',
	].join('\n');
}

const toMend =
	'Ret fejlene en ad gangen: Tryk på linket ved fejlen, ret teksten, og gem. Efter et par minutter bliver teksterne læst igen.';
const toPublish =
	'Bed nu en kollega om at se på rettelsen og udgive den. Et par minutter efter er den på nettet.';

/** What a page is called where people see it. */
function nameIn(files: ContentFiles, file: string): string {
	if (file === settingsFile) return 'Indstillinger';
	const id = pageFile.exec(file)?.[1];
	if (id === undefined) return file;
	if (id === 'forside') return 'Forsiden';
	const { title } = readLines(pageSource(plainText(files[file] ?? '')).frontmatter ?? '');
	return typeof title === 'string' ? title : id;
}

function previewLink(file: string, { preview }: Places): string {
	if (!preview) return '';
	const id = pageFile.exec(file)?.[1] ?? 'forside';
	return `[Se siden, som den bliver](${preview}${id === '404' ? '/404.html' : addressOf({ id })})`;
}

/** A text as it is: a page's own signs must not become a link or a tag here. */
function safe(text: string): string {
	return text
		.replaceAll(/[\\`*_[\]|]/g, (sign) => `\\${sign}`)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;');
}
