import { linksIn } from '#content/links.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';

const saysNothing =
	/^(klik|tryk|læs|se|find|hent)?\s*(her|mere|link|videre|dette|siden|denne side)?( her)?$/i;

/** A link says where it leads; some go through a page from link to link. */
export const linkTexts: PageRule = ({ tree }, tell) => {
	for (const { node, text } of linksIn(tree)) {
		if (text !== undefined && saysNothing.test(text.trim().replace(/\s*[.:!>»→…]+$/, '')))
			tell(
				node,
				`Linkets tekst "${text.trim()}" siger ikke, hvor det fører hen.`,
				'Skriv, hvad man finder på siden, fx "Læs om aftalen".',
			);
	}
};

export const examples: Examples = {
	good: ['[Spørg projektlederen](/kontakt/)'],
	bad: [
		...['[Klik her](/kontakt/)', 'Læs om det [her](/kontakt/).', '[](/kontakt/)', '[Se mere »](/)'],
		...['<Knap tekst="Læs mere" adresse="/ansoeg/" />'],
	],
};
