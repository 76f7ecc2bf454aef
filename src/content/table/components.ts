import { either } from '#content/report.ts';

export interface AttributeRule {
	label: string;
	/** `link`: an address on the site or elsewhere; `link-text`: what a link says. One `choice` at most. */
	kind: 'text' | 'link' | 'link-text' | 'choice';
	/** What it is, for the editor; a link and its text have one of their own. */
	hint?: string;
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
	/** Where a link to it leads on its page: the id of the heading that it writes. */
	fragment?: string;
	/** It holds the leaflet's own words, as printed, or writes its sentence about the project lead. */
	leaflet?: 'words' | 'contact';
	/** The setting that it shows, so that nobody writes that by hand. */
	shows?: 'projectLead';
}

/** What an editor may write in a page besides text, under the name that it is written with. */
export const components = {
	KortFortalt: {
		label: 'Kort fortalt',
		does: 'En boks med det vigtigste',
		holds: 'text',
		attributes: {},
		fragment: 'kort-fortalt',
	},
	Folder: {
		label: 'Ord fra folderen',
		does: 'Politiets egne ord fra folderen',
		holds: 'text',
		attributes: {},
		leaflet: 'words',
	},
	FolderKontakt: {
		label: 'Folderens kontakt',
		does: 'Folderens sætning om projektlederen',
		holds: 'nothing',
		attributes: {},
		leaflet: 'contact',
	},
	NaesteSkridt: {
		label: 'Næste skridt',
		does: 'Links til det næste, nederst på siden',
		holds: 'text',
		attributes: {},
		fragment: 'naeste-skridt',
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
		shows: 'projectLead',
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
	Praktisk: {
		label: 'Det, man spørger om',
		does: 'Spørgsmål og svar fra indstillingerne',
		holds: 'nothing',
		attributes: {},
		fragment: 'praktisk',
	},
	Tilgaengelighedserklaering: {
		label: 'Tilgængelighedserklæring',
		does: 'Link til tilgængelighedserklæringen',
		holds: 'nothing',
		attributes: {},
	},
} as const satisfies Record<string, ComponentRule>;

export type ComponentName = keyof typeof components;

const rules: Readonly<Record<string, ComponentRule>> = components;

export const componentNames = Object.keys(components);

/** A rule as it may be asked about any name. */
export function componentRule(name: string | null): ComponentRule | undefined {
	return name !== null && Object.hasOwn(rules, name) ? rules[name] : undefined;
}

/** Every component, as the table may be walked through. */
export const componentRules = Object.entries(rules);

/** The component that has something that no other has. */
export function componentNamed(has: (rule: ComponentRule) => boolean): string | undefined {
	return componentRules.find(([, rule]) => has(rule))?.[0];
}

/** How a component is called where an editor reads of it: as in the form, or as in the file. */
export function calledInText(name: string): string {
	return either(`"${componentRule(name)?.label ?? name}"`, name);
}

/** How a component is written, with a gap for each of its values. */
export function writtenAs(name: string): string {
	const { attributes = {}, holds } = componentRule(name) ?? {};
	const values = Object.keys(attributes).map((attribute) => ` ${attribute}="…"`);
	return `<${name}${values.join('')}${holds === 'nothing' ? ' /' : ''}>`;
}
