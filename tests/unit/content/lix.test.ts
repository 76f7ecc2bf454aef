import { expect, test } from 'vitest';
import { misspelt, readability, wordsOf } from '#content/lix.ts';
import { proseOf } from '#content/prose.ts';
import { readSite } from '#content/site.ts';

test('LIX is words to a sentence plus the percentage of long words', () => {
	// 10 words in 2 sentences, 2 of them longer than six letters.
	const text = 'Du kan ringe til politiet. Du kan også skrive hvornår.';
	expect(readability([text])).toEqual({ words: 10, sentences: 2, lix: 5 + 20 });
});

test('an item of a list ends a sentence, and a number in pairs does not', () => {
	expect(readability(['Ring 72 28 32 00 nu', 'Skriv'])).toMatchObject({ words: 3, sentences: 2 });
	expect(readability([])).toEqual({ words: 0, sentences: 0, lix: 0 });
});

test('addresses are no words, and a word may hold a hyphen', () => {
	expect(
		wordsOf('Skriv e-mail til afc002@politi.dk, https://politi.dk/a eller was.digst.dk.'),
	).toEqual(['Skriv', 'e-mail', 'til', 'eller']);
});

test('each unknown word is told once', () => {
	expect(misspelt(['fejl fjel', 'fjel'], (word) => word === 'fejl')).toEqual(['fjel']);
});

test('the prose of a page is its own words, without the leaflet’s', () => {
	const page = `---
title: En side
order: 1
note: Til kolleger
---

## Du kan *ikke* alt

<Folder>

Politiets ord.

</Folder>

- Læs [mere her](/kontakt/).

<Knap tekst="Ansøg nu" adresse="/ansoeg/" />
`;
	const { pages } = readSite({ 'content/pages/a.mdx': page }, []);
	expect(pages.flatMap(proseOf)).toEqual([
		'En side',
		'Du kan ikke alt',
		'Læs mere her.',
		'Ansøg nu',
	]);
});
