import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalSettings } from '#content/canonical.ts';
import { checkContent } from '#content/check/check.ts';
import type { Findings } from '#content/report.ts';
import { type ContentFiles, settingsFile } from '#content/source.ts';
import { completed } from './completed.ts';

const folder = 'tests/other-district/content';

/** The content of a made-up police district, without mistakes. */
export const content: ContentFiles = Object.fromEntries(
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(mdx|md|json)$/.test(file))
		.map((file) => [`content/${file.replaceAll('\\', '/')}`, readFixture(file)]),
);

function readFixture(file: string): string {
	const text = readFileSync(join(folder, file), 'utf8');
	if (!file.endsWith('.json')) return text;
	return canonicalSettings(completed(JSON.parse(text) as Record<string, unknown>));
}

export const testPage = 'content/pages/proeve.mdx';

export const head = [
	'---',
	'title: Prøve',
	'intro: En side.',
	'description: En side.',
	'---',
	'',
].join('\n');

/** What the check says of the site with one more page, or with other settings. */
export function reportOf(
	file: { page: string } | { settings: string } | { files: ContentFiles },
): Findings {
	if ('page' in file) return checkContent({ ...content, [testPage]: file.page }, published);
	if ('settings' in file)
		return checkContent({ ...content, [settingsFile]: file.settings }, published);
	return checkContent(file.files, published);
}

export const published = ['/billede.png'];

/** As an editor reads it, without the file's name. */
export function mistakesIn({ mistakes }: Findings): string[] {
	return mistakes.map(({ line, what, mend }) => `${line}: ${what} ${mend}`);
}
