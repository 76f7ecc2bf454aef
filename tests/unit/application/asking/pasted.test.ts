import { describe, expect, test } from 'vitest';
import { hasCprNumber, masked } from '#application/asking/cpr-number.ts';
import { check } from '#application/asking/rules.ts';
import { anApplication, questions, theChecked } from '../../../support/application.ts';
import { cprNumbers, noCprNumbers } from './answers/cpr.ts';
import { addresses, noAddresses } from './answers/email.ts';
import { noNumbers, numbers } from './answers/phone.ts';
import { lines, nothing, untouched } from './answers/text.ts';

const texts = ['network', 'motivation'] as const;
const inOneLine = ['name', 'area', 'callTime'] as const;

describe('a long answer is read as a person sees it', () => {
	for (const [what, written, read] of lines) {
		test(what, () => {
			for (const name of texts) expect(theChecked({ [name]: written })[name]).toBe(read);
		});
	}
});

describe('a short answer is read in one line', () => {
	for (const [what, written, read] of lines) {
		test(what, () => {
			const line = read.replace(/\s+/g, ' ');
			for (const name of inOneLine) expect(theChecked({ [name]: written })[name]).toBe(line);
		});
	}
});

describe('what an invisible character makes stays', () => {
	for (const [what, text] of untouched) {
		test(what, () => {
			for (const name of [...texts, ...inOneLine])
				expect(theChecked({ [name]: text })[name]).toBe(text);
		});
	}
});

describe('what shows nothing is no answer', () => {
	for (const [what, written] of nothing) {
		test(what, () => {
			const typed = { name: written, email: written, phone: written, motivation: written };
			const checked = check(anApplication(typed), questions);
			expect(checked.kind === 'invalid' && checked.mistakes.map(({ message }) => message)).toEqual([
				'Indtast dit navn',
				'Indtast din e-mail',
				'Indtast dit telefonnummer',
				'Skriv, hvorfor du vil være tryghedsambassadør',
			]);
		});
	}
});

const kept = {
	email: addresses.map(([, written, read]) => [written, read] as const),
	phone: numbers,
};
const refused = { email: noAddresses, phone: noNumbers };

for (const name of ['email', 'phone'] as const) {
	describe(`${name}: understood`, () => {
		for (const [written, read] of kept[name]) {
			test(JSON.stringify(written), () => {
				expect(theChecked({ [name]: written })[name]).toBe(read);
				expect(theChecked({ [name]: read })[name]).toBe(read);
			});
		}
	});

	describe(`${name}: what is typed gets the sentence that helps`, () => {
		for (const [typed, message] of refused[name]) {
			test(`${typed}: ${message}`, () => {
				expect(check(anApplication({ [name]: typed }), questions)).toEqual({
					kind: 'invalid',
					mistakes: [{ name, message }],
				});
			});
		}
	});
}

test('each kind of mistake has its own sentence, and none is told what it had done right', () => {
	const sentences = new Set(Object.values(refused).flatMap((rows) => rows.map(([, told]) => told)));
	expect(sentences.size).toBeGreaterThanOrEqual(25);
	for (const sentence of sentences) {
		expect(sentence).toMatch(/^[A-ZÆØÅ].*[^.]$/);
		expect(sentence).not.toMatch(/påkrævet|gyldig|venligst/i);
	}
});

describe('a CPR number is seen and masked', () => {
	for (const written of cprNumbers) {
		test(JSON.stringify(written), () => {
			const { motivation } = theChecked({ motivation: `Jeg er ${written}.` });
			expect(hasCprNumber(motivation)).toBe(true);
			expect(masked({ motivation }).motivation).not.toMatch(
				/1 ?2 ?3 ?4|2345|4321|5678|1800|[٠-٩０-９]/,
			);
		});
	}
});

describe('what is no CPR number is left alone', () => {
	for (const written of noCprNumbers) {
		test(written, () => {
			const { motivation } = theChecked({ motivation: `Vi er ${written}.` });
			expect(masked({ motivation })).toEqual({ motivation });
		});
	}
});

test('there are more than sixty of both', () => {
	expect(cprNumbers.length + noCprNumbers.length).toBeGreaterThan(120);
	expect(new Set([...cprNumbers, ...noCprNumbers]).size).toBe(
		cprNumbers.length + noCprNumbers.length,
	);
});
