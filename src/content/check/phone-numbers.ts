import { SKIP, visit } from 'unist-util-visit';
import { contactsOf, written } from '#content/check/contacts.ts';
import type { Examples, PageRule } from '#content/check/rule.ts';
import { settingsFile } from '#content/source.ts';

/** Eight digits as Danes write a number, and not the number of a company. */
const danish =
	/(?<!\d|CVR\D{0,6})(?:(?:\+|00)45[ \u00a0]?)?(\d\d)([ .\u00a0-]?)\d\d\2\d\d\2\d\d(?!\d)/gi;

/** Somebody else's phone number can be rung from where it stands, and is there on purpose. */
export const phoneNumbers: PageRule = ({ tree, text, before }, tell, { files }) => {
	const own = contactsOf(files[settingsFile])?.phone;
	const isOwn = (number: string) => own !== undefined && written(own).test(number);
	const find = (where: string, place: Parameters<typeof tell>[0], mend: (to: string) => string) => {
		for (const [number] of where.matchAll(danish)) {
			if (isOwn(number)) continue;
			const digits = number.replaceAll(/\D/g, '').slice(-8);
			tell(place, `Der står et telefonnummer i teksten: ${number}.`, mend(`tel:+45${digits}`));
		}
	};
	for (const [index, line] of text.split('\n').slice(0, before).entries())
		find(
			line,
			index + 1,
			() => 'Slet det. Et nummer skal stå i teksten, så man kan trykke på det.',
		);
	visit(tree, (node) => {
		if (node.type === 'link') return SKIP;
		if (node.type === 'text')
			find(
				// What stands in the brackets of a link that is none is told as that.
				node.value.replaceAll(/\]\([^)]*/g, ''),
				node,
				(to) =>
					`Slet det, hvis det er et privat nummer. Ellers markér det, tryk på Link, og skriv ${to}.`,
			);
		return undefined;
	});
};

export const examples: Examples = {
	good: ['[33 19 32 00](tel:+4533193200), CVR-nr. 12345678, 2026-11-24 og 1.000.000 kr.'],
	bad: ['Ring til Bo på 22 33 44 55.', 'Ring +45 22334455.'],
};
