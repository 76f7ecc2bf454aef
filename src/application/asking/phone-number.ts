/**
 * A phone number as people write it, in E.164: `+4572283200`. Eight digits are Danish; other
 * numbers begin with `+` or `00`. Returns `null` where it cannot be a phone number.
 */
export function e164(written: string): string | null {
	const digits = written.replace(/[\s.()/\-\u2010-\u2015]/g, '').replace(/^00/, '+');
	if (/^[2-9]\d{7}$/.test(digits)) return `+45${digits}`;
	if (digits.startsWith('+45')) return /^\+45[2-9]\d{7}$/.test(digits) ? digits : null;
	return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

/** An E.164 number as it is read aloud: `72 28 32 00`, and foreign numbers with their country code. */
export function readable(number: string): string {
	const danish = /^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number);
	return danish ? danish.slice(1).join(' ') : number;
}
