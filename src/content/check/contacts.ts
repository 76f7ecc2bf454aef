import { emergency, service } from '#application/emergency-numbers.ts';
import type { Examples, PageRule } from '#content/check/rule.ts';
import { leafletLines } from '#content/leaflet.ts';
import { settingsFile } from '#content/source.ts';
import { componentNamed } from '#content/table/components.ts';
import { paths } from '#site/paths.ts';

/** What stands in the settings is not written by hand: it would stay behind when they change. */
export const contacts: PageRule = ({ text, tree, before }, tell, { files }) => {
	const known = contactsOf(files[settingsFile]);
	if (!known) return;
	const component = componentNamed(({ shows }) => shows === 'projectLead');
	const isLeaflet = leafletLines(tree);
	const phone = written(known.phone);
	for (const [index, content] of text.split('\n').entries()) {
		const line = index + 1;
		const mend =
			line <= before
				? 'Skriv "projektlederen" i stedet.'
				: `Slet det, og indsæt byggeklodsen ${component}, eller skriv "projektlederen" med et link til ${paths.contact}.`;
		if (content.toLowerCase().includes(known.email.toLowerCase()))
			tell(line, 'Projektlederens e-mail er skrevet ind i teksten.', mend);
		if (phone.test(content))
			tell(line, 'Projektlederens telefonnummer er skrevet ind i teksten.', mend);
		// The leaflet writes these numbers in its own way, and its words are kept.
		if (isLeaflet(line)) continue;
		for (const { number } of [emergency, service]) {
			const hand = new RegExp(`(?<!\\d)${number.replaceAll(/\B/g, '[-–. ]')}(?!\\d)`);
			if (hand.test(content))
				tell(line, `Nummeret ${number} er skrevet med tegn imellem.`, `Skriv ${number}.`);
		}
	}
};

/** Nothing while the settings cannot be read; they have mistakes of their own then. */
export function contactsOf(settings = ''): { email: string; phone: string } | undefined {
	try {
		const { projectLead } = JSON.parse(settings) as {
			projectLead: { email: string; phone: string };
		};
		const { email, phone } = projectLead;
		if (email.length < 3 || phone.length < 8) return undefined;
		return { email, phone };
	} catch {
		return undefined;
	}
}

/** A number in every way that people write it, with or without its country. */
export function written(number: string): RegExp {
	const digits = [...number.replace(/^\+45/, '').replace('+', '')].join('[\\s.\\-–/]?');
	return new RegExp(`(?<!\\d)${digits}(?!\\d)|45[\\s.-]?${digits}(?!\\d)`);
}

export const examples: Examples = {
	good: ['Ring 112 eller 114, og spørg projektlederen om resten.'],
	bad: ['Skriv til bodil.vang@vagt.example.', 'Ring på 11 22 33 44.', 'Ring 1-1-2.'],
};
