import { troublesWith } from '#content/data.ts';
import { elementsIn } from '#content/mdx.ts';
import type { Said } from '#content/report.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { componentNamed, componentNames } from '#content/schema/components.ts';

/** What stands between < and > is one of the components, with what it takes, and with a text in it or none. */
export const components: PageRule = ({ tree }, tell) => {
	for (const { element } of elementsIn(tree)) {
		const { name, children } = element;
		const component = componentNamed(name);
		if (!component) {
			tell(element, ...noComponent(name ?? ''));
			continue;
		}
		const { label, holds, attributes } = component;
		const values: Record<string, unknown> = {};
		for (const each of element.attributes) {
			// A value in braces is code, and so none.
			const isText = each.type === 'mdxJsxAttribute' && typeof each.value !== 'object';
			values['name' in each ? each.name : '{…}'] = isText ? each.value : {};
		}
		for (const [, ...said] of troublesWith(values, attributes, label)) tell(element, ...said);
		if (holds === 'text' && children.length === 0)
			tell(element, `Byggeklodsen "${label}" er tom.`, 'Skriv en tekst i den, eller slet den.');
		if (holds === 'nothing' && children.length > 0)
			tell(element, `Byggeklodsen "${label}" kan ikke have tekst i sig.`, 'Flyt teksten ud.');
	}
};

/** What is said of a name that no component has. */
export function noComponent(name: string): Said {
	return /^[A-ZÆØÅ]/.test(name)
		? [`"${name}" er ikke en byggeklods.`, `Byggeklodserne hedder ${componentNames.join(', ')}.`]
		: [`Der står HTML i teksten: <${name}>.`, 'Slet det. Brug knapperne Fed, Kursiv og Link.'];
}

export const examples: Examples = {
	good: [
		'<Projektleder />',
		'<Knap tekst="Se kommunerne" adresse="/" />',
		'<Folder>\n\nOrd.\n\n</Folder>',
	],
	bad: [
		...[
			'<Boks />',
			'<KortFortlat>\n\nHej.\n\n</KortFortlat>',
			'Det er <b>vigtigt</b>.',
			'<RingOp stor="ja" />',
		],
		'<Knap tekst={navn} adresse="/ansoeg/" />\n\n<Kommuner {...x} />',
		'<Knap tekst="Se kommunerne" adresse="/" farve="rød" />',
		...[
			'<Knap tekst="Ansøg nu" />',
			'<Knap tekst="" adresse="/ansoeg/" />',
			'<Oplysning navn="alder" />',
		],
		...['<KortFortalt>\n\n</KortFortalt>', '<Kommuner>\n\nTekst.\n\n</Kommuner>'],
	],
};
