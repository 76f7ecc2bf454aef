import { distance } from 'fastest-levenshtein';

/** The one that differs in fewest letters, if it is close enough to be what was meant. */
export function nearest(wanted: string, known: readonly string[]): string | undefined {
	const [best] = known
		.map((each) => ({ each, far: distance(wanted, each) }))
		.filter(({ each, far }) => each.length > 2 && far <= Math.max(2, each.length / 3))
		.toSorted((one, other) => one.far - other.far);
	return best?.each;
}
