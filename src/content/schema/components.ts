import * as z from 'zod/mini';
import { choice, type Schema, text } from '#content/schema/field.ts';

export interface Component {
	label: string;
	holds: 'text' | 'nothing';
	attributes: Schema;
	/** The components that may contain it. A page may contain every component. */
	inside?: readonly string[];
}

export const howToLink =
	'Et link kan føre til /navnet/ på en af vores sider, https://…, tel:+4512345678 eller mailto:navn@eksempel.dk.';

const around = { holds: 'text', attributes: z.strictObject({}) } as const;
const alone = { holds: 'nothing', attributes: z.strictObject({}) } as const;

/** The components that pages may contain. */
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
			tekst: text('link-text', 'Tekst', 'Skriv, hvad man finder på siden.'),
			adresse: text('link', 'Adresse', howToLink),
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

export const componentEntries: readonly [string, Component][] = Object.entries(all);
export const componentNames = Object.keys(all);

export function componentNamed(name: string | null): Component | undefined {
	return name !== null && Object.hasOwn(all, name) ? all[name] : undefined;
}

/** The components that may be inside another one. */
export function componentsInside(name: string): string[] {
	return componentEntries.filter(([, { inside }]) => inside?.includes(name)).map(([each]) => each);
}

/** The components with the leaflet's own words, and with its sentence about the project lead. */
export const leafletWords: ComponentName = 'Folder';
export const leafletContact: ComponentName = 'FolderKontakt';
