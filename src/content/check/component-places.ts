import { visit } from 'unist-util-visit';
import type { Examples, PageRule } from '#content/check/rule.ts';
import { elementsIn, isElement } from '#content/mdx.ts';
import { either } from '#content/report.ts';
import { calledInText, componentRule } from '#content/table/components.ts';

/** A component stands on a line of its own, in what may hold it, with a text in it or none. */
export const componentPlaces: PageRule = ({ tree }, tell) => {
	for (const { element, parent } of elementsIn(tree)) {
		const { name, children } = element;
		const rule = componentRule(name);
		if (name === null || !rule) continue;
		const called = calledInText(name);
		const outer = parent && isElement(parent) ? parent.name : null;
		if (element.type === 'mdxJsxTextElement') {
			tell(
				element,
				`Byggeklodsen ${called} står midt i en tekst.`,
				'Skriv den på en linje for sig selv, med en tom linje før og efter.',
			);
		} else if (outer !== null && componentRule(outer) && !rule.inside?.includes(outer)) {
			tell(
				element,
				`Byggeklodsen ${called} kan ikke stå inde i ${calledInText(outer)}.`,
				either('Flyt den ud under kassen.', `Flyt den ud, så den står efter </${outer}>.`),
			);
		} else if (parent?.type === 'listItem') {
			tell(
				element,
				`Byggeklodsen ${called} står i en liste.`,
				'Flyt den ud af listen, helt ud til venstre.',
			);
		}
		if (rule.holds === 'text' && children.length === 0) {
			tell(
				element,
				`Byggeklodsen ${called} er tom.`,
				either(
					'Skriv en tekst i den, eller slet den.',
					`Skriv en tekst mellem <${name}> og </${name}>, eller slet den.`,
				),
			);
		}
		if (rule.holds === 'nothing' && children.length > 0) {
			tell(
				element,
				`Byggeklodsen ${called} kan ikke have tekst i sig.`,
				either('Flyt teksten ud.', `Skriv <${name} /> og flyt teksten ud.`),
			);
		}
		visit(element, 'heading', (heading) =>
			tell(
				heading,
				`Der står en overskrift inde i byggeklodsen ${called}.`,
				'Flyt den ud, eller vælg Afsnit i stedet for Overskrift.',
			),
		);
	}
};

export const examples: Examples = {
	good: ['<KortFortalt>\n\n- Noget.\n\n</KortFortalt>\n\n<Kommuner />'],
	bad: [
		'Ring til <Projektleder /> i dag.',
		'<KortFortalt>\n\n<Projektleder />\n\n</KortFortalt>',
		'- Et punkt\n\n    <Projektleder />',
		'<KortFortalt>\n\n</KortFortalt>',
		'<Kommuner>\n\nTekst.\n\n</Kommuner>',
		'<KortFortalt>\n\n## Vigtigt\n\n</KortFortalt>',
	],
};
