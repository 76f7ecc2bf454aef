import * as z from 'zod/mini';
import { sharesDomain } from '#application/asking/domain.ts';
import {
	choice,
	described,
	email,
	formed,
	group,
	phone,
	text,
	unknownYet,
	url,
} from '#content/schema/field.ts';
import { paths } from '#site/paths.ts';

const marked = 'Lad feltet stå tomt, til I kender svaret. Så står der "Mangler" på siden.';
const unmarked = 'Lad et felt stå tomt, til I kender svaret. Så står der intet om det på siden.';

/**
 * The settings of the site, in the order in which they stand in the file and the form. To add one, describe it
 * here: its type, its check and its field in the form follow. What is `unknownYet` needs no value in the file.
 */
export const settingsSchema = z
	.strictObject({
		name: text('Webstedets navn', undefined, 'line'),
		district: text('Politikredsens navn', undefined, 'line'),
		authority: group('Myndigheden', {
			name: text('Navn', undefined, 'line'),
			url: url('Adresse på politi.dk'),
		}),
		municipalities: described(
			z.array(text('Kommune'), 'Skriv mindst ét navn.').check(
				z.minLength(1, 'Skriv mindst ét navn.'),
				z.refine((names) => new Set(names).size === names.length, 'Skriv hvert navn én gang.'),
			),
			{
				kind: 'list',
				label: 'Kommuner',
				hint: 'Kommunerne i politikredsen. Man vælger mellem dem i ansøgningen.',
			},
		),
		projectLead: group(
			'Projektleder',
			{
				name: text('Navn', undefined, 'line'),
				title: text('Titel', 'Med lille begyndelsesbogstav.', 'line'),
				email: email('E-mail', 'Ansøgningerne bliver sendt hertil.'),
				phone: phone('Telefon', 'Fx 12 34 56 78. Et udenlandsk nummer har + og landekode foran.'),
			},
			'Står på alle sider og får ansøgningerne.',
		),
		accessibilityStatement: unknownYet(
			url('Tilgængelighedserklæringens adresse', `Adressen på was.digst.dk. ${marked}`),
		),
		privacy: group(
			'Persondata',
			{
				controller: unknownYet(text('Dataansvarlig', 'Navn og kontaktoplysninger.')),
				dataProtectionOfficer: unknownYet(text('Databeskyttelsesrådgiver', 'Kontaktoplysninger.')),
				legalBasis: unknownYet(text('Retsgrundlag')),
				recipients: unknownYet(
					text('Modtagere', 'Andre, der modtager oplysningerne, og databehandlere.'),
				),
				retention: unknownYet(text('Opbevaring', 'Hvor længe ansøgninger bliver gemt.')),
				registerCheck: unknownYet(
					text('Opslag i registre', 'Om politiet slår ansøgere op i registre.'),
				),
			},
			marked,
		),
		practical: group(
			'Det, man spørger om',
			{
				pay: unknownYet(text('Får man penge for det?')),
				age: unknownYet(text('Hvor gammel skal man være?')),
				time: unknownYet(text('Hvor lang tid bruger man på det?')),
				leaving: unknownYet(text('Kan man holde op igen?')),
				informing: unknownYet(text('Er man politiets meddeler?')),
			},
			unmarked,
		),
		editing: group('Redigering', {
			link: unknownYet(
				choice(
					'Linket nederst på siderne',
					{ editor: 'Åbner editoren', github: 'Åbner filen på GitHub' },
					'Linket hedder "Ret denne side". Vælg ingenting, hvis det ikke skal være der.',
				),
			),
			repository: unknownYet(
				formed(
					/^[\w.-]+\/[\w.-]+$/,
					'Skriv projektets ejer og navn på GitHub med en skråstreg imellem.',
					{
						kind: 'repository',
						label: 'Projektet på GitHub',
						hint: 'Ejer og navn med en skråstreg imellem. Spørg den, der passer webstedet.',
					},
				),
			),
		}),
		answering: group(
			'Svar til ansøgere',
			{
				who: unknownYet(
					text(
						'Hvem svarer?',
						'Et navn eller en titel med stort begyndelsesbogstav. Tomt betyder projektlederen.',
						'line',
					),
				),
				within: unknownYet(
					text(
						'Inden for hvor lang tid?',
						'Fx "14 dage". Tomt betyder, at siden intet lover.',
						'line',
					),
				),
			},
			'Lad et felt stå tomt, til projektlederen har bestemt det.',
		),
		mailboxes: group(
			'Postkasser',
			{
				alarms: unknownYet(
					email(
						'Alarmer',
						'Får besked, når en ansøgning ikke kommer frem. Må ikke høre til samme domæne som projektlederens e-mail. Er feltet tomt, kan man ikke ansøge.',
					),
				),
				security: unknownYet(
					email(
						'Sikkerhed',
						`Får besked, når nogen finder et hul i webstedet. Står på ${paths.security}.`,
					),
				),
			},
			'Fælles postkasser, ikke en persons egen: Adresserne kan læses af alle.',
		),
		mail: group('Udsendelse af e-mail', {
			perDay: unknownYet(
				described(
					z
						.number('Skriv et helt tal, fx 100.')
						.check(z.int('Skriv et helt tal, fx 100.'), z.positive('Skriv et tal over 0.')),
					{
						kind: 'number',
						label: 'E-mails om dagen',
						hint: 'Hvor mange e-mails udbyderen sender på en dag, fx 100. Lad feltet stå tomt, hvis der ikke er nogen grænse.',
					},
				),
			),
		}),
	})
	.check(
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
