/** Answers, and the address that each is read as. */
export const addresses: readonly [what: string, written: string, address: string][] = [
	['as it is written', 'soeren@eksempel.dk', 'soeren@eksempel.dk'],
	['capitals, plus, dot and hyphen', 'Anne-Marie.b+ta@eksempel.dk', 'Anne-Marie.b+ta@eksempel.dk'],
	['an apostrophe', "o'neill@eksempel.dk", "o'neill@eksempel.dk"],
	['an apostrophe of Word', 'o’neill@eksempel.dk', "o'neill@eksempel.dk"],
	['subdomains', 'a@b.c.eksempel.dk', 'a@b.c.eksempel.dk'],
	['Danish letters in the domain', 'ib@RØDGRØD.dk', 'ib@rødgrød.dk'],
	['letters and accents apart', 'ib@rosé.dk', 'ib@rosé.dk'],
	['a domain in its ASCII form', 'ib@xn--rdgrd-vuad.dk', 'ib@xn--rdgrd-vuad.dk'],
	['an ending in another script', 'ib@почта.рф', 'ib@почта.рф'],
	['a German ß', 'ib@straße.de', 'ib@straße.de'],
	['a domain in capitals', 'ib@EKSEMPEL.DK', 'ib@eksempel.dk'],
	['a label of 63 letters', `ib@${'a'.repeat(63)}.dk`, `ib@${'a'.repeat(63)}.dk`],
	['a link', 'mailto:ib@eksempel.dk', 'ib@eksempel.dk'],
	['a link with a subject', 'mailto:ib@eksempel.dk?subject=Hej%20Ib', 'ib@eksempel.dk'],
	['pointed brackets', '<ib@eksempel.dk>', 'ib@eksempel.dk'],
	['a name before it, from Outlook', 'Ib Holm <ib@eksempel.dk>', 'ib@eksempel.dk'],
	['a name in quotes before it', '"Holm, Ib" <ib@eksempel.dk>;', 'ib@eksempel.dk'],
	['a link in brackets', '<mailto:ib@eksempel.dk>', 'ib@eksempel.dk'],
	['a label before it', 'E-mail: ib@eksempel.dk', 'ib@eksempel.dk'],
	['quotes', '”ib@eksempel.dk”', 'ib@eksempel.dk'],
	['round brackets', '(ib@eksempel.dk)', 'ib@eksempel.dk'],
	['the end of a sentence', 'ib@eksempel.dk.', 'ib@eksempel.dk'],
	['blanks around it', '\u00a0ib@eksempel.dk\t', 'ib@eksempel.dk'],
	['a zero-width space at the end', 'kirsten@eksempel.dk\u200b', 'kirsten@eksempel.dk'],
	['a soft hyphen inside', 'kirsten@eksem\u00adpel.dk', 'kirsten@eksempel.dk'],
	['direction marks from a contact list', '\u202aib@eksempel.dk\u202c', 'ib@eksempel.dk'],
	['a hyphen that does not break', 'ib@ikast\u2011brande.dk', 'ib@ikast-brande.dk'],
	['a dash of Word', 'anne–marie@ikast–brande.dk', 'anne-marie@ikast-brande.dk'],
	['a minus sign', 'ib@ikast−brande.dk', 'ib@ikast-brande.dk'],
	['wide characters', 'ｉｂ＠ｅｋｓｅｍｐｅｌ．ｄｋ', 'ib@eksempel.dk'],
];

const example = ', fx navn@eksempel.dk';
const one = 'Skriv kun én e-mail. Vælg den, du oftest læser';
const none = `Skriv e-mailen med @${example}. Har du ingen e-mail, så ring til projektlederen`;
const before = (what: string) =>
	`Vi kan ikke sende til en e-mail med ”${what}” før @. Tjek, hvordan den staves, eller brug en anden e-mail`;
const after = (what: string) =>
	`Der kan ikke stå ”${what}” efter @ i en e-mail. Tjek, hvordan den staves`;
const ending = 'Skriv også slutningen på din e-mail, fx .dk eller .com';
const beside = 'Slet punktummet, der står først eller ved siden af @ i e-mailen';
const hyphen =
	'Efter @ kan der ikke stå en bindestreg først eller sidst eller ved siden af et punktum';
const xn = 'Skriv e-mailen med almindelige bogstaver efter @ i stedet for med xn--';
const check = `Tjek, om e-mailen er skrevet rigtigt${example}`;

/** Answers that are refused, and their message. */
export const noAddresses: readonly [written: string, message: string][] = [
	['aase', none],
	['aase.eksempel.dk', none],
	['aase(at)eksempel.dk', none],
	['www.eksempel.dk', none],
	['har ikke nogen', none],
	['ingen', none],
	['-', none],
	['aase@@eksempel.dk', `Skriv kun ét @ i e-mailen${example}`],
	['aase@eksempel@dk', `Skriv kun ét @ i e-mailen${example}`],
	['aase@eksempel.dk, bo@eksempel.dk', one],
	['aase@eksempel.dk bo@eksempel.dk', one],
	['aase@eksempel.dk;bo@eksempel.dk', one],
	['Aase <aase@eksempel.dk>, Bo <bo@eksempel.dk>', one],
	['aase@eksempel.dk\nBcc: bo@eksempel.dk', one],
	['@eksempel.dk', `Skriv også det, der står før @ i din e-mail${example}`],
	['aase@', `Skriv også det, der står efter @ i din e-mail${example}`],
	['aase@eksempel', ending],
	['aase@eksempel.d', ending],
	['aase@127.0.0.1', ending],
	['aase@eksempel,dk', `Skriv punktum i stedet for komma i e-mailen${example}`],
	['aase,ny@eksempel.dk', `Skriv punktum i stedet for komma i e-mailen${example}`],
	['aase @eksempel.dk', 'Slet mellemrummet i e-mailen'],
	['aase@eksempel. dk', 'Slet mellemrummet i e-mailen'],
	['aase ny@eksempel.dk', 'Slet mellemrummet i e-mailen'],
	['åse@eksempel.dk', before('å')],
	['a/b@eksempel.dk', before('/')],
	['🙂@eksempel.dk', before('🙂')],
	['aase@eks_empel.dk', after('_')],
	['aase@eksempel.dk/sti', after('/')],
	['aase@eksempel.dk:25', after(':')],
	['aase@[::1]', after('[')],
	['aase@firma’s.dk', after("'")],
	['aase@№1.dk', after('№')],
	['aase@💙.dk', after('💙')],
	['aase@l·l.cat', after('·')],
	['aase@ﬁrma.dk', check],
	['aase@ª.dk', check],
	['aase..ny@eksempel.dk', 'Slet det ekstra punktum i e-mailen'],
	['aase@eksempel..dk', 'Slet det ekstra punktum i e-mailen'],
	['.aase@eksempel.dk', beside],
	['aase.@eksempel.dk', beside],
	['aase@.eksempel.dk', beside],
	['aase@-eksempel.dk', hyphen],
	['aase@eksempel-.dk', hyphen],
	['aase@a.-eksempel.dk', hyphen],
	['aase@-ø.dk', hyphen],
	['aase@xn--.dk', xn],
	['aase@xn--a.dk', xn],
	['aase@xn--eksempel-.dk', xn],
	['aase@xn--ikastbrande-pf3f.dk', xn],
	['aase@xn---i2o.dk', xn],
	['aase@почта.xn--p1ai', xn],
	['aase@ab--cd.dk', check],
	['aase@eksempel.123', ending],
	[
		`aase@${'a'.repeat(64)}.dk`,
		'Der kan højst stå 63 tegn mellem to punktummer efter @ i e-mailen. Du har skrevet 64',
	],
	[`aase@${'ø'.repeat(60)}.dk`, check],
	[
		`${'a'.repeat(64)}@${'b'.repeat(61)}.${'c'.repeat(61)}.${'d'.repeat(61)}.info`,
		'E-mailen må højst være på 254 tegn. Du har skrevet 255',
	],
	['Åse aase@eksempel.dk (privat)', `Skriv kun selve e-mailen uden navn og parentes${example}`],
	[`${'a'.repeat(65)}@eksempel.dk`, 'E-mailen må højst have 64 tegn før @'],
];
