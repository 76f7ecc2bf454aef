import type { Examples, SiteRule } from '#content/check/rule.ts';
import { unseen } from '#content/mend.ts';

/** Letters that were lost when a file was saved, and those that come along from other programs, unseen. */
export const letters: SiteRule = ({ files }, tellIn) => {
	for (const [file, text] of Object.entries(files)) {
		for (const [index, line] of text.split('\n').entries()) {
			if (/[\uFFFD\0]/.test(line)) {
				tellIn(file)(
					index + 1,
					'Nogle bogstaver kan ikke læses.',
					'Gem filen igen med tegnsættet UTF-8, og skriv bogstaverne på ny.',
				);
			} else if (line.search(unseen) >= 0) {
				tellIn(file)(
					index + 1,
					'Der står et usynligt tegn, som er fulgt med fra et andet program.',
					'Gem siden i editoren, så forsvinder det. Eller slet linjen, og skriv den igen.',
				);
			}
		}
	}
};

export const examples: Examples = {
	good: ['Blåbærgrød til 👮‍♀️ og 112\u00a0andre.'],
	bad: ['S\ufffdren er her.', 'Hej\u200b du.'],
};
