import { dialled, e164 } from './phone-number.ts';

/** What is wrong with a phone number that cannot be called, and how to mend it. */
export function phoneMistake(written: string): string {
	const number = dialled(written);
	if (/[^\d+]/.test(number)) return inSigns(written, number);
	if (number.lastIndexOf('+') > 0) return 'Skriv kun ét +, og skriv det forrest i telefonnummeret';
	if (number === '' || number === '+') return 'Skriv telefonnummeret med 8 cifre';
	if (number.startsWith('+45')) return inDanish(number.slice(3), 'efter +45');
	if (number.startsWith('+')) return inForeign(number.slice(1));
	if (isTwo(number)) return onlyOne;
	return inDanish(number, '');
}

const onlyOne = 'Skriv kun ét telefonnummer';

/** Letters and signs: two numbers with something between them, or a word. */
function inSigns(written: string, number: string): string {
	const numbers = written.split(/[^\d\s+().-]+/).filter((part) => e164(part) !== null);
	if (numbers.length > 1) return onlyOne;
	return /\p{L}/u.test(number)
		? 'Skriv telefonnummeret med tal og uden bogstaver'
		: `Slet ”${/[^\d+]/.exec(number)?.[0] ?? ''}” i telefonnummeret`;
}

function inDanish(digits: string, where: string): string {
	const { length } = digits;
	if (length === 8) {
		return `Et dansk telefonnummer begynder ikke med ${digits.charAt(0)}. Tjek nummeret`;
	}
	const told = ['Skriv 8 cifre', where, 'i telefonnummeret.'].filter(Boolean).join(' ');
	const foreign = where ? '' : '. Er det udenlandsk, så begynd med + og landekoden';
	return `${told} Du har skrevet ${length}${foreign}`;
}

function inForeign(digits: string): string {
	const { length } = digits;
	if (digits.startsWith('0')) return 'Skriv landekoden efter +, fx +46. Den begynder ikke med 0';
	return length < 7
		? `Skriv hele telefonnummeret efter +. Du har kun skrevet ${length} cifre`
		: `Et telefonnummer har højst 15 cifre efter +. Du har skrevet ${length}`;
}

function isTwo(digits: string): boolean {
	return digits.length === 16 && [digits.slice(0, 8), digits.slice(8)].every((part) => e164(part));
}
