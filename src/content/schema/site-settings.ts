import * as z from 'zod/mini';
import { sharesDomain } from '#application/mail-domain.ts';
import { choice, descriptions, group, labelAt, text, unknownYet } from '#content/schema/field.ts';
import { paths } from '#site/paths.ts';

const untilKnown = 'Lad feltet stå tomt, til I kender svaret.';
const unmarked = `${untilKnown} Så står der intet om det på siden.`;
const names = 'Skriv hvert navn én gang, og mindst ét.';
const number = 'Skriv et helt tal, fx 100.';

/** A text that may be unknown. */
const unknown = (...description: Parameters<typeof text>) => unknownYet(text(...description));

/**
 * The settings of the site, in the order of the file and the form. To add one, describe it here: its type, its check
 * and its field in the form follow. A setting that is `unknownYet` needs no value in the file.
 */
const settingsShape = {
	name: text('line', 'Webstedets navn'),
	district: text('line', 'Politikredsens navn'),
	authority: group('Myndigheden', undefined, {
		name: text('line', 'Navn'),
		url: text('url', 'Adresse på politi.dk'),
	}),
	municipalities: z
		.array(text('line', 'Kommune'), names)
		.check(z.refine((all) => all.length > 0 && new Set(all).size === all.length, names))
		.register(descriptions, {
			kind: 'list',
			label: 'Kommuner',
			hint: 'Kommunerne i politikredsen. Man vælger mellem dem i ansøgningen.',
		}),
	projectLead: group('Projektleder', 'Står på alle sider og får ansøgningerne.', {
		name: text('line', 'Navn'),
		title: text('line', 'Titel', 'Med lille begyndelsesbogstav.'),
		email: text(
			'email',
			'E-mail',
			'Ansøgningerne bliver sendt hertil. Slutter adressen ikke på @politi.dk, kan man ikke ansøge.',
		),
		phone: text(
			'phone',
			'Telefon',
			'Fx 23 45 67 89. Et udenlandsk nummer har + og landekode foran.',
		),
	}),
	accessibilityStatement: unknown(
		'url',
		'Tilgængelighedserklæringens adresse',
		`Adressen på was.digst.dk. ${untilKnown} Så står der "Mangler" på siden.`,
	),
	privacy: group('Persondata', `${untilKnown} Så længe ét er tomt, kan man ikke ansøge.`, {
		controller: unknown('text', 'Dataansvarlig', 'Navn og kontaktoplysninger.'),
		dataProtectionOfficer: unknown('text', 'Databeskyttelsesrådgiver', 'Kontaktoplysninger.'),
		legalBasis: unknown('text', 'Retsgrundlag'),
		recipients: unknown(
			'text',
			'Modtagere',
			'Andre, der modtager oplysningerne, og databehandlere.',
		),
		thirdCountries: unknown(
			'text',
			'Lande uden for EU',
			'Om oplysninger bliver sendt til lande uden for EU, og på hvilket grundlag.',
		),
		retention: unknown('text', 'Opbevaring', 'Hvor længe ansøgninger bliver gemt.'),
		registerCheck: unknown('text', 'Opslag i registre', 'Om politiet slår ansøgere op i registre.'),
	}),
	practical: group('Det, man spørger om', unmarked, {
		pay: unknown('text', 'Får man penge for det?'),
		age: unknown('text', 'Hvor gammel skal man være?'),
		time: unknown('text', 'Hvor lang tid bruger man på det?'),
		leaving: unknown('text', 'Kan man holde op igen?'),
		informing: unknown('text', 'Er man politiets meddeler?'),
		selection: unknown('text', 'Hvordan bliver man valgt?'),
		introduction: unknown('text', 'Får man en introduktion?'),
		confidentiality: unknown('text', 'Har man tavshedspligt?'),
		expenses: unknown('text', 'Får man dækket udgifter, og er man forsikret?'),
		presence: unknown('text', 'Er der en tryghedsambassadør i min by?'),
		limits: unknown('text', 'Hvad må man ikke gøre?'),
	}),
	editing: group('Redigering', undefined, {
		link: unknownYet(
			choice(
				'Linket nederst på siderne',
				'Linket hedder "Ret denne side". Vælg ingenting, hvis det ikke skal være der.',
				{ editor: 'Åbner editoren', github: 'Åbner filen på GitHub' },
			),
		),
		repository: unknown(
			'repository',
			'Projektet på GitHub',
			'Ejer og navn med en skråstreg imellem. Spørg den, der passer webstedet.',
		),
	}),
	answering: group(
		'Svar til ansøgere',
		'Lad et felt stå tomt, til projektlederen har bestemt det.',
		{
			who: unknown(
				'line',
				'Hvem svarer?',
				'Et navn eller en titel med stort begyndelsesbogstav. Tomt betyder projektlederen.',
			),
			within: unknown(
				'line',
				'Inden for hvor lang tid?',
				'Fx "14 dage". Tomt betyder, at webstedet intet lover.',
			),
		},
	),
	mailboxes: group(
		'Postkasser',
		'Fælles postkasser, ikke en persons egen: Adresserne kan læses af alle.',
		{
			alarms: unknown(
				'email',
				'Alarmer',
				'Får besked, når en ansøgning ikke kommer frem. Må ikke høre til samme domæne som projektlederens e-mail. Er feltet tomt, kan man ikke ansøge.',
			),
			security: unknown(
				'email',
				'Sikkerhed',
				`Får besked, når nogen finder et hul i webstedet. Står på ${paths.security}.`,
			),
		},
	),
	closed: unknown(
		'text',
		'Luk for ansøgninger',
		'Skriv, hvad man skal læse i stedet for formularen. Lad feltet stå tomt, så længe man skal kunne ansøge.',
	),
	mail: group('Udsendelse af e-mail', undefined, {
		perDay: unknownYet(
			z.number(number).check(z.int(number), z.positive(number)).register(descriptions, {
				kind: 'number',
				label: 'E-mails om dagen',
				hint: 'Hvor mange e-mails mailtjenesten sender på en dag, fx 100. Lad feltet stå tomt, hvis der ikke er nogen grænse.',
			}),
		),
	}),
};

export const settingsSchema = z.strictObject(settingsShape).check(
	z.refine(
		({ projectLead, mailboxes }) =>
			mailboxes.alarms === null || !sharesDomain(projectLead.email, mailboxes.alarms),
		{
			path: ['mailboxes', 'alarms'],
			error:
				'Skriv en postkasse på et andet domæne end projektlederens. Så når alarmerne frem, også når projektlederens e-mail ikke virker.',
		},
	),
);

export type Settings = z.infer<typeof settingsSchema>;

/** The label of a setting: "Persondata: Dataansvarlig" for `privacy.controller`. */
export function settingLabel(path: string): string {
	return labelAt(settingsSchema, path.split('.'));
}
