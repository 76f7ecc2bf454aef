import { toKeyboardCharacters } from './characters.ts';

/** Whether something in a text looks like a CPR number. The police must not get one through this form. */
export function hasCprNumber(text: string): boolean {
	return cprNumbersIn(text).length > 0;
}

/** Masks CPR numbers in answers. Phone and e-mail are skipped: their rules have checked what they are. */
export function masked<Answers extends Record<string, string>>(answers: Answers): Answers {
	const entries = Object.entries(answers).map(([name, answer]) => [
		name,
		name === 'phone' || name === 'email' ? answer : maskedText(answer),
	]);
	return Object.fromEntries(entries) as Answers;
}

function maskedText(text: string): string {
	return cprNumbersIn(text).reduceRight(
		(rest, [start, end]) =>
			`${rest.slice(0, start)}[skjult: ligner et CPR-nummer]${rest.slice(end)}`,
		text,
	);
}

type Place = readonly [start: number, end: number];

/**
 * A run of digits: between two of them are at most one separator and two spaces on each side. A comma is a separator
 * only before the last four digits: elsewhere another number begins.
 */
const digitRun = /\d+(?:\s{0,2}[._:/-]?\s{0,2}\d+)*(?:\s{0,2},\s{0,2}\d{4}(?!\d))?/g;

/** In characters. A CPR number with spaces between all digits is shorter. */
const longest = 40;

/** The last four digits after words that announce them, where the date of birth is somewhere else in the text. */
const lastFour =
	/(?:sidste (?:fire|4)|(?:fire|4) sidste|kontrolcifre(?:ne)?)(?:[\s:.,-]|cifre|tal|er|i|mit|cpr)*(?<!\d)\d{4}(?!\d)/gi;

function cprNumbersIn(text: string): Place[] {
	const plain = toKeyboardCharacters(text);
	const whole = [...plain.matchAll(digitRun)].flatMap(({ 0: run, index }) => {
		const groups = [...run.matchAll(/\d+/g)].map((group): Place => [
			index + group.index,
			index + group.index + group[0].length,
		]);
		return groups.flatMap(([start]) =>
			groups
				.filter(
					([, end]) =>
						end > start && end < start + longest && isCprNumber(plain, start, end, run.length),
				)
				.map(([, end]): Place => [start, end]),
		);
	});
	const fours = [...plain.matchAll(lastFour)].map(({ 0: found, index }): Place => {
		const end = index + found.length;
		return [end - 4, end];
	});
	return merged([...whole, ...fours].sort(([one], [other]) => one - other));
}

/** Joins places that overlap. */
function merged(places: readonly Place[]): Place[] {
	const found: Place[] = [];
	for (const [start, end] of places) {
		const [from, to] = found.at(-1) ?? [0, 0];
		if (start < to) found.splice(-1, 1, [from, Math.max(to, end)]);
		else found.push([start, end]);
	}
	return found;
}

const gap = String.raw`(\s{0,2}[._:/,-]?\s{0,2})`;
/** A date of birth and four digits. A space may divide the four into pairs; a colon may not, because 18:00 is a time. */
const shape = RegExp(
	String.raw`^(\d\d|\d(?=[./-]))${gap}(\d\d|\d(?=[\s./-]))${gap}(\d{4}|\d\d)${gap}(\d\d ?\d\d)$`,
);

/**
 * Whether the digits are a possible CPR number, and the text around them does not say that they are something else.
 *
 * @param run length of the run of digits that contains them; in a longer run, only an unambiguous form counts
 */
function isCprNumber(text: string, start: number, end: number, run: number): boolean {
	const written = text.slice(start, end).replace(/(?<=^|(?<!\d)\d)[\s-]{1,3}(?=\d(?!\d))/g, '');
	const [, day = '', one = '', month = '', two = '', year = '', three = '', four = ''] =
		shape.exec(written) ?? [];
	if (!isBirth(Number(day), Number(month), year, Number(four[0]))) return false;
	const gaps = one + two + three;
	if (three === '' && gaps !== '') return false;
	if (end - start < run && one !== '' && /\s/.test(gaps)) return false;
	return !isSomethingElse(text.slice(Math.max(0, start - 40), start), text.slice(end), three);
}

/**
 * Whether a living person can have this date of birth with this digit after it, which encodes the century. The numbers
 * of people without a Danish address add 60 to the day.
 *
 * @see https://cpr.dk/media/12066/personnummeret-i-cpr.pdf
 */
function isBirth(day: number, month: number, year: string, digit: number): boolean {
	const short = Number(year.slice(-2));
	const recent = short < (digit === 4 || digit === 9 ? 37 : 58);
	const century = digit < 4 ? 1900 : recent ? 2000 : digit === 4 || digit === 9 ? 1900 : 1800;
	const born = century + short;
	const days = new Date(Date.UTC(born, month, 0)).getUTCDate();
	const ofMonth = day > 60 ? day - 60 : day;
	return (
		born >= 1900 &&
		(year.length === 2 || Number(year) === born) &&
		month >= 1 &&
		month <= 12 &&
		ofMonth >= 1 &&
		ofMonth <= days
	);
}

const person = /(?:cpr|personn|føds|født)[^\d\n]{0,20}$/i;
const otherNumber =
	/(?:\+\d{0,3}|[\p{L}.-](?:nr|nummer)|konto|tlf|telefon|mobil|mob|reg)[.:\s]*$/iu;
const date = /(?:^|\s)(?:den|d|fra|til|siden|inden|efter|før|i|på|om|\p{L}+dag)\.?\s*$/iu;
const amount =
	/^\s*(?:mennesker|personer|deltagere|medlemmer|borgere|gæster|besøgende|børn|unge|stk|kr)(?!\p{L})/iu;

/** Whether the text around the digits says that they are another number, or a date and then an amount or a time. */
function isSomethingElse(before: string, after: string, last: string): boolean {
	if (person.test(before)) return false;
	if (otherNumber.test(before)) return true;
	// A bank account: four digits of its branch before ten digits without a space.
	if (last === '') return /(?<!\d)\d{4}[\s-]{1,2}$/.test(before);
	return /^[\s,]+$/.test(last) && (date.test(before) || amount.test(after));
}
