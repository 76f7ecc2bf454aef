import { noComponent } from '#content/rules/components.ts';
import { signSaid } from '#content/rules/marks.ts';
import type { Examples, PageRule } from '#content/rules/rule.ts';
import { componentNamed } from '#content/schema/components.ts';

/** What no reader could read, by what it was meant to be. */
export const unreadable: PageRule = ({ body, unreadable: places }, tell) => {
	for (const { offset, found } of places) {
		const line = body.slice(0, offset).split('\n').length;
		const [, name = ''] = /^<\/?([\w.-]*)/.exec(found) ?? [];
		const component = componentNamed(name);
		if (component)
			tell(
				line,
				`Byggeklodsen "${component.label}" er ikke skrevet rigtigt.`,
				`Slet den, og sæt den ind igen. I filen skriver man <${name}${component.holds === 'text' ? `> over teksten og </${name}> under den` : ' />'}, hver på sin linje og med lige anførselstegn.`,
			);
		else if (/^<\/?[a-z][^<>]*>/i.test(found)) tell(line, ...noComponent(name));
		else tell(line, ...signSaid(found.charAt(0)));
	}
};

export const examples: Examples = {
	good: ['<KortFortalt>\n\n- Noget.\n\n</KortFortalt>'],
	bad: [
		...[
			'Børn <3 år.',
			'Prisen er <hundrede kroner.',
			'Skriv { her.',
			'<!-- husk -->',
			'En linje.<br>To linjer.',
		],
		...['<KortFortalt>\n\n- Noget.', 'Tekst.\n\n</KortFortalt>', '<Projektleder>\n\nTekst.'],
		'<KortFortalt>\n\n<NaesteSkridt>\n\nTekst.\n\n</KortFortalt>\n\n</NaesteSkridt>',
	],
};
