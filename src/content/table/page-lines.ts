export interface PageField {
	label: string;
	hint: string;
	kind: 'line' | 'number';
	required: boolean;
	/** Most characters of a line, or the highest number. */
	max: number;
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
