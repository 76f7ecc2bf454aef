import type { FormName } from '#content/table/forms.ts';
import { paths } from '#site/paths.ts';

interface Labelled {
	label: string;
	hint?: string;
}

export interface TextSetting extends Labelled {
	kind: 'text';
	form?: FormName;
	/** May be `null`: nobody knows it yet. */
	unknownYet?: true;
}

export interface ChoiceSetting extends Labelled {
	kind: 'choice';
	choices: Readonly<Record<string, string>>;
	unknownYet?: true;
}

export interface ListSetting extends Labelled {
	kind: 'list';
	/** What one entry is called. */
	item: string;
	/** The form of each entry. */
	form?: FormName;
	/** Whether there may be none. */
	mayBeEmpty?: true;
}

export interface GroupSetting extends Labelled {
	kind: 'group';
	fields: SettingFields;
}

export type SettingField = TextSetting | ChoiceSetting | ListSetting | GroupSetting;
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- a record cannot hold itself
export interface SettingFields {
	readonly [key: string]: SettingField;
}

const unknownHint = 'Lad feltet stå tomt, til I kender svaret. Så står der "Mangler" på siden.';

/**
 * The settings of the site, in the order in which they stand. To add one: describe it here, and write its
 * value in `content/settings/site.json`. The schema and its type, the check and the editor's form follow.
 */
export const settingFields = {
	name: { kind: 'text', label: 'Webstedets navn' },
	district: { kind: 'text', label: 'Politikredsens navn' },
	authority: {
		kind: 'group',
		label: 'Myndigheden',
		fields: {
			name: { kind: 'text', label: 'Navn' },
			url: { kind: 'text', label: 'Adresse på politi.dk', form: 'webAddress' },
		},
	},
	municipalities: {
		kind: 'list',
		label: 'Kommuner',
		item: 'Kommune',
		hint: 'Kommunerne i politikredsen. Man vælger mellem dem i ansøgningen.',
	},
	projectLead: {
		kind: 'group',
		label: 'Projektleder',
		hint: 'Står på alle sider og får ansøgningerne.',
		fields: {
			name: { kind: 'text', label: 'Navn' },
			title: { kind: 'text', label: 'Titel', hint: 'Med lille begyndelsesbogstav.' },
			email: {
				kind: 'text',
				label: 'E-mail',
				hint: 'Ansøgningerne bliver sendt hertil.',
				form: 'email',
			},
			phone: {
				kind: 'text',
				label: 'Telefon',
				hint: 'Fx 12 34 56 78. Et udenlandsk nummer har + og landekode foran.',
				form: 'phone',
			},
		},
	},
	accessibilityStatement: {
		kind: 'text',
		label: 'Tilgængelighedserklæringens adresse',
		hint: `Adressen på was.digst.dk. ${unknownHint}`,
		form: 'webAddress',
		unknownYet: true,
	},
	privacy: {
		kind: 'group',
		label: 'Persondata',
		hint: unknownHint,
		fields: {
			controller: {
				kind: 'text',
				label: 'Dataansvarlig',
				hint: 'Navn og kontaktoplysninger.',
				unknownYet: true,
			},
			dataProtectionOfficer: {
				kind: 'text',
				label: 'Databeskyttelsesrådgiver',
				hint: 'Kontaktoplysninger.',
				unknownYet: true,
			},
			legalBasis: { kind: 'text', label: 'Retsgrundlag', unknownYet: true },
			recipients: {
				kind: 'text',
				label: 'Modtagere',
				hint: 'Andre, der modtager oplysningerne, og databehandlere.',
				unknownYet: true,
			},
			retention: {
				kind: 'text',
				label: 'Opbevaring',
				hint: 'Hvor længe ansøgninger bliver gemt.',
				unknownYet: true,
			},
			registerCheck: {
				kind: 'text',
				label: 'Opslag i registre',
				hint: 'Om politiet slår ansøgere op i registre.',
				unknownYet: true,
			},
		},
	},
	practical: {
		kind: 'group',
		label: 'Det, man spørger om',
		hint: 'Lad et felt stå tomt, til I kender svaret. Så står der intet om det på siden.',
		fields: {
			pay: { kind: 'text', label: 'Får man penge for det?', unknownYet: true },
			age: { kind: 'text', label: 'Hvor gammel skal man være?', unknownYet: true },
			time: { kind: 'text', label: 'Hvor lang tid bruger man på det?', unknownYet: true },
			leaving: { kind: 'text', label: 'Kan man holde op igen?', unknownYet: true },
			informing: { kind: 'text', label: 'Er man politiets meddeler?', unknownYet: true },
		},
	},
	editing: {
		kind: 'group',
		label: 'Redigering',
		fields: {
			link: {
				kind: 'choice',
				label: 'Linket nederst på siderne',
				choices: { editor: 'Åbner editoren', github: 'Åbner filen på GitHub' },
				hint: 'Linket hedder "Ret denne side". Vælg ingenting, hvis det ikke skal være der.',
				unknownYet: true,
			},
			repository: {
				kind: 'text',
				label: 'Projektet på GitHub',
				hint: 'Ejer og navn med en skråstreg imellem. Spørg den, der passer webstedet.',
				form: 'repository',
				unknownYet: true,
			},
		},
	},
	answering: {
		kind: 'group',
		label: 'Svar til ansøgere',
		hint: 'Lad et felt stå tomt, til projektlederen har bestemt det.',
		fields: {
			who: {
				kind: 'text',
				label: 'Hvem svarer?',
				hint: 'Et navn eller en titel med stort begyndelsesbogstav. Tomt betyder projektlederen.',
				unknownYet: true,
			},
			within: {
				kind: 'text',
				label: 'Inden for hvor lang tid?',
				hint: 'Fx "14 dage". Tomt betyder, at siden intet lover.',
				unknownYet: true,
			},
		},
	},
	mailboxes: {
		kind: 'group',
		label: 'Postkasser',
		hint: 'Fælles postkasser, ikke en persons egen: Adresserne kan læses af alle.',
		fields: {
			alarms: {
				kind: 'text',
				label: 'Alarmer',
				hint: 'Får besked, når en ansøgning ikke kommer frem. Må ikke høre til samme domæne som projektlederens e-mail. Er feltet tomt, kan man ikke ansøge.',
				form: 'email',
				unknownYet: true,
			},
			security: {
				kind: 'text',
				label: 'Sikkerhed',
				hint: `Får besked, når nogen finder et hul i webstedet. Står på ${paths.security}.`,
				form: 'email',
				unknownYet: true,
			},
		},
	},
} as const satisfies SettingFields;

type ValueOf<Field extends SettingField> = Field extends GroupSetting
	? ValuesOf<Field['fields']>
	: Field extends ListSetting
		? string[]
		: | (Field extends ChoiceSetting ? keyof Field['choices'] & string : string)
			| (Field extends { unknownYet: true } ? null : never);

type ValuesOf<Fields extends SettingFields> = {
	-readonly [Name in keyof Fields]: ValueOf<Fields[Name]>;
};

export type Settings = ValuesOf<typeof settingFields>;
