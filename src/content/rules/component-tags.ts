import { visit } from 'unist-util-visit';
import { mistakesBySchema } from '#content/data.ts';
import { isElement } from '#content/mdx.ts';
import { signMessage } from '#content/rules/marks.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { componentNamed, componentNames } from '#content/schema/components.ts';

/** Each tag is one of the components, with its attributes. A component that holds a text is not empty. */
export const components: PageRule = ({ tree, body, unreadable }, report) => {
	for (const { offset, found } of unreadable)
		report(body.slice(0, offset).split('\n').length, messageAbout(found));
	visit(tree, (element) => {
		if (!isElement(element)) return;
		const { name, children } = element;
		const component = componentNamed(name);
		if (!component) {
			report(element, noComponent(name ?? ''));
			return;
		}
		const { label, holds, attributes } = component;
		const values: Record<string, unknown> = {};
		for (const each of element.attributes) {
			// A value in braces is code.
			const isText = each.type === 'mdxJsxAttribute' && typeof each.value !== 'object';
			values['name' in each ? each.name : '{…}'] = isText ? each.value : {};
		}
		for (const [, message] of mistakesBySchema(values, attributes, label)) report(element, message);
		if (holds === 'text' && children.length === 0)
			report(element, `Byggeklodsen "${label}" er tom. Skriv en tekst i den, eller slet den.`);
	});
};

/** The message about a tag, or a single character, that cannot be parsed. */
function messageAbout(found: string): string {
	const [, name = ''] = /^<\/?([\w.-]*)/.exec(found) ?? [];
	const component = componentNamed(name);
	if (component) {
		const tags =
			component.holds === 'text' ? `<${name}> over teksten og </${name}> under den` : `<${name} />`;
		return `Byggeklodsen "${component.label}" er ikke skrevet rigtigt. Slet den, og sæt den ind igen. I filen skriver man ${tags}, hver på sin egen linje og med lige anførselstegn.`;
	}
	return /^<\/?[a-z][^<>]*>/i.test(found) ? noComponent(name) : signMessage(found.charAt(0));
}

function noComponent(name: string): string {
	return /^[A-ZÆØÅ]/.test(name)
		? `"${name}" er ikke en byggeklods. Byggeklodserne hedder ${componentNames.join(', ')}.`
		: `Der står HTML i teksten: <${name}>. Slet det. Brug knapperne Fed, Kursiv og Link.`;
}

export const examples: Examples = {
	good: [
		'<Projektleder />\n\n<Knap tekst="Se kommunerne" adresse="/" />\n\n<Folder>\n\nOrd.\n\n</Folder>',
	],
	bad: [
		'<Boks />\n\nDet er <b>vigtigt</b>.<br>\n\n<constructor>\n\nHej.\n\n</constructor>',
		'<RingOp stor="ja" />\n\n<Knap tekst="Se kommunerne" adresse="/" farve="rød" />\n\n<Kommuner {...x} />',
		'<Knap tekst={navn} adresse="/ansoeg/" />\n\n<Knap tekst="Ansøg nu" />\n\n<Knap tekst="" adresse="/ansoeg/" />',
		'<Oplysning navn="alder" />\n\n<KortFortalt>\n\n</KortFortalt>',
		'Børn <3 år.\n\nPrisen er <hundrede kroner.\n\n<!-- husk -->\n\nSkriv { her.',
		...['<Projektleder>\n\nTekst.', '<KortFortalt>\n\n- Noget.', 'Tekst.\n\n</KortFortalt>'],
		'<KortFortalt>\n\n<NaesteSkridt>\n\nTekst.\n\n</KortFortalt>\n\n</NaesteSkridt>',
	],
};
