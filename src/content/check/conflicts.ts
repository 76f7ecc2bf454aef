import type { Examples, SiteRule } from '#content/check/rule.ts';

/** What git leaves where two people have changed the same place. */
const mark = /^(<{7}|>{7}|\|{7})( |$)|^={7}$/;

/** Tells it as what it is; what else looks wrong in such a file is no mistake of its own. */
export const conflicts: SiteRule = ({ files }, tellIn) => {
	for (const [file, text] of Object.entries(files)) {
		const lines = text.split('\n');
		const first = lines.findIndex((line) => /^<{7}( |$)/.test(line));
		if (first < 0 || lines.filter((line) => mark.test(line)).length < 3) continue;
		tellIn(file)(
			first + 1,
			'To har rettet det samme sted, og begge udgaver står her.',
			'Vælg den udgave, der skal blive. Slet den anden og linjerne med <<<<<<<, ======= og >>>>>>>. Er du i tvivl, så spørg den, der passer webstedet.',
		);
	}
};

export const examples: Examples = {
	good: ['Før\n\n## Efter'],
	bad: ['<<<<<<< HEAD\nRing mandag.\n=======\nRing tirsdag.\n>>>>>>> kollega'],
};
