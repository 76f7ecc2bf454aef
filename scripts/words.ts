// `npm run check:words`: how hard the words that stand in code are to read, and whether they are spelt
// right. Of what editors write, `npm run content` says the same as a notice.
import { glob } from 'node:fs/promises';
import { highestLix, misspelt, readability } from '#content/lix.ts';
import { danishDictionary } from './danish-words.ts';
import { danishIn } from './danish-in-code.ts';

const inCode: Record<string, readonly string[]> = {
	Questions: ['src/application/asking/questions.ts'],
	Messages: ['src/application/asking/rules.ts'],
	Letters: [
		...(await filesOf('src/application/letters/*.ts')),
		'src/application/delivering/alarm.ts',
	],
	'Problem pages': [
		'netlify/adapters/acceptance.ts',
		'netlify/adapters/problem.ts',
		'netlify/functions/submit-application.ts',
	],
	Templates: await filesOf('src/{components,layouts,pages}/**/*.astro'),
};

const knows = await danishDictionary();
let failures = 0;
console.log('LIX  words');
for (const [name, files] of Object.entries(inCode)) {
	const lines = (await Promise.all(files.map(danishIn))).flat();
	const { lix, words } = readability(lines);
	const unknown = misspelt(lines, knows);
	const troubles = [
		...(lix > highestLix ? [`LIX is above ${highestLix}`] : []),
		...(unknown.length > 0 ? [`not in the dictionary: ${unknown.join(', ')}`] : []),
	];
	console.log([String(lix).padStart(3), String(words).padStart(6), ` ${name}`].join(' '));
	for (const trouble of troubles) console.log(`            Error: ${trouble}`);
	failures += troubles.length;
}
if (failures > 0) {
	console.error('Mend the words, or add a right one to content/ordliste.txt.');
	process.exitCode = 1;
}

async function filesOf(pattern: string): Promise<string[]> {
	return (await Array.fromAsync(glob(pattern))).toSorted();
}
