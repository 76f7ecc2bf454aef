import { checkContent } from '#content/check.ts';
import { contentFiles } from '#content/files.ts';
import type { Findings } from '#content/findings.ts';
import type { Change, Example } from '#content/rules/rule.ts';
import type { ContentFiles } from '#content/source.ts';

/** The content of a made-up police district, without mistakes. */
export const content = contentFiles('tests/other-district');

export const testPage = 'content/pages/proeve.mdx';
export const head = '---\ntitle: Prøve\nintro: En side.\ndescription: En side.\n---\n';
export const published = ['/billede.png'];

/** The content with an example: a page, its body, other files or a change. */
export function contentWith(example: Example): ContentFiles {
	const files = Object.entries({ ...content, ...filesOf(example) });
	return Object.fromEntries(
		files.flatMap(([file, text]) => (text === undefined ? [] : [[file, text]])),
	);
}

function filesOf(example: Example): Readonly<Record<string, string | undefined>> {
	if (typeof example === 'string')
		return { [testPage]: /^\n*(---|$)/.test(example) ? example : `${head}\n${example}\n` };
	if (!isChange(example)) return example;
	return { [example.file]: content[example.file]?.replace(example.from, () => example.to) };
}

function isChange(example: Exclude<Example, string>): example is Change {
	return 'from' in example;
}

export function findingsIn(example: Example): Findings {
	return checkContent(contentWith(example), published);
}

/** The line and message of each mistake. */
export function mistakesIn({ mistakes }: Findings): string[] {
	return mistakes.map(({ line, text }) => `${line}: ${text}`);
}
