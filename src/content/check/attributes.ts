import type { Examples, PageRule } from '#content/check/rule.ts';
import { elementsIn } from '#content/mdx.ts';
import { either, inFile } from '#content/report.ts';
import {
	type AttributeRule,
	calledInText,
	componentRule,
	writtenAs,
} from '#content/table/components.ts';

/** A component has what it takes, and nothing else. */
export const attributes: PageRule = ({ tree }, tell) => {
	for (const { element } of elementsIn(tree)) {
		const { name } = element;
		const rules = componentRule(name)?.attributes;
		if (name === null || !rules) continue;
		const told = (what: string, mend: string) => tell(element, what, mend);
		const written = element.attributes.flatMap((each) =>
			each.type === 'mdxJsxAttribute' ? [each] : [],
		);
		for (const { name: attribute, value } of written) {
			const rule = rules[attribute];
			if (!rule) {
				const known = Object.keys(rules);
				told(
					`Byggeklodsen ${calledInText(name)} har intet, der hedder "${attribute}".`,
					known.length > 0 ? `Brug kun ${known.join(' og ')}.` : `Skriv kun ${writtenAs(name)}.`,
				);
			} else if (value === null || value === undefined || typeof value === 'string') {
				checkValue(name, attribute, rule, value ?? '', told);
			}
		}
		for (const [attribute, { label }] of Object.entries(rules)) {
			if (written.some((each) => each.name === attribute)) continue;
			told(
				`Byggeklodsen ${calledInText(name)} mangler "${label}"${inFile(` (${attribute})`)}.`,
				either('Skriv det.', `Skriv ${attribute}="…" i den.`),
			);
		}
	}
};

function checkValue(
	name: string,
	attribute: string,
	{ label, choices }: AttributeRule,
	value: string,
	tell: (what: string, mend: string) => void,
): void {
	if (choices && !choices.includes(value)) {
		tell(
			`"${value}" kan ikke vælges i byggeklodsen ${calledInText(name)}.`,
			`Vælg en af disse: ${choices.join(', ')}.`,
		);
	} else if (value.trim() === '') {
		tell(
			`Byggeklodsen ${calledInText(name)} har intet i "${label}"${inFile(` (${attribute})`)}.`,
			either('Skriv det.', `Skriv ${attribute}="…" med en tekst mellem de to ".`),
		);
	}
}

export const examples: Examples = {
	good: ['<Knap tekst="Se kommunerne" adresse="/" />'],
	bad: [
		'<Knap tekst="Se kommunerne" adresse="/" farve="rød" />',
		'<Knap tekst="Ansøg nu" />',
		'<Knap tekst="" adresse="/ansoeg/" />',
		'<Oplysning navn="alder" />',
	],
};
