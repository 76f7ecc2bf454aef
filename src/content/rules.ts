/**
 * The one table of what may stand in `content/`: fields, limits, patterns and components, with the Danish
 * words that an editor sees. The check, the schemas and the editor's forms are all made from it.
 */

/** A form that a text must have, and what to say when it has another one. */
export interface Form {
	pattern: RegExp;
	message: string;
}

export const forms = {
	email: {
		pattern: /^[\w.+-]+@[a-zæøå\d-]+(\.[a-zæøå\d-]+)+$/i,
		message: 'Skriv e-mailen som navn@eksempel.dk.',
	},
	phone: {
		pattern: /^\+[1-9]\d{6,14}$/,
		message: 'Skriv nummeret med landekode og uden mellemrum, fx +4512345678.',
	},
	shortNumber: { pattern: /^\d{3}$/, message: 'Skriv nummeret med tre cifre.' },
	webAddress: {
		pattern: /^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/,
		message: 'Skriv hele adressen. Den begynder med https://.',
	},
	repository: {
		pattern: /^[\w.-]+\/[\w.-]+$/,
		message: 'Skriv projektets ejer og navn på GitHub med en skråstreg imellem.',
	},
} as const satisfies Record<string, Form>;

export interface PageField {
	label: string;
	hint: string;
	kind: 'line' | 'number';
	required: boolean;
	/** Most characters of a line, or the highest number. */
	max: number;
}

/** The lines on top of a page, in the order in which they stand. */
export const pageFields = {
	title: {
		label: 'Overskrift',
		hint: 'Sidens overskrift. Den står også på fanen i browseren.',
		kind: 'line',
		required: true,
		max: 80,
	},
	intro: {
		label: 'Indledning',
		hint: 'En eller to sætninger under overskriften.',
		kind: 'line',
		required: true,
		max: 200,
	},
	description: {
		label: 'Beskrivelse',
		hint: 'Det, man ser i en søgemaskine, og når nogen deler siden.',
		kind: 'line',
		required: true,
		max: 200,
	},
	menu: {
		label: 'Navn i menuen',
		hint: 'Et kort navn. Lad feltet stå tomt, hvis siden ikke skal være i menuen.',
		kind: 'line',
		required: false,
		max: 20,
	},
	order: {
		label: 'Plads i menuen',
		hint: 'Skriv 1 for den første plads. Udfyld kun feltet, hvis siden har et navn i menuen.',
		kind: 'number',
		required: false,
		max: 99,
	},
	note: {
		label: 'Besked til kolleger',
		hint: 'Beskeden bliver ikke vist på siden.',
		kind: 'line',
		required: false,
		max: 200,
	},
} as const satisfies Record<string, PageField>;

export type PageFieldName = keyof typeof pageFields;

/** Menu and order only make sense together. */
export const menuNeedsOrder = 'Skriv både "menu" og "order", eller ingen af dem.';

interface Labelled {
	label: string;
	hint?: string;
}

export interface TextSetting extends Labelled {
	kind: 'text';
	form?: keyof typeof forms;
	/** May be `null`: nobody knows it yet. */
	unknownYet?: true;
	/** The same in the whole country: shown to the editor, and not to be changed there. */
	fixed?: true;
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

/** The settings of the site, in the order in which they stand. */
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
				hint: 'Med landekode og uden mellemrum, fx +4512345678.',
				form: 'phone',
			},
		},
	},
	emergency: {
		kind: 'group',
		label: 'Alarmnummer',
		fields: {
			number: { kind: 'text', label: 'Nummer', form: 'shortNumber', fixed: true },
			name: { kind: 'text', label: 'Navn', fixed: true },
		},
	},
	service: {
		kind: 'group',
		label: 'Politiets servicenummer',
		fields: {
			number: { kind: 'text', label: 'Nummer', form: 'shortNumber', fixed: true },
			name: { kind: 'text', label: 'Navn', fixed: true },
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
	editing: {
		kind: 'group',
		label: 'Redigering',
		fields: {
			link: {
				kind: 'choice',
				label: '"Ret denne side" nederst på siderne',
				choices: { editor: 'Åbner editoren', github: 'Åbner filen på GitHub' },
				hint: 'Vælg ingenting, hvis linket ikke skal være der.',
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
} as const satisfies SettingFields;

export interface AttributeRule {
	label: string;
	/** `link`: an address on the site or elsewhere; `link-text`: what a link says. */
	kind: 'link' | 'link-text' | 'choice';
	choices?: readonly string[];
}

export interface ComponentRule {
	label: string;
	/** What it does, for the guide and the editor. */
	does: string;
	/** Whether it is put around a text or stands for itself. */
	holds: 'text' | 'nothing';
	/** Components that it may stand in; each may also stand in the page itself. */
	inside?: readonly string[];
	attributes: Readonly<Record<string, AttributeRule>>;
}

/** What an editor may write in a page besides text, under the name that it is written with. */
export const components = {
	KortFortalt: {
		label: 'Kort fortalt',
		does: 'En boks med det vigtigste',
		holds: 'text',
		attributes: {},
	},
	Folder: {
		label: 'Ord fra folderen',
		does: 'Politiets egne ord fra folderen',
		holds: 'text',
		attributes: {},
	},
	FolderKontakt: {
		label: 'Folderens kontakt',
		does: 'Folderens sætning om projektlederen',
		holds: 'nothing',
		attributes: {},
	},
	NaesteSkridt: {
		label: 'Næste skridt',
		does: 'Links til det næste, nederst på siden',
		holds: 'text',
		attributes: {},
	},
	Knap: {
		label: 'Knap',
		does: 'En knap med et link',
		holds: 'nothing',
		inside: ['NaesteSkridt'],
		attributes: {
			tekst: { label: 'Tekst', kind: 'link-text' },
			adresse: { label: 'Adresse', kind: 'link' },
		},
	},
	Projektleder: {
		label: 'Projektleder',
		does: 'Projektlederens navn, telefon og e-mail',
		holds: 'nothing',
		attributes: {},
	},
	RingOp: {
		label: 'Ring op',
		does: '112 og 114 i to store felter',
		holds: 'nothing',
		attributes: {},
	},
	Kommuner: {
		label: 'Kommuner',
		does: 'Kommunerne i politikredsen',
		holds: 'nothing',
		attributes: {},
	},
	Oplysning: {
		label: 'Oplysning om persondata',
		does: 'Et svar om persondata fra indstillingerne',
		holds: 'nothing',
		attributes: {
			navn: {
				label: 'Hvilken oplysning?',
				kind: 'choice',
				choices: [
					'dataansvarlig',
					'databeskyttelsesrådgiver',
					'retsgrundlag',
					'modtagere',
					'opbevaring',
					'registeropslag',
				],
			},
		},
	},
	Tilgaengelighedserklaering: {
		label: 'Tilgængelighedserklæring',
		does: 'Link til tilgængelighedserklæringen',
		holds: 'nothing',
		attributes: {},
	},
} as const satisfies Record<string, ComponentRule>;

export type ComponentName = keyof typeof components;

/** A rule as it may be asked about any name. */
export function componentRule(name: string | null): ComponentRule | undefined {
	const rules: Record<string, ComponentRule> = components;
	return name !== null && Object.hasOwn(rules, name) ? rules[name] : undefined;
}
