import { describe, expect, test } from 'vitest';
import {
	hasControlCharacters,
	hasControlCharactersBesidesLines,
	hasLostCharacters,
	isVisible,
	lengthOf,
	tidied,
} from '#application/asking/text.ts';

describe('a tidied text', () => {
	const table = [
		['has nothing blank at either end', ' \t\u00a0Søren \r\n', 'Søren'],
		['has line breaks of one kind', 'en\r\nto\rtre\nfire', 'en\nto\ntre\nfire'],
		['keeps empty lines between paragraphs', 'en\r\n\r\nto', 'en\n\nto'],
		['has composed letters', 'A\u030age e\u0301n', 'Åge én'],
		['keeps what is inside it', 'a  b', 'a  b'],
	] as const;
	for (const [promise, written, kept] of table) {
		test(promise, () => {
			expect(tidied(written)).toBe(kept);
			expect(tidied(kept)).toBe(kept);
		});
	}
});

test('length is counted in characters as people count them', () => {
	expect(lengthOf('æøå')).toBe(3);
	expect(lengthOf('🙂🙂')).toBe(2);
	expect(lengthOf('')).toBe(0);
});

describe('visible', () => {
	for (const text of ['a', 'Å', '1', '-', '🙂', '\u200bx', '你']) {
		test(`is ${JSON.stringify(text)}`, () => {
			expect(isVisible(text)).toBe(true);
		});
	}
});

describe('invisible', () => {
	const table = {
		nothing: '',
		spaces: ' \u00a0\u3000',
		'zero-width characters': '\u200b\u200c\u200d\ufeff\u2060',
		'a lone accent': '\u0301',
		'control characters': '\u0000\u0007',
		'soft hyphens': '\u00ad',
		'fillers that count as letters': '\u3164\u115f\uffa0',
		'blank braille': '\u2800',
	};
	for (const [what, text] of Object.entries(table)) {
		test(`is ${what}`, () => {
			expect(isVisible(text)).toBe(false);
		});
	}
});

describe('control characters', () => {
	const everywhere = {
		NUL: '\u0000',
		bell: '\u0007',
		escape: '\u001b',
		delete: '\u007f',
		C1: '\u0085',
	};
	const inOneLine = {
		'line break': '\n',
		tab: '\t',
		'line separator': '\u2028',
		'paragraph separator': '\u2029',
		'right-to-left override': '\u202e',
		'right-to-left mark': '\u200f',
		'Arabic letter mark': '\u061c',
		isolate: '\u2066',
	};
	for (const [what, character] of Object.entries(everywhere)) {
		test(`${what} disturbs any text`, () => {
			expect(hasControlCharacters(`a${character}b`)).toBe(true);
			expect(hasControlCharactersBesidesLines(`a${character}b`)).toBe(true);
		});
	}
	for (const [what, character] of Object.entries(inOneLine)) {
		test(`${what} disturbs a single line and no longer text`, () => {
			expect(hasControlCharacters(`a${character}b`)).toBe(true);
			expect(hasControlCharactersBesidesLines(`a${character}b`)).toBe(false);
		});
	}
	test('letters, accents, emoji and joiners are none', () => {
		const text = 'Søren Å. Müller-Østergård, O’Neill 👩‍👧 é';
		expect(hasControlCharacters(text)).toBe(false);
		expect(hasControlCharactersBesidesLines(text)).toBe(false);
	});
});

test('a character that was lost on the way is seen', () => {
	expect(hasLostCharacters('S\ufffdren')).toBe(true);
	expect(hasLostCharacters('Søren')).toBe(false);
});
