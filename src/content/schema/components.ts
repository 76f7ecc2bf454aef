import * as z from 'zod/mini';
import { choice, type Schema, text } from '#content/schema/field.ts';

export interface Component {
	label: string;
	/** Whether it is put around a text or stands for itself. */
	holds: 'text' | 'nothing';
	/** What it takes; `fieldsOf` gives the fields of its form. */
	attributes: Schema;
	/** Components that it may stand in; each may also stand in the page itself. */
	inside?: readonly string[];
}

/** How an address is written in a form. */
export const howToLink =
	'Et link kan føre til /navnet/ på en af vores sider, https://…, tel:+4512345678 eller mailto:navn@eksempel.dk.';

const around = { holds: 'text', attributes: z.strictObject({}) } as const;
const alone = { holds: 'nothing', attributes: z.strictObject({}) } as const;

/** What an editor may write in a page besides text, under the name that it is written with. */
export const components = {
	KortFortalt: { ...around, label: 'Kort fortalt' },
	Folder: { ...around, label: 'Ord fra folderen' },
	FolderKontakt: { ...alone, label: 'Folderens kontakt' },
	NaesteSkridt: { ...around, label: 'Næste skridt' },
	Knap: {
		...alone,
		label: 'Knap',
		inside: ['NaesteSkridt'],
		attributes: z.strictObject({
			tekst: text('Tekst', 'Skriv, hvad man finder på siden.', 'link-text'),
			adresse: text('Adresse', howToLink, 'link'),
		}),
	},
	Projektleder: { ...alone, label: 'Projektleder' },
	RingOp: { ...alone, label: 'Ring op' },
	Kommuner: { ...alone, label: 'Kommuner' },
	Oplysning: {
		...alone,
		label: 'Oplysning om persondata',
		attributes: z.strictObject({
			navn: choice('Hvilken oplysning?', undefined, {
				dataansvarlig: 'dataansvarlig',
				databeskyttelsesrådgiver: 'databeskyttelsesrådgiver',
				retsgrundlag: 'retsgrundlag',
				modtagere: 'modtagere',
				tredjelande: 'tredjelande',
				opbevaring: 'opbevaring',
				registeropslag: 'registeropslag',
			}),
		}),
	},
	Praktisk: { ...alone, label: 'Det, man spørger om' },
	Tilgaengelighedserklaering: { ...alone, label: 'Tilgængelighedserklæring' },
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

/** The component with the leaflet's own words, and the one that writes its sentence about the project lead. */
export const leafletWords: ComponentName = 'Folder';
export const leafletContact: ComponentName = 'FolderKontakt';
