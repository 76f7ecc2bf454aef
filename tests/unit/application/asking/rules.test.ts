import { describe, expect, test } from 'vitest';
import {
	inOrder,
	noMunicipality,
	questionNames,
	type QuestionName,
	questionsOf,
} from '#application/asking/questions.ts';
import { check } from '#application/asking/rules.ts';
import {
	aMunicipality,
	anApplication,
	questions,
	required,
	theChecked,
	type Written,
} from '../../../support/application.ts';

function mistakesIn(changes: Partial<Written>) {
	const checked = check(anApplication(changes), questions);
	return checked.kind === 'invalid' ? checked.mistakes : [];
}

const each = (answer: string) => Object.fromEntries(questionNames.map((name) => [name, answer]));

describe('the questions', () => {
	const { callTime, ...others } = questions;

	test('are named after their keys, and no two have the same label or heading', () => {
		for (const name of questionNames) expect(questions[name].name).toBe(name);
		for (const part of ['label', 'heading'] as const) {
			const all = inOrder(questions).map((question) => question[part]);
			expect(new Set(all).size).toBe(questionNames.length);
		}
	});

	test('offer the municipalities, and options for none of them and for not knowing', () => {
		const { options } = questionsOf(['Lemvig', 'Morsø']).municipality;
		expect(options).toEqual(['Lemvig', 'Morsø', ...noMunicipality]);
	});

	test('must be answered, except the time to call', () => {
		expect(callTime.optional).toBe(true);
		for (const { name, optional } of Object.values(others)) expect(optional, name).toBeUndefined();
	});

	test('let a browser fill in name, e-mail and phone', () => {
		const { name, email, phone } = questions;
		expect([name, email, phone].map(({ autocomplete }) => autocomplete)).toEqual([
			'name',
			'email',
			'tel',
		]);
	});

	test('do not ask for what the law protects', () => {
		const asked = JSON.stringify(questions).toLowerCase();
		for (const word of ['cpr', 'helbred', 'religion', 'politisk', 'straf'])
			expect(asked).not.toContain(word);
	});
});

test('an unanswered question, posted or not, has its own message, in the order of the questions', () => {
	const backwards = Object.fromEntries(Object.entries(each('')).reverse());
	for (const answers of [{}, backwards]) {
		expect(check(answers, questions)).toEqual({
			kind: 'invalid',
			mistakes: [
				['name', 'Indtast dit navn'],
				['email', 'Indtast din e-mail'],
				['phone', 'Indtast dit telefonnummer'],
				['municipality', 'Vælg en kommune'],
				['area', 'Indtast din by eller dit lokalområde'],
				['network', 'Skriv om din rolle og dit netværk'],
				['motivation', 'Skriv, hvorfor du vil være tryghedsambassadør'],
				[
					'confirmation',
					'Sæt kryds, når du har læst om kontakt til politiet og læst privatlivspolitikken',
				],
			].map(([name, message]) => ({ name, message })),
		});
	}
	expect(required).toHaveLength(8);
});

describe('a mistake has its message', () => {
	const tooLong = (heading: string, limit: string, length: string) =>
		`”${heading}” må højst være på ${limit} tegn. Du har skrevet ${length}`;
	const lost = 'indeholder et tegn, der ikke kan læses (\ufffd). Ret eller slet det';
	const table: [QuestionName, string, string, string][] = [
		['name', 'a character that could not be decoded', 'S\ufffdren', `”Navn” ${lost}`],
		['name', 'the first of two', `\ufffd${'x'.repeat(200)}`, `”Navn” ${lost}`],
		['name', '101 characters', 'å'.repeat(101), tooLong('Navn', '100', '101')],
		['email', '401 characters', '@'.repeat(401), tooLong('E-mail', '400', '401')],
		['phone', '101 characters', '7'.repeat(101), tooLong('Telefonnummer', '100', '101')],
		['municipality', 'another municipality', 'Andeby', 'Vælg en kommune fra listen'],
		[
			'municipality',
			'the name of a JavaScript property',
			'constructor',
			'Vælg en kommune fra listen',
		],
		['area', '101 characters', 'x'.repeat(101), tooLong('By eller lokalområde', '100', '101')],
		['network', '1,501', 'x'.repeat(1501), tooLong('Rolle og netværk', '1.500', '1.501')],
		['network', 'empty lines', '\r\n\r\n', 'Skriv om din rolle og dit netværk'],
		[
			'motivation',
			'a character that could not be decoded',
			'Gr\ufffdn',
			`”Hvorfor du vil være med” ${lost}`,
		],
		[
			'motivation',
			'12,000 characters',
			'x'.repeat(12_000),
			tooLong('Hvorfor du vil være med', '1.500', '12.000'),
		],
		['callTime', '201 characters', 'x'.repeat(201), tooLong('Hvornår vi må ringe', '200', '201')],
	];
	for (const [name, what, answer, message] of table) {
		test(`${name}: ${what}`, () => {
			expect(mistakesIn({ [name]: answer })).toEqual([{ name, message }]);
		});
	}

	test('confirmation: another value', () => {
		expect(mistakesIn({ confirmation: 'on' })).toEqual(mistakesIn({ confirmation: '' }));
	});

	test('and no message is in English or in official words', () => {
		for (const answer of ['', 'x'.repeat(2000), '\u0000']) {
			for (const { message } of mistakesIn(each(answer))) {
				expect(message).not.toMatch(/påkrævet|gyldig|venligst|invalid|expected|required/i);
				expect(message).toMatch(/^”?[A-ZÆØÅ].*[^.]$/);
			}
		}
	});
});

describe('an answer is accepted as it was written', () => {
	const table: [QuestionName, string, string][] = [
		['name', 'Danish letters, an initial, a hyphen and an umlaut', 'Søren Å. Müller-Østergård'],
		['name', 'one letter', 'Å'],
		['name', 'an apostrophe', 'Sinéad O’Connor'],
		['name', 'another script', '王小明'],
		['name', '100 characters', 'å'.repeat(100)],
		['name', '100 characters outside the basic plane', '🙂'.repeat(100)],
		['municipality', 'one of the district', aMunicipality],
		['municipality', 'outside the district', 'Uden for politikredsen'],
		['network', '1,500 characters, a line break being one', `${'x\n'.repeat(749)}xx`],
		['motivation', 'markup and quotes', `<b>"Hej" & 'farvel'</b>`],
		['motivation', 'a script from right to left', 'שלום عالم'],
		['callTime', 'nothing', ''],
	];
	for (const [name, what, answer] of table) {
		test(`${name}: ${what}`, () => {
			expect(theChecked({ [name]: answer })[name]).toBe(answer);
		});
	}

	test('except spaces around it, and Windows line breaks', () => {
		expect(theChecked({ callTime: '  ' }).callTime).toBe('');
		expect(theChecked({ network: 'x\r\n'.repeat(750) }).network).toHaveLength(1499);
	});
});
