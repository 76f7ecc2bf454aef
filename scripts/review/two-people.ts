import type { Notice } from '#content/findings.ts';

export interface Version {
	author: string;
	text: string;
}

/**
 * The sentences that a change removes and that somebody else wrote after the change was begun: an old form overwrites
 * what a colleague published. The change was begun from the version that differs least from it.
 *
 * @param versions of one file, the oldest first; the last is the change itself
 */
export function takenAway(file: string, versions: readonly Version[]): Notice[] {
	const change = versions.at(-1);
	const earlier = versions
		.slice(0, -1)
		.map((version) => ({ ...version, has: sentencesIn(version.text) }));
	const now = earlier.at(-1);
	if (!change || !now) return [];
	const own = sentencesIn(change.text);
	const differences = earlier.map(({ has }) => has.symmetricDifference(own).size);
	const begun = differences.lastIndexOf(Math.min(...differences));
	return [...now.has].flatMap((sentence, at): Notice[] => {
		const added = earlier.find(({ has }, nth) => nth > begun && has.has(sentence));
		const isOld = [earlier[begun]?.has, own].some((has) => has?.has(sentence));
		if (isOld || !added || added.author === change.author) return [];
		const before = [...now.has].slice(0, at).findLast((each) => own.has(each)) ?? '';
		const line =
			before === '' ? 1 : 1 + change.text.split('\n').findIndex((each) => each.includes(before));
		const text = `Denne rettelse fjerner en sætning, som en anden har skrevet for nylig: "${sentence}" Skal den blive, så skriv den ind igen.`;
		return [{ file, line, text }];
	});
}

/** A notice about a draft with several authors. */
export function severalAuthors(file: string, authors: readonly string[]): Notice[] {
	const names = [...new Set(authors)];
	if (names.length < 2) return [];
	const text = `${new Intl.ListFormat('da').format(names)} har skrevet i den samme kladde. Spørg hinanden, om alt er med, før den bliver udgivet.`;
	return [{ file, line: 1, text }];
}

/** The sentences of a page, and each line of the settings. */
function sentencesIn(text: string): Set<string> {
	return new Set(
		text
			.split('\n')
			.flatMap((line) =>
				line.replace(/^\s*(- |\d+\. |#+ |\w+: )?/, '').split(/(?<=[.?!]) (?=[A-ZÆØÅ])/),
			)
			.filter((sentence) => /\p{L}{2}/u.test(sentence)),
	);
}
