import type { Root } from 'mdast';
import type { Tell } from '#content/report.ts';

/** The facts of the settings that a page must not repeat. */
export interface Contacts {
	email: string;
	phone: string;
	/** The numbers for emergencies and service, which stand in texts as they are, and in no other form. */
	short: readonly string[];
}

/**
 * Finds what is written by hand and stands in the settings: it would stay behind when the settings change.
 *
 * @param text the whole file
 * @param tree its body
 * @param before how many lines stand before the body
 */
export function checkContacts(
	text: string,
	tree: Root,
	before: number,
	contacts: Contacts,
	tell: Tell,
): void {
	const leaflets = tree.children.flatMap((node) =>
		node.type === 'mdxJsxFlowElement' && node.name === 'Folder' && node.position
			? [{ start: node.position.start.line + before, end: node.position.end.line + before }]
			: [],
	);
	const phone = written(contacts.phone);
	const short = contacts.short.map((number) => ({
		number,
		hand: new RegExp(`(?<!\\d)${[...number].join('[-–. ]')}(?!\\d)`),
	}));

	for (const [index, content] of text.split('\n').entries()) {
		const line = index + 1;
		const mend =
			line <= before
				? 'Skriv "projektlederen" i stedet.'
				: 'Skriv <Projektleder /> på en linje for sig selv i stedet, eller skriv "projektlederen" med et link til /kontakt/.';
		if (content.toLowerCase().includes(contacts.email.toLowerCase())) {
			tell(line, 'Projektlederens e-mail er skrevet ind i teksten.', mend);
		}
		if (phone.test(content)) {
			tell(line, 'Projektlederens telefonnummer er skrevet ind i teksten.', mend);
		}
		// The leaflet writes these numbers in its own way, and its words are kept.
		if (leaflets.some(({ start, end }) => start <= line && line <= end)) continue;
		for (const { number, hand } of short) {
			if (hand.test(content)) {
				tell(line, `Nummeret ${number} er skrevet med tegn imellem.`, `Skriv ${number}.`);
			}
		}
	}
}

/** A number in every way that people write it, with or without its country. */
function written(number: string): RegExp {
	const digits = [...number.replace(/^\+45/, '').replace('+', '')].join('[\\s.\\-–/]?');
	return new RegExp(`(?<!\\d)${digits}(?!\\d)|45[\\s.-]?${digits}(?!\\d)`);
}
