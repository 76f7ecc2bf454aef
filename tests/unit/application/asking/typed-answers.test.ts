import { describe, expect, test } from 'vitest';
import { check } from '#application/asking/rules.ts';
import { anApplication, questions } from '../../../support/application.ts';

/** What is typed, and the sentence that it gets. */
const table = {
	email: [
		['aase', 'Skriv e-mailen med @, fx navn@eksempel.dk'],
		['aase.eksempel.dk', 'Skriv e-mailen med @, fx navn@eksempel.dk'],
		['aase(at)eksempel.dk', 'Skriv e-mailen med @, fx navn@eksempel.dk'],
		['www.eksempel.dk', 'Skriv e-mailen med @, fx navn@eksempel.dk'],
		['aase@@eksempel.dk', 'Skriv kun ét @ i e-mailen, fx navn@eksempel.dk'],
		['aase@eksempel@dk', 'Skriv kun ét @ i e-mailen, fx navn@eksempel.dk'],
		['aase@eksempel.dk, bo@eksempel.dk', 'Skriv kun én e-mail. Vi sender kvitteringen til den'],
		['aase@eksempel.dk bo@eksempel.dk', 'Skriv kun én e-mail. Vi sender kvitteringen til den'],
		['aase@eksempel.dk;bo@eksempel.dk', 'Skriv kun én e-mail. Vi sender kvitteringen til den'],
		['@eksempel.dk', 'Skriv også det, der står før @ i din e-mail, fx navn@eksempel.dk'],
		['aase@', 'Skriv også det, der står efter @ i din e-mail, fx navn@eksempel.dk'],
		['aase@eksempel', 'Skriv også slutningen på din e-mail, fx .dk eller .com'],
		['aase@gmail', 'Skriv også slutningen på din e-mail, fx .dk eller .com'],
		['aase@eksempel.d', 'Skriv også slutningen på din e-mail, fx .dk eller .com'],
		['aase@127.0.0.1', 'Skriv også slutningen på din e-mail, fx .dk eller .com'],
		['aase@eksempel,dk', 'Skriv punktum i stedet for komma i e-mailen, fx navn@eksempel.dk'],
		['aase,ny@eksempel.dk', 'Skriv punktum i stedet for komma i e-mailen, fx navn@eksempel.dk'],
		['aase @eksempel.dk', 'Slet mellemrummet i e-mailen'],
		['aase@eksempel. dk', 'Slet mellemrummet i e-mailen'],
		['åse@eksempel.dk', 'Vi kan ikke sende til en e-mail med ”å” før @. Tjek, hvordan den staves'],
		['sø@eksempel.dk', 'Vi kan ikke sende til en e-mail med ”ø” før @. Tjek, hvordan den staves'],
		['a/b@eksempel.dk', 'Vi kan ikke sende til en e-mail med ”/” før @. Tjek, hvordan den staves'],
		['aase@eks_empel.dk', 'Der kan ikke stå ”_” efter @ i en e-mail. Tjek, hvordan den staves'],
		['aase@eksempel.dk/sti', 'Der kan ikke stå ”/” efter @ i en e-mail. Tjek, hvordan den staves'],
		['aase..ny@eksempel.dk', 'Slet det ekstra punktum i e-mailen'],
		['aase@eksempel..dk', 'Slet det ekstra punktum i e-mailen'],
		['.aase@eksempel.dk', 'Slet punktummet, der står først eller ved siden af @ i e-mailen'],
		['aase.@eksempel.dk', 'Slet punktummet, der står først eller ved siden af @ i e-mailen'],
		['aase@.eksempel.dk', 'Slet punktummet, der står først eller ved siden af @ i e-mailen'],
		[
			'Åse <aase@eksempel.dk>',
			'Skriv kun selve e-mailen uden navn og parentes, fx navn@eksempel.dk',
		],
		[`${'a'.repeat(65)}@eksempel.dk`, 'E-mailen må højst have 64 tegn før @'],
		['aase@-eksempel.dk', 'Tjek, om e-mailen er skrevet rigtigt, fx navn@eksempel.dk'],
	],
	phone: [
		['7228320', few(7)],
		['112', few(3)],
		['72 28 32 00 1', few(9)],
		['12345678', 'Et dansk telefonnummer begynder ikke med 1. Tjek nummeret'],
		['02283200', 'Et dansk telefonnummer begynder ikke med 0. Tjek nummeret'],
		['+45 12 34 56 78', 'Et dansk telefonnummer begynder ikke med 1. Tjek nummeret'],
		['+45 7228320', 'Skriv 8 cifre efter +45 i telefonnummeret. Du har skrevet 7'],
		['+45 722832001', 'Skriv 8 cifre efter +45 i telefonnummeret. Du har skrevet 9'],
		['2O 30 40 50', 'Skriv telefonnummeret med tal og uden bogstaver'],
		['72 28 32 00 lok. 4', 'Skriv telefonnummeret med tal og uden bogstaver'],
		['ring til mig', 'Skriv telefonnummeret med tal og uden bogstaver'],
		['72 28 32 00 #4', 'Slet ”#” i telefonnummeret'],
		['72283200 72283201', 'Skriv kun ét telefonnummer'],
		['72283200 eller 72283201', 'Skriv kun ét telefonnummer'],
		['72283200, 72283201', 'Skriv kun ét telefonnummer'],
		['72283200+', 'Skriv kun ét +, og skriv det forrest i telefonnummeret'],
		['+', 'Skriv telefonnummeret med 8 cifre'],
		['- - -', 'Skriv telefonnummeret med 8 cifre'],
		['+0 12345678', 'Skriv landekoden efter +, fx +46. Den begynder ikke med 0'],
		['+46 701', 'Skriv hele telefonnummeret efter +. Du har kun skrevet 5 cifre'],
		['+1234567890123456', 'Et telefonnummer har højst 15 cifre efter +. Du har skrevet 16'],
	],
} as const;

function few(count: number): string {
	return `Skriv 8 cifre i telefonnummeret. Du har skrevet ${count}. Er det udenlandsk, så begynd med + og landekoden`;
}

for (const name of ['email', 'phone'] as const) {
	describe(`${name}: what is typed gets the sentence that helps`, () => {
		for (const [typed, message] of table[name]) {
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
	const sentences = new Set(Object.values(table).flatMap((rows) => rows.map(([, told]) => told)));
	expect(sentences.size).toBeGreaterThanOrEqual(25);
	for (const sentence of sentences) {
		expect(sentence).toMatch(/^[A-ZÆØÅ].*[^.]$/);
		expect(sentence).not.toMatch(/påkrævet|gyldig|venligst/i);
	}
});
