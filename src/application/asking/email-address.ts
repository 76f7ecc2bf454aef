import { domainToASCII, domainToUnicode } from 'node:url';
import { toKeyboardCharacters } from './characters.ts';

/** Longest address that mail servers take, in characters (RFC 5321). */
export const emailLimit = 254;
/** Longest part before the @ (RFC 5321), and longest label of the domain (RFC 1035). */
const localPartLimit = 64;
const labelLimit = 63;

/**
 * Reads an answer as an e-mail address: without what was copied along with it, and with the domain in lower case.
 * Returns `null` where mail servers would refuse the address.
 */
export function emailAddress(answer: string): string | null {
	const [local, domain] = partsOf(bare(answer));
	const address = `${local}@${domain}`;
	const fits = local.length <= localPartLimit && mailable(address).length <= emailLimit;
	return fits && isLocalPart(local) && isDomain(domain) ? address : null;
}

/** Converts the domain of an address to ASCII, because Resend refuses Danish letters. */
export function mailable(address: string): string {
	const [local, domain] = partsOf(address);
	return `${local}@${domainToASCII(domain)}`;
}

/** Removes what is copied along with an address: a name before <…>, a label, `mailto:`, a subject, quotes, a period. */
export function bare(answer: string): string {
	const plain = toKeyboardCharacters(answer);
	const named = /^[^@<]*<([^<>]*@[^<>]*)>[^@]*$/.exec(plain)?.[1] ?? plain;
	return named
		.replace(/^[\s<("']*(?:(?:mailto|e-?mail|mail)\s*:)?[\s<("']*/i, '')
		.replace(/(@[^?]*)\?.*$/, '$1')
		.replace(/[\s>)"'.,;:!?]+$/, '');
}

function partsOf(address: string): [local: string, domain: string] {
	const at = address.lastIndexOf('@');
	return at < 0 ? ['', ''] : [address.slice(0, at), address.slice(at + 1).toLowerCase()];
}

/** Whether the part before the @ has only characters that every mail server accepts. */
function isLocalPart(local: string): boolean {
	return /^(?!\.|.*\.\.)[\w'+.-]*[\w+-]$/.test(local);
}

/**
 * Whether a domain is valid by IDNA 2008 (RFC 5891, 5892). Node alone follows UTS 46: it accepts emoji, and it reads
 * `№1.dk` as `no1.dk`, so that an e-mail would go to another domain than the applicant sees.
 */
function isDomain(domain: string): boolean {
	const read = domainToUnicode(domain);
	const ascii = domainToASCII(read);
	return (
		(domain === read || domain === ascii) &&
		read.split('.').every(isLabel) &&
		ascii.split('.').every(({ length }) => length <= labelLimit) &&
		/\.(?:[a-z]{2,}|xn--[a-z\d-]+)$/.test(ascii)
	);
}

/** Labels with hyphens in third and fourth place are reserved; a label in ASCII that cannot be decoded has them too. */
function isLabel(label: string): boolean {
	return /^(?!-|..--)[\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}-]+(?<!-)$/u.test(label);
}

const example = ', fx navn@eksempel.dk';

/** The mistakes in a {@link bare} address, each with its message; `rules.ts` says how a message is made. */
export const emailMistakes: readonly (readonly [RegExp, string])[] = [
	[/@.*[\s,;/].*@/, 'Skriv kun én e-mail. Vælg den, du oftest læser'],
	[/@.*@/, `Skriv kun ét @ i e-mailen${example}`],
	[/^[^@]*$/, `Skriv e-mailen med @${example}. Har du ingen e-mail, så ring til projektlederen`],
	[/[<>()"]/, `Skriv kun selve e-mailen uden navn og parentes${example}`],
	[/^@/, `Skriv også det, der står før @ i din e-mail${example}`],
	[/@$/, `Skriv også det, der står efter @ i din e-mail${example}`],
	[/,/, `Skriv punktum i stedet for komma i e-mailen${example}`],
	[/\s/, 'Slet mellemrummet i e-mailen'],
	[
		/([^\w'+.@-]).*@/u,
		'Vi kan ikke sende til en e-mail med ”…” før @. Tjek, hvordan den staves, eller brug en anden e-mail',
	],
	[
		/@.*?([^\p{L}\p{M}\p{Nd}.-])/u,
		'Der kan ikke stå ”…” efter @ i en e-mail. Tjek, hvordan den staves',
	],
	[/\.\./, 'Slet det ekstra punktum i e-mailen'],
	[/^\.|\.@|@\./, 'Slet punktummet, der står først eller ved siden af @ i e-mailen'],
	[/^(?!.*\.\p{L}{2,}$)(?!.*\.xn--)/iu, 'Skriv også slutningen på din e-mail, fx .dk eller .com'],
	[/@(?:.*\.)?xn--/i, 'Skriv e-mailen med almindelige bogstaver efter @ i stedet for med xn--'],
	[
		/@(?:-|.*\.-|.*-\.)/,
		'Efter @ kan der ikke stå en bindestreg først eller sidst eller ved siden af et punktum',
	],
	[RegExp(`^.{${localPartLimit + 1},}@`), `E-mailen må højst have ${localPartLimit} tegn før @`],
	[
		RegExp(`@(?:.*\\.)?([^.]{${labelLimit + 1},})`),
		`Der kan højst stå ${labelLimit} tegn mellem to punktummer efter @ i e-mailen. Du har skrevet #`,
	],
	[
		RegExp(`^(.{${emailLimit + 1},})$`),
		`E-mailen må højst være på ${emailLimit} tegn. Du har skrevet #`,
	],
	[/^/, `Tjek, om e-mailen er skrevet rigtigt${example}`],
];
