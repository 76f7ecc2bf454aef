import { toKeyboardCharacters } from './characters.ts';

/**
 * Reads an answer as a phone number in E.164: `+4572283200`. Eight digits are Danish; other numbers begin with `+` or
 * `00`. Returns `null` where the answer cannot be a phone number.
 */
export function e164(answer: string): string | null {
	const number = dialled(answer);
	if (number.startsWith('+45')) return /^\+45[2-9]\d{7}$/.test(number) ? number : null;
	return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}

/**
 * Removes words around a number, spaces, dots, brackets and the trunk prefix (0). Replaces 00 by +, and begins eight
 * digits with +45.
 */
export function dialled(answer: string): string {
	return toKeyboardCharacters(answer.normalize('NFKC'))
		.replace(/\([^()\d]*\)|\(0\)/g, '')
		.replace(/^[^\d+(]+(?=.*\d)|(?<=\d.*)[^\d+]+$/g, '')
		.replace(/[\s.,:()/_'\-\u00b7\u2022\u2219\u22c5\ufe0f\u20e3]/g, '')
		.replace(/^\+?00|^\++/, '+')
		.replace(/^\+?45(?:\+|00)+45/, '+45')
		.replace(/^(?:\+?45)?(?:45)?(?=\d{8}$)/, '+45');
}

/** The mistakes in a {@link dialled} number, each with its message; `rules.ts` says how a message is made. */
export const phoneMistakes: readonly (readonly [RegExp, string])[] = [
	[/^(?:\+?\d{8,}(?:\D+\d{8,})+|(?:[2-9]\d{7}){2,})$/, 'Skriv kun ét telefonnummer'],
	[/\p{L}/u, 'Skriv telefonnummeret med tal og uden bogstaver'],
	[/([^\d+])/u, 'Slet ”…” i telefonnummeret'],
	[/.\+/, 'Skriv kun ét +, og skriv det forrest i telefonnummeret'],
	[/^(?:\+45)?([01])\d{7}$/, 'Et dansk telefonnummer begynder ikke med …. Tjek nummeret'],
	[/^\+45(\d*)$/, 'Skriv 8 cifre efter +45 i telefonnummeret. Du har skrevet #'],
	[/^\+0/, 'Skriv landekoden efter +, fx +46. Den begynder ikke med 0'],
	[/^\+(\d{1,6})$/, 'Skriv hele telefonnummeret efter +. Du har kun skrevet #'],
	[/^\+(\d+)$/, 'Et telefonnummer har højst 15 cifre efter +. Du har skrevet #'],
	[
		/^(\d+)$/,
		'Skriv 8 cifre i telefonnummeret. Du har skrevet #. Er det udenlandsk, så begynd med + og landekoden',
	],
	[/^/, 'Skriv telefonnummeret med 8 cifre'],
];

/** Country codes of one and of two digits (ITU-T E.164); all others have three. */
const countryCode = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * Formats an E.164 number: `72 28 32 00`. Each country has its own groups, so a foreign number is in groups of three
 * after its country code: `+46 701 234 567`.
 */
export function readable(number: string): string {
	const danish = /^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number);
	if (danish) return danish.slice(1).join(' ');
	const [code] = countryCode.exec(number) ?? [];
	if (!code) return number;
	// The last group has two, three or four digits, never one.
	const groups = number.slice(code.length).match(/\d{3}(?=\d{2})|\d+/g) ?? [];
	return [code, ...groups].join(' ');
}
