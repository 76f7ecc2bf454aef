import { describe, expect, test } from 'vitest';
import { questionNames, type QuestionName } from '#application/asking/questions.ts';
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

describe('a mistake is told', () => {
	const invisible = '\u200b\u2060';
	const lost = 'indeholder et tegn, der ikke kan læses (\ufffd). Ret eller slet det';
	const foreign = 'Er det udenlandsk, så begynd med + og landekoden';
	const network = 'Skriv om din rolle og dit netværk';
	const motivation = 'Skriv, hvorfor du vil være tryghedsambassadør';
	const area = 'Indtast din by eller dit lokalområde';
	const ticked = 'Sæt kryds, når du har læst om kontakt til politiet og læst privatlivspolitikken';

	const table: [QuestionName, string, string, string][] = [
		['name', 'empty', '', 'Indtast dit navn'],
		['name', 'blank', ' \t ', 'Indtast dit navn'],
		['name', 'zero-width characters alone', invisible, 'Indtast dit navn'],
		['name', 'a lost letter', 'S\ufffdren', `”Navn” ${lost}`],
		[
			'name',
			'101 characters',
			'å'.repeat(101),
			'”Navn” må højst være på 100 tegn. Du har skrevet 101',
		],
		['email', 'empty', '', 'Indtast din e-mail'],
		['email', 'zero-width characters alone', invisible, 'Indtast din e-mail'],
		['email', 'a space inside', 'ib @eksempel.dk', 'Slet mellemrummet i e-mailen'],
		[
			'email',
			'401 characters',
			'@'.repeat(401),
			'”E-mail” må højst være på 400 tegn. Du har skrevet 401',
		],
		['phone', 'empty', '', 'Indtast dit telefonnummer'],
		[
			'phone',
			'seven digits',
			'72 28 32 0',
			`Skriv 8 cifre i telefonnummeret. Du har skrevet 7. ${foreign}`,
		],
		['phone', 'letters', 'hemmeligt', 'Skriv telefonnummeret med tal og uden bogstaver'],
		[
			'phone',
			'101 characters',
			'7'.repeat(101),
			'”Telefonnummer” må højst være på 100 tegn. Du har skrevet 101',
		],
		['municipality', 'nothing chosen', '', 'Vælg en kommune'],
		['municipality', 'another municipality', 'Andeby', 'Vælg en kommune fra listen'],
		['municipality', 'a word of JavaScript', 'constructor', 'Vælg en kommune fra listen'],
		['area', 'empty', '', area],
		[
			'area',
			'101 characters',
			'x'.repeat(101),
			'”By eller lokalområde” må højst være på 100 tegn. Du har skrevet 101',
		],
		['network', 'empty', '', network],
		['network', 'empty lines', '\r\n\r\n', network],
		[
			'network',
			'1,501 characters',
			'x'.repeat(1501),
			'”Rolle og netværk” må højst være på 1.500 tegn. Du har skrevet 1.501',
		],
		['motivation', 'empty', '', motivation],
		['motivation', 'a lost letter', 'Gr\ufffdn', `”Hvorfor du vil være med” ${lost}`],
		[
			'motivation',
			'12,000 characters',
			'x'.repeat(12_000),
			'”Hvorfor du vil være med” må højst være på 1.500 tegn. Du har skrevet 12.000',
		],
		[
			'callTime',
			'201 characters',
			'x'.repeat(201),
			'”Hvornår vi må ringe” må højst være på 200 tegn. Du har skrevet 201',
		],
		['confirmation', 'not ticked', '', ticked],
		['confirmation', 'another value', 'on', ticked],
	];
	for (const [name, what, answer, message] of table) {
		test(`${name}: ${what}`, () => {
			expect(mistakesIn({ [name]: answer })).toEqual([{ name, message }]);
		});
	}
});

test('only the first mistake in an answer is told', () => {
	const message = '”Navn” indeholder et tegn, der ikke kan læses (\ufffd). Ret eller slet det';
	expect(mistakesIn({ name: `\ufffd${'x'.repeat(200)}` })).toEqual([{ name: 'name', message }]);
});

test('mistakes are told in the order of the questions', () => {
	const backwards = Object.fromEntries(questionNames.toReversed().map((name) => [name, '']));
	const checked = check(backwards, questions);
	expect(checked.kind === 'invalid' && checked.mistakes.map(({ name }) => name)).toEqual(
		required.map(({ name }) => name),
	);
});

test('answers that were not posted are answers not given', () => {
	const given = check({}, questions);
	expect(given).toEqual(
		check(Object.fromEntries(questionNames.map((name) => [name, ''])), questions),
	);
});

test('every message says what to do, in Danish, without the words of a machine', () => {
	const all = [
		...mistakesIn(Object.fromEntries(questionNames.map((name) => [name, '']))),
		...mistakesIn(Object.fromEntries(questionNames.map((name) => [name, 'x'.repeat(2000)]))),
		...mistakesIn(Object.fromEntries(questionNames.map((name) => [name, '\u0000']))),
	];
	for (const { message } of all) {
		expect(message).not.toMatch(/påkrævet|gyldig|venligst|invalid|expected|required/i);
		expect(message).toMatch(/^”?[A-ZÆØÅ]/);
		expect(message).not.toMatch(/\.$/);
	}
});

describe('an answer is kept', () => {
	const table: [QuestionName, string, string, string][] = [
		[
			'name',
			'with Danish letters, an initial, a hyphen and an umlaut',
			'Søren Å. Müller-Østergård',
			'Søren Å. Müller-Østergård',
		],
		['name', 'of one word', 'Åse', 'Åse'],
		['name', 'of one letter', 'Å', 'Å'],
		['name', 'with an apostrophe', 'Sinéad O’Connor', 'Sinéad O’Connor'],
		['name', 'in another script', '王小明', '王小明'],
		['name', 'without the blanks around it', '  Ib  ', 'Ib'],
		['name', 'with composed letters', 'A\u030ase', 'Åse'],
		['name', 'of 100 characters', 'å'.repeat(100), 'å'.repeat(100)],
		['name', 'of 100 characters outside the basic plane', '🙂'.repeat(100), '🙂'.repeat(100)],
		['email', 'trimmed', ' ib@eksempel.dk ', 'ib@eksempel.dk'],
		['name', 'with a space for a tab that came along', 'Ib\tHansen', 'Ib Hansen'],
		['email', 'with its domain as it is read', 'ib@rødgrød.dk', 'ib@rødgrød.dk'],
		['phone', 'with a tab inside', '7228\t3200', '+4572283200'],
		['phone', 'in E.164', '(0045) 72-28-32-00', '+4572283200'],
		['municipality', 'as chosen', aMunicipality, aMunicipality],
		['municipality', 'outside the district', 'Uden for politikredsen', 'Uden for politikredsen'],
		['network', 'with its lines', 'en\r\n\r\nto', 'en\n\nto'],
		[
			'network',
			'of 1,500 characters, a line break counting as one',
			`${'x\r\n'.repeat(749)}xx`,
			`${'x\n'.repeat(749)}xx`,
		],
		[
			'motivation',
			'with markup and quotes, as it was written',
			`<b>"Hej" & 'farvel'</b>`,
			`<b>"Hej" & 'farvel'</b>`,
		],
		['motivation', 'in a script from right to left', 'שלום عالم', 'שלום عالم'],
		['callTime', 'when it is left out', '', ''],
		['callTime', 'when it is blank', '  ', ''],
	];
	for (const [name, how, written, kept] of table) {
		test(`${name}: ${how}`, () => {
			expect(theChecked({ [name]: written })[name]).toBe(kept);
		});
	}
});
