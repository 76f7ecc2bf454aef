import { asciiDomain, bare, localPartLimit } from './email-address.ts';

/** What is wrong with an e-mail address that mail servers would not take, and how to mend it. */
export function emailMistake(written: string): string {
	const address = bare(written);
	const found = mistakes.find(([isMade]) => isMade(address));
	return found ? found[1](address) : 'Tjek, om e-mailen er skrevet rigtigt, fx navn@eksempel.dk';
}

const local = (address: string) => address.slice(0, address.lastIndexOf('@'));
const domain = (address: string) => address.slice(address.lastIndexOf('@') + 1);
const ats = (address: string) => address.split('@').length - 1;

/** The signs that an address may have before and after its @. */
const beforeAt = /[A-Za-z0-9_'+.-]/;
const afterAt = /[\p{L}\p{M}0-9.-]/u;

/** The first sign that is not one of those that may stand there, spaces and @ aside. */
function strange(text: string, allowed: RegExp): string | undefined {
	return [...text].find((sign) => !allowed.test(sign) && !/[\s@]/.test(sign));
}

type Kind = readonly [isMade: (address: string) => boolean, sentence: (address: string) => string];

/** Each kind of mistake; the first one that was made is told. */
const mistakes: readonly Kind[] = [
	[
		(address) => ats(address) > 1 && /[\s,;/]/.test(address),
		() => 'Skriv kun én e-mail. Vi sender kvitteringen til den',
	],
	[(address) => ats(address) > 1, () => 'Skriv kun ét @ i e-mailen, fx navn@eksempel.dk'],
	[(address) => ats(address) === 0, () => 'Skriv e-mailen med @, fx navn@eksempel.dk'],
	[
		(address) => /[<>()"]/.test(address),
		() => 'Skriv kun selve e-mailen uden navn og parentes, fx navn@eksempel.dk',
	],
	[
		(address) => local(address) === '',
		() => 'Skriv også det, der står før @ i din e-mail, fx navn@eksempel.dk',
	],
	[
		(address) => domain(address) === '',
		() => 'Skriv også det, der står efter @ i din e-mail, fx navn@eksempel.dk',
	],
	[
		(address) => address.includes(','),
		() => 'Skriv punktum i stedet for komma i e-mailen, fx navn@eksempel.dk',
	],
	[(address) => /\s/.test(address), () => 'Slet mellemrummet i e-mailen'],
	[
		(address) => strange(local(address), beforeAt) !== undefined,
		(address) =>
			`Vi kan ikke sende til en e-mail med ”${strange(local(address), beforeAt) ?? ''}” før @. Tjek, hvordan den staves`,
	],
	[
		(address) => strange(domain(address), afterAt) !== undefined,
		(address) =>
			`Der kan ikke stå ”${strange(domain(address), afterAt) ?? ''}” efter @ i en e-mail. Tjek, hvordan den staves`,
	],
	[(address) => address.includes('..'), () => 'Slet det ekstra punktum i e-mailen'],
	[
		(address) => /^\.|\.@|@\./.test(address),
		() => 'Slet punktummet, der står først eller ved siden af @ i e-mailen',
	],
	[
		(address) => !/\.\p{L}{2,}$/u.test(domain(address)),
		() => 'Skriv også slutningen på din e-mail, fx .dk eller .com',
	],
	[
		(address) => local(address).length > localPartLimit,
		() => `E-mailen må højst have ${localPartLimit} tegn før @`,
	],
	[
		(address) => asciiDomain(domain(address)) === null || /(^|\.)-|-(\.|$)/.test(domain(address)),
		() => 'Tjek det, der står efter @ i din e-mail, fx navn@eksempel.dk',
	],
];
