import { describe, expect, test } from 'vitest';
import {
	cleanLine,
	cleanText,
	hasLostCharacters,
	isVisible,
	lengthOf,
	onKeyboard,
} from '#application/asking/characters.ts';
import { counted, lines, nothing, untouched } from './answers/text.ts';

test('what is clean stays as it is', () => {
	for (const [what, written] of [...lines, ...untouched, ...nothing]) {
		for (const clean of [cleanText, cleanLine]) {
			expect(clean(clean(written)), what).toBe(clean(written));
		}
	}
});

describe('length is counted in characters as people count them', () => {
	for (const [what, text, count] of counted) {
		test(`${what}: ${count}`, () => {
			expect(lengthOf(text)).toBe(count);
		});
	}
});

test('there is something to see in every other answer', () => {
	for (const text of ['a', 'Å', '1', '-', '🙂', '你', 'می\u200cخواهم'])
		expect(isVisible(text)).toBe(true);
	for (const [what, written] of nothing) expect(isVisible(cleanText(written)), what).toBe(false);
});

test('every character keeps its place when it is read as one of a keyboard', () => {
	const text = '„Ｉｂ’s” ٣–۴ 🙂 «№» ½';
	expect(onKeyboard(text)).toBe('"Ib\'s" 3-4 🙂 "№" ½');
	expect(onKeyboard(text)).toHaveLength(text.length);
});

test('a character that was lost on the way is seen', () => {
	expect(hasLostCharacters('S\ufffdren')).toBe(true);
	expect(hasLostCharacters('Søren')).toBe(false);
});
