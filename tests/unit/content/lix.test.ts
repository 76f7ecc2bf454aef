import { expect, test } from 'vitest';
import { lixOf, wordsOf } from '#content/lix.ts';
import { proseOf } from '#content/prose.ts';
import { readSite } from '#content/site.ts';

test('LIX is words to a sentence plus the percentage of long words', () => {
	// 10 words in 2 sentences, 2 of them longer than six letters.
	expect(lixOf(['Du kan ringe til politiet. Du kan også skrive hvornår.'])).toBe(5 + 20);
	expect(lixOf([])).toBe(0);
});

test('an item of a list ends a sentence, and a number in pairs does not', () => {
	expect(lixOf(['Ring 72 28 32 00 nu', 'Skriv til os'])).toBe(3);
});

test('addresses are no words, and a word may hold a hyphen', () => {
	expect(
		wordsOf('Skriv e-mail til afc002@politi.dk, https://politi.dk/a eller was.digst.dk.'),
	).toEqual(['Skriv', 'e-mail', 'til', 'eller']);
});

test('the prose of a page excludes the leaflet’s words', () => {
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
