// `npm run check:words`: how hard the site's own words are to read, and whether they are spelt right.
// What stands in code must be easy and right; of what editors write, the same is said as a notice, since
// a text must not be stopped by a number or by a word that a dictionary does not know.
import { glob, readFile } from 'node:fs/promises';
import { highestLix, misspelt, readability } from '#lib/content/lix.ts';
import { proseOf } from '#lib/content/prose.ts';
import { danishDictionary } from './danish-words.ts';
import { danishIn } from './danish-in-code.ts';

const inCode: Record<string, readonly string[]> = {
	Questions: ['src/lib/application/questions.ts'],
	Messages: ['src/lib/application/schema.ts'],
	'E-mails': ['src/lib/application/correspondence.ts', 'src/lib/application/alarm.ts'],
	'Problem pages': [
		'netlify/adapters/acceptance.ts',
		'netlify/adapters/problem.ts',
		'netlify/functions/submit-application.ts',
	],
	Templates: await filesOf('src/{components,layouts,pages}/**/*.astro'),
};

interface Text {
	name: string;
	lines: readonly string[];
	inCode: boolean;
}

const texts: Text[] = [];
for (const [name, files] of Object.entries(inCode)) {
	const lines = await Promise.all(files.map(danishIn));
	texts.push({ name, lines: lines.flat(), inCode: true });
}
for (const file of await filesOf('content/pages/*.mdx')) {
	texts.push({ name: file, lines: proseOf(await readFile(file, 'utf8')), inCode: false });
}

const knows = await danishDictionary();
let failures = 0;
console.log('LIX  words');
for (const { name, lines, inCode } of texts) {
	const { lix, words } = readability(lines);
	const unknown = misspelt(lines, knows);
	const troubles = [
		...(lix > highestLix ? [`LIX is above ${highestLix}`] : []),
		...(unknown.length > 0 ? [`not in the dictionary: ${unknown.join(', ')}`] : []),
	];
	console.log([String(lix).padStart(3), String(words).padStart(6), ` ${name}`].join(' '));
	for (const trouble of troubles)
		console.log(`            ${inCode ? 'Error' : 'Notice'}: ${trouble}`);
	if (inCode) failures += troubles.length;
}
if (failures > 0) {
	console.error('Mend the words, or add a right one to content/ordliste.txt.');
	process.exitCode = 1;
}

async function filesOf(pattern: string): Promise<string[]> {
	return (await Array.fromAsync(glob(pattern))).toSorted();
}
