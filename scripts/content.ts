// `npm run content` checks the content and prints its mistakes in Danish; the build does so before Astro. With --fix,
// it puts files without mistakes into their canonical form.
import { writeFileSync } from 'node:fs';
import { missingSettings } from '#application/confirming/opening.ts';
import { autofix } from '#content/autofix.ts';
import { checkContent } from '#content/check.ts';
import { contentFiles, publishedFiles } from '#content/files.ts';
import { sentenceOf } from '#content/findings.ts';
import { settingLabel } from '#content/schema/site-settings.ts';
import { danishDictionary } from './danish-words.ts';

const root = process.cwd();
const published = publishedFiles(root);
const written = contentFiles(root);
const files = process.argv.includes('--fix') ? autofix(written, published) : written;
for (const [file, text] of Object.entries(files)) {
	if (text === written[file]) continue;
	writeFileSync(file, text);
	console.log(`${file} er rettet til.`);
}

const { mistakes, notices } = checkContent(files, published, await danishDictionary());
if (notices.length > 0) {
	console.log('Værd at se på. Det stopper ikke noget.\n');
	for (const { file, line, text } of notices)
		console.log(`  ${file}, linje ${line}\n    ${text}\n`);
}
if (mistakes.length > 0) {
	console.error(`${mistakes.length} fejl skal rettes, før siderne kan komme ud.\n`);
	for (const mistake of mistakes)
		console.error(`  ${mistake.file}, linje ${mistake.line}\n    ${sentenceOf(mistake)}\n`);
	process.exitCode = 1;
} else {
	// Settings that the public form needs. A missing one does not stop the build.
	const { settings } = await import('#content/settings.ts');
	const missing = missingSettings(settings);
	if (missing.length > 0) {
		console.log(
			'Det udgivne websted tager ikke imod ansøgninger, før disse indstillinger er på plads:',
		);
		for (const name of missing) console.log(`  ${settingLabel(name)} (${name})`);
		console.log();
	}
}
