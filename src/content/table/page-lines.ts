import { inFile } from '#content/report.ts';

export interface PageField {
	label: string;
	hint: string;
	/** `address`: where a page of the site is. */
	kind: 'line' | 'number' | 'address';
	required: boolean;
	/** Most characters, or the highest number. */
	max: number;
	/** Whether readers of the site never see it. */
	hidden?: true;
}

/**
 * The lines on top of a page, in the order in which they stand. To add one, describe it here: the schema
 * and its type, the check and the editor's form follow.
 */
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
		hint: 'Pladsen gælder kun, når siden har et navn i menuen.',
		kind: 'number',
		required: false,
		max: 99,
	},
	leadsTo: {
		label: 'Fjern siden',
		hint: 'Skal siden væk fra webstedet, så vælg, hvor dens adresse skal føre hen. Så går ingen forgæves.',
		kind: 'address',
		required: false,
		max: 100,
		hidden: true,
	},
	note: {
		label: 'Besked til kolleger',
		hint: 'Beskeden bliver ikke vist på siden.',
		kind: 'line',
		required: false,
		max: 200,
		hidden: true,
	},
} as const satisfies Record<string, PageField>;

export type PageFieldName = keyof typeof pageFields;

export const pageFieldNames = Object.keys(pageFields) as PageFieldName[];

/** A line's description, as any of them may be asked. */
export function pageField(name: PageFieldName): PageField {
	return pageFields[name];
}

/** How a line is called where an editor reads of it: as in the form, and for who has the file, as there too. */
export function called(name: PageFieldName): string {
	return `"${pageFields[name].label}"${inFile(` (${name})`)}`;
}

/** Menu and order only make sense together. */
export const menuNeedsOrder = `Udfyld både ${called('menu')} og ${called('order')}, eller ingen af dem.`;

/** An address that a page of the site can have. */
export const ownAddress = {
	pattern: /^\/([a-z\d]+(-[a-z\d]+)*\/)?$/,
	message: 'Skriv adressen som /navnet/ med små bogstaver fra a til z, tal og bindestreg.',
};
