import type { Examples, SiteRule } from '#content/rules/rule.ts';

/** Letters that were lost when a file was saved. */
export const letters: SiteRule = ({ files }, tellIn) => {
	for (const [file, text] of Object.entries(files)) {
		for (const [index, line] of text.split('\n').entries()) {
			if (/[\uFFFD\0]/.test(line))
				tellIn(file)(index + 1, 'Nogle bogstaver er gået tabt.', 'Skriv linjen igen.');
		}
	}
};

export const examples: Examples = {
	good: ['Blåbærgrød til 👮‍♀️ og 112\u00a0andre.'],
	bad: ['S\ufffdren er her.'],
};
