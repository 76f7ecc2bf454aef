import { bare, emailLimit, labelLimit, localPartLimit } from './email-address.ts';
import { type Kinds, sentenceFor } from './kinds.ts';

/** What is wrong with an e-mail address that mail servers would not take, and how to mend it. */
export function emailMistake(written: string): string {
	return sentenceFor(bare(written), kinds) ?? `Tjek, om e-mailen er skrevet rigtigt${example}`;
}

const example = ', fx navn@eksempel.dk';

const kinds: Kinds = [
	[/@.*[\s,;/].*@/, 'Skriv kun én e-mail. Vi sender kvitteringen til den'],
	[/@.*@/, `Skriv kun ét @ i e-mailen${example}`],
	[/^[^@]*$/, `Skriv e-mailen med @${example}. Har du ingen e-mail, så ring til projektlederen`],
	[/[<>()"]/, `Skriv kun selve e-mailen uden navn og parentes${example}`],
	[/^@/, `Skriv også det, der står før @ i din e-mail${example}`],
	[/@$/, `Skriv også det, der står efter @ i din e-mail${example}`],
	[/,/, `Skriv punktum i stedet for komma i e-mailen${example}`],
	[/\s/, 'Slet mellemrummet i e-mailen'],
	[/([^\w'+.@-]).*@/u, 'Vi kan ikke sende til en e-mail med ”…” før @. Tjek, hvordan den staves'],
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
];
