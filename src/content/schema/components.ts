import * as z from 'zod/mini';
import { choice, type Schema, text } from '#content/schema/field.ts';

export interface Component {
	label: string;
	/** What it does, for the guide and the editor. */
	does: string;
	/** Whether it is put around a text or stands for itself. */
	holds: 'text' | 'nothing';
	/** What it takes; `fieldsOf` gives the fields of its form. */
	attributes: Schema;
	/** Components that it may stand in; each may also stand in the page itself. */
	inside?: readonly string[];
	/** Where a link to it leads on its page: the id of the heading that it writes. */
	fragment?: string;
	/** It holds the leaflet's own words, as printed, or writes its sentence about the project lead. */
	leaflet?: 'words' | 'contact';
}

/** How an address is written in a form. */
export const howToLink =
	'Et link kan føre til /navnet/ på en af vores sider, https://…, tel:+4512345678 eller mailto:navn@eksempel.dk.';

const attributes = z.strictObject({});
const around = { holds: 'text', attributes } as const;
const alone = { holds: 'nothing', attributes } as const;
const facts = [
	'dataansvarlig',
	'databeskyttelsesrådgiver',
	'retsgrundlag',
	'modtagere',
	'opbevaring',
	'registeropslag',
];

/** What an editor may write in a page besides text, under the name that it is written with. */
export const components = {
	KortFortalt: {
		...around,
		label: 'Kort fortalt',
		does: 'En boks med det vigtigste',
		fragment: 'kort-fortalt',
	},
	Folder: {
		...around,
		label: 'Ord fra folderen',
		does: 'Politiets egne ord fra folderen',
		leaflet: 'words',
	},
	FolderKontakt: {
		...alone,
		label: 'Folderens kontakt',
		does: 'Folderens sætning om projektlederen',
		leaflet: 'contact',
	},
	NaesteSkridt: {
		...around,
		label: 'Næste skridt',
		does: 'Links til det næste, nederst på siden',
		fragment: 'naeste-skridt',
	},
	Knap: {
		...alone,
		label: 'Knap',
		does: 'En knap med et link',
		inside: ['NaesteSkridt'],
		attributes: z.strictObject({
			tekst: text('Tekst', 'Skriv, hvad man finder på siden.', 'link-text'),
			adresse: text('Adresse', howToLink, 'link'),
		}),
	},
	Projektleder: {
		...alone,
		label: 'Projektleder',
		does: 'Projektlederens navn, telefon og e-mail',
	},
	RingOp: { ...alone, label: 'Ring op', does: '112 og 114 i to store felter' },
	Kommuner: { ...alone, label: 'Kommuner', does: 'Kommunerne i politikredsen' },
	Oplysning: {
		...alone,
		label: 'Oplysning om persondata',
		does: 'Et svar om persondata fra indstillingerne',
		attributes: z.strictObject({
			navn: choice(
				'Hvilken oplysning?',
				undefined,
				Object.fromEntries(facts.map((fact) => [fact, fact])),
			),
		}),
	},
	Praktisk: {
		...alone,
		label: 'Det, man spørger om',
		does: 'Spørgsmål og svar fra indstillingerne',
		fragment: 'praktisk',
	},
	Tilgaengelighedserklaering: {
		...alone,
		label: 'Tilgængelighedserklæring',
		does: 'Link til tilgængelighedserklæringen',
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
