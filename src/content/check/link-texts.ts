import type { Examples, PageRule } from '#content/check/rule.ts';
import { linksIn } from '#content/links.ts';

const saysNothing =
	/^(klik|tryk|læs|se|find|hent)?\s*(her|mere|link|videre|dette|siden|denne side)?( her)?$/;

/** A link says where it leads; some go through a page from link to link. */
export const linkTexts: PageRule = ({ tree }, tell) => {
	for (const { node, text } of linksIn(tree)) {
		if (text === undefined) continue;
		const words = text
			.trim()
			.toLowerCase()
			.replace(/[.:!>»→…]+$/, '')
			.trim();
		if (words === '') {
			tell(node, 'Et link har ingen tekst.', 'Skriv, hvad man finder på siden.');
		} else if (saysNothing.test(words)) {
			tell(
				node,
				`Linkets tekst "${text.trim()}" siger ikke, hvor det fører hen.`,
				'Skriv, hvad man finder på siden, fx "Læs om aftalen".',
			);
		} else if (/^(https?:\/\/|www\.)\S+$/.test(words)) {
			tell(
				node,
				'Linkets tekst er en internetadresse.',
				'Skriv i stedet, hvad man finder på siden.',
			);
		}
	}
};

export const examples: Examples = {
	good: ['[Spørg projektlederen](/kontakt/)'],
	bad: [
		'[Klik her](/kontakt/)',
		'[](/kontakt/)',
		'[https://politi.dk](https://politi.dk)',
		'<Knap tekst="Læs mere" adresse="/ansoeg/" />',
	],
};
