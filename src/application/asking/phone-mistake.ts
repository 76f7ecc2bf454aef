import { type Kinds, sentenceFor } from './kinds.ts';
import { dialled } from './phone-number.ts';

const eight = 'Skriv telefonnummeret med 8 cifre';

/** What is wrong with a phone number that cannot be called, and how to mend it. */
export function phoneMistake(written: string): string {
	return sentenceFor(dialled(written), kinds) ?? eight;
}

const kinds: Kinds = [
	[/^(?:\+?\d{8,}(?:\D+\d{8,})+|(?:[2-9]\d{7}){2,})$/, 'Skriv kun ét telefonnummer'],
	[/\p{L}/u, 'Skriv telefonnummeret med tal og uden bogstaver'],
	[/([^\d+])/u, 'Slet ”…” i telefonnummeret'],
	[/^\+?$/, eight],
	[/.\+/, 'Skriv kun ét +, og skriv det forrest i telefonnummeret'],
	[/^(?:\+45)?([01])\d{7}$/, 'Et dansk telefonnummer begynder ikke med …. Tjek nummeret'],
	[/^\+45(\d*)$/, 'Skriv 8 cifre efter +45 i telefonnummeret. Du har skrevet #'],
	[/^\+0/, 'Skriv landekoden efter +, fx +46. Den begynder ikke med 0'],
	[/^\+(\d{1,6})$/, 'Skriv hele telefonnummeret efter +. Du har kun skrevet # cifre'],
	[/^\+(\d+)$/, 'Et telefonnummer har højst 15 cifre efter +. Du har skrevet #'],
	[
		/^(\d+)$/,
		'Skriv 8 cifre i telefonnummeret. Du har skrevet #. Er det udenlandsk, så begynd med + og landekoden',
	],
];
