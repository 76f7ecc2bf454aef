// Reads everything that editors write, and tells in Danish what is wrong with it. `npm run content` runs
// it, and so does the build, before Astro. With --fix it puts the files into their one form.
import { writeFileSync } from 'node:fs';
import { unlawful } from '#application/confirming/opening.ts';
import { checkFrontmatter } from '#content/check/frontmatter.ts';
import { canonicalPage, canonicalSettings } from '#content/canonical.ts';
import { checkContent } from '#content/check/check.ts';
import { contentFiles, publishedFiles } from '#content/files.ts';
import { settingLabel } from '#content/setting-label.ts';
import { pageFile, pageSource, plainText, settingsFile } from '#content/source.ts';
import { danishDictionary } from './danish-words.ts';

const root = process.cwd();
const files: Record<string, string> = { ...contentFiles(root) };
const published = publishedFiles(root);

if (process.argv.includes('--fix')) {
	const broken = new Set(checkContent(files, published).mistakes.map(({ file }) => file));
	for (const [file, text] of Object.entries(files)) {
		const fixed = broken.has(file) ? text : inItsForm(file, text);
		if (fixed === text) continue;
		writeFileSync(file, fixed);
		files[file] = fixed;
		console.log(`${file} er rettet til.`);
	}
}

const { mistakes, notices } = checkContent(files, published, await danishDictionary());
if (notices.length > 0) {
	console.log('Værd at se på. Det stopper ikke noget.\n');
	for (const { file, line, text } of notices)
		console.log(`  ${file}, linje ${line}\n    ${text}\n`);
}
if (mistakes.length > 0) {
	console.error(`${mistakes.length} fejl skal rettes, før siderne kan komme ud.\n`);
	for (const { file, line, what, mend } of mistakes) {
		console.error(`  ${file}, linje ${line}\n    ${what}\n    Sådan retter du det: ${mend}\n`);
	}
	process.exitCode = 1;
} else {
	await tellWhetherOpen();
}

/** What stops no build, and yet no application is taken from the public without it. */
async function tellWhetherOpen(): Promise<void> {
	const { settings } = await import('#content/settings.ts');
	const missing = unlawful(settings);
	if (missing.length === 0) return;
	console.log(
		'Det udgivne websted tager ikke imod ansøgninger, før disse indstillinger er på plads:',
	);
	for (const name of missing) console.log(`  ${settingLabel(name)} (${name})`);
	console.log();
}

function inItsForm(file: string, text: string): string {
	if (file === settingsFile) return canonicalSettings(JSON.parse(plainText(text)));
	if (!pageFile.test(file)) return text;
	const { frontmatter = '', body } = pageSource(plainText(text));
	return canonicalPage(
		checkFrontmatter(frontmatter, () => undefined),
		body,
	);
}
