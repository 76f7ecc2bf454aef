// Reads everything that editors write, and tells in Danish what is wrong with it. `npm run content` runs
// it, and so does the build, before Astro. With --fix it puts right what is safe, and files into their one form.
import { writeFileSync } from 'node:fs';
import { lacking } from '#application/confirming/opening.ts';
import { canonicalPage } from '#content/canonical.ts';
import { checkContent } from '#content/check/check.ts';
import { contentFiles, publishedFiles } from '#content/files.ts';
import { mended } from '#content/mend.ts';
import { readLines } from '#content/page-lines.ts';
import { settingLabel } from '#content/setting-label.ts';
import { pageFile, pageSource, plainText, settingsFile } from '#content/source.ts';
import { writtenSettings } from '#content/written.ts';
import { danishDictionary } from './danish-words.ts';

const root = process.cwd();
const files: Record<string, string> = { ...contentFiles(root) };
const published = publishedFiles(root);

if (process.argv.includes('--fix')) {
	for (const [file, text] of Object.entries(files)) {
		if (!pageFile.test(file)) continue;
		const { body } = pageSource(plainText(text));
		const { body: right, said } = mended(body);
		change(file, plainText(text).slice(0, -body.length || undefined) + right, said);
	}
	const broken = new Set(checkContent(files, published).mistakes.map(({ file }) => file));
	for (const [file, text] of Object.entries(files)) {
		if (!broken.has(file)) change(file, inItsForm(file, text));
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
	for (const { file, line, quote, what, mend } of mistakes) {
		const place = `  ${file}, linje ${line}${quote === '' ? '' : `: ${quote}`}`;
		console.error(`${place}\n    ${what}\n    Sådan retter du det: ${mend}\n`);
	}
	process.exitCode = 1;
} else {
	await tellWhetherOpen();
}

/** What stops no build, and yet no application is taken from the public without it. */
async function tellWhetherOpen(): Promise<void> {
	const { settings } = await import('#content/settings.ts');
	const missing = lacking(settings);
	if (missing.length === 0) return;
	console.log(
		'Det udgivne websted tager ikke imod ansøgninger, før disse indstillinger er på plads:',
	);
	for (const name of missing) console.log(`  ${settingLabel(name)} (${name})`);
	console.log();
}

function change(file: string, text: string, said: readonly string[] = []): void {
	if (text === files[file]) return;
	writeFileSync(file, text);
	files[file] = text;
	console.log([`${file} er rettet til.`, ...said].join(' '));
}

function inItsForm(file: string, text: string): string {
	if (file === settingsFile) {
		return writtenSettings(JSON.parse(plainText(text)) as Record<string, unknown>);
	}
	if (!pageFile.test(file)) return text;
	const { frontmatter = '', body } = pageSource(plainText(text));
	return canonicalPage(readLines(frontmatter), body);
}
