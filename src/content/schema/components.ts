import * as z from 'zod/mini';
import { choice, type Schema, text } from '#content/schema/field.ts';

export interface Component {
	label: string;
	/** What it does, for the guide and the editor. */
	does: string;
	/** Whether it is put around a text or stands for itself. */
	holds: 'text' | 'nothing';
	/** Components that it may stand in; each may also stand in the page itself. */
	inside?: readonly string[];
	/** What it takes; `fieldsOf` gives the fields of its form. */
	attributes: Schema;
	/** Where a link to it leads on its page: the id of the heading that it writes. */
	fragment?: string;
	/** It holds the leaflet's own words, as printed, or writes its sentence about the project lead. */
	leaflet?: 'words' | 'contact';
	/** The setting that it shows, so that nobody writes that by hand. */
	shows?: 'projectLead';
}

const none = z.strictObject({});

/** How an address is written in a form. */
export const howToLink =
	'Skriv /navnet/ på en af vores egne sider, eller hele adressen med https:// foran.';

/** What an editor may write in a page besides text, under the name that it is written with. */
export const components = {
	KortFortalt: {
		label: 'Kort fortalt',
		does: 'En boks med det vigtigste',
		holds: 'text',
		attributes: none,
		fragment: 'kort-fortalt',
	},
	Folder: {
		label: 'Ord fra folderen',
		does: 'Politiets egne ord fra folderen',
		holds: 'text',
		attributes: none,
		leaflet: 'words',
	},
	FolderKontakt: {
		label: 'Folderens kontakt',
		does: 'Folderens sætning om projektlederen',
		holds: 'nothing',
		attributes: none,
		leaflet: 'contact',
	},
	NaesteSkridt: {
		label: 'Næste skridt',
		does: 'Links til det næste, nederst på siden',
		holds: 'text',
		attributes: none,
		fragment: 'naeste-skridt',
	},
	Knap: {
		label: 'Knap',
		does: 'En knap med et link',
		holds: 'nothing',
		inside: ['NaesteSkridt'],
		attributes: z.strictObject({
			tekst: text('Tekst', 'Skriv, hvad man finder på siden.', 'link-text'),
			adresse: text('Adresse', howToLink, 'link'),
		}),
	},
	Projektleder: {
		label: 'Projektleder',
		does: 'Projektlederens navn, telefon og e-mail',
		holds: 'nothing',
		attributes: none,
		shows: 'projectLead',
	},
	RingOp: {
		label: 'Ring op',
		does: '112 og 114 i to store felter',
		holds: 'nothing',
		attributes: none,
	},
	Kommuner: {
		label: 'Kommuner',
		does: 'Kommunerne i politikredsen',
		holds: 'nothing',
		attributes: none,
	},
	Oplysning: {
		label: 'Oplysning om persondata',
		does: 'Et svar om persondata fra indstillingerne',
		holds: 'nothing',
		attributes: z.strictObject({
			navn: choice('Hvilken oplysning?', {
				dataansvarlig: 'dataansvarlig',
				databeskyttelsesrådgiver: 'databeskyttelsesrådgiver',
				retsgrundlag: 'retsgrundlag',
				modtagere: 'modtagere',
				opbevaring: 'opbevaring',
				registeropslag: 'registeropslag',
			}),
		}),
	},
	Praktisk: {
		label: 'Det, man spørger om',
		does: 'Spørgsmål og svar fra indstillingerne',
		holds: 'nothing',
		attributes: none,
		fragment: 'praktisk',
	},
	Tilgaengelighedserklaering: {
		label: 'Tilgængelighedserklæring',
		does: 'Link til tilgængelighedserklæringen',
		holds: 'nothing',
		attributes: none,
	},
} as const satisfies Record<string, Component>;

export type ComponentName = keyof typeof components;

const all: Readonly<Record<string, Component>> = components;

/** Every component under its name, as the table may be walked through. */
export const componentEntries: readonly [string, Component][] = Object.entries(all);
export const componentNames = Object.keys(all);

/** A component as it may be asked for by any name. */
export function componentNamed(name: string | null): Component | undefined {
	return name !== null && Object.hasOwn(all, name) ? all[name] : undefined;
}
