import { expect, test } from 'vitest';
import {
	cleanLine,
	cleanText,
	hasLostCharacters,
	isVisible,
	lengthOf,
	toKeyboardCharacters,
} from '#application/asking/characters.ts';
import { hasCprNumber, masked } from '#application/asking/cpr-number.ts';
import { e164, readable } from '#application/asking/phone-number.ts';
import { check } from '#application/asking/rules.ts';
import { anApplication, questions, theChecked } from '../../../support/application.ts';
import { cprNumbers, noCprNumbers } from './answers/cpr.ts';
import { addresses, noAddresses } from './answers/email.ts';
import { noNumbers, numbers } from './answers/phone.ts';
import { counted, lines, nothing, untouched } from './answers/text.ts';

const texts = ['network', 'motivation'] as const;
const inOneLine = ['name', 'area', 'callTime'] as const;

test.for(lines)(
	'a long text is cleaned, and a short one is made one line: %s',
	([, written, read]) => {
		for (const name of texts) expect(theChecked({ [name]: written })[name]).toBe(read);
		const line = read.replace(/\s+/g, ' ');
		for (const name of inOneLine) expect(theChecked({ [name]: written })[name]).toBe(line);
	},
);

test.for(untouched)(
	'invisible characters that change what people see are preserved: %s',
	([, text]) => {
		for (const name of [...texts, ...inOneLine])
			expect(theChecked({ [name]: text })[name]).toBe(text);
	},
);

test.for(nothing)('a text without visible characters is no answer: %s', ([, written]) => {
	expect(isVisible(cleanText(written))).toBe(false);
	const typed = { name: written, email: written, phone: written, motivation: written };
	const checked = check(anApplication(typed), questions);
	expect(checked.kind === 'invalid' && checked.mistakes.map(({ message }) => message)).toEqual([
		'Indtast dit navn',
		'Indtast din e-mail',
		'Indtast dit telefonnummer',
		'Skriv, hvorfor du vil være tryghedsambassadør',
	]);
});

test('a text that was cleaned is not changed again', () => {
	for (const [what, written] of [...lines, ...untouched, ...nothing]) {
		for (const clean of [cleanText, cleanLine]) {
			expect(clean(clean(written)), what).toBe(clean(written));
		}
	}
});

test('a hundred thousand accents on one letter take no time', () => {
	const begun = process.cpuUsage();
	const accents = '\u0301'.repeat(50_000) + '\u0323'.repeat(50_000);
	expect(cleanText(` a${accents}`)).toBe(`a${accents}`);
	expect(process.cpuUsage(begun).user).toBeLessThan(1_000_000);
	expect(cleanText(`${accents.slice(0, 30)}a\u030a`)).toMatch(/å$/);
});

test.for(counted)('the length of a text is counted as people count it: %s', ([, text, count]) => {
	expect(lengthOf(text)).toBe(count);
});

test('one visible character is an answer', () => {
	for (const text of ['a', 'Å', '1', '-', '🙂', '你', 'می\u200cخواهم']) {
		expect(isVisible(text)).toBe(true);
	}
});

test('typographic characters are replaced without a change of length', () => {
	const text = '„Ｉｂ’s” ٣–۴ 🙂 «№» ½';
	expect(toKeyboardCharacters(text)).toBe('"Ib\'s" 3-4 🙂 "№" ½');
	expect(toKeyboardCharacters(text)).toHaveLength(text.length);
});

test('a character that could not be decoded is found', () => {
	expect(hasLostCharacters('S\ufffdren')).toBe(true);
	expect(hasLostCharacters('Søren')).toBe(false);
});

const accepted = {
	email: addresses.map(([, written, read]) => [written, read] as const),
	phone: numbers,
};
const refused = { email: noAddresses, phone: noNumbers };

for (const name of ['email', 'phone'] as const) {
	test.for(accepted[name])(`${name}: %j is accepted`, ([written, read]) => {
		expect(theChecked({ [name]: written })[name]).toBe(read);
		expect(theChecked({ [name]: read })[name]).toBe(read);
	});

	test.for(refused[name])(`${name}: %s gets the message %s`, ([typed, message]) => {
		expect(check(anApplication({ [name]: typed }), questions)).toEqual({
			kind: 'invalid',
			mistakes: [{ name, message }],
		});
	});
}

test('at least 25 kinds of mistakes have a message of their own, without official words', () => {
	const sentences = new Set(Object.values(refused).flatMap((rows) => rows.map((row) => row[1])));
	expect(sentences.size).toBeGreaterThanOrEqual(25);
	for (const sentence of sentences) {
		expect(sentence).toMatch(/^[A-ZÆØÅ].*[^.]$/);
		expect(sentence).not.toMatch(/påkrævet|gyldig|venligst/i);
	}
});

test.for([
	['+4572283200', '72 28 32 00'],
	['+46701234567', '+46 701 234 567'],
	['+49301234567', '+49 301 234 567'],
	['+4915112345678', '+49 151 123 456 78'],
	['+298123456', '+298 123 456'],
	['+12025550123', '+1 202 555 0123'],
	['+3541234567', '+354 123 4567'],
] as const)('%s is shown as %s, which is read as the same number', ([number, shown]) => {
	expect(readable(number)).toBe(shown);
	expect(e164(shown)).toBe(number);
});

test.for(cprNumbers.map((each) => [each] as const))(
	'a CPR number is found and masked: %j',
	([written]) => {
		const { motivation } = theChecked({ motivation: `Jeg er ${written}.` });
		expect(hasCprNumber(motivation)).toBe(true);
		expect(masked({ motivation }).motivation).not.toMatch(
			/1 ?2 ?3 ?4|2345|4321|5678|1800|[٠-٩０-９]|\]: ligner/,
		);
	},
);

test.for(noCprNumbers.map((each) => [each] as const))(
	'another number is not masked: %j',
	([written]) => {
		const { motivation } = theChecked({ motivation: `Vi er ${written}.` });
		expect(masked({ motivation })).toEqual({ motivation });
	},
);

test('the two lists have more than 120 different examples', () => {
	const all = [...cprNumbers, ...noCprNumbers];
	expect(all.length).toBeGreaterThan(120);
	expect(new Set(all).size).toBe(all.length);
});
