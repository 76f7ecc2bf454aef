/** The one that differs in fewest letters, if it is close enough to be what was meant. */
export function nearest(wanted: string, known: readonly string[]): string | undefined {
	const [best] = known
		.map((each) => ({ each, far: distance(wanted, each) }))
		.filter(({ each, far }) => each.length > 2 && far <= Math.max(2, each.length / 3))
		.toSorted((one, other) => one.far - other.far);
	return best?.each;
}

/** How many letters must be put in, left out or changed to make one text of the other. */
function distance(one: string, other: string): number {
	let above = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (const [row, letter] of [...one].entries()) {
		const next = [row + 1];
		for (let at = 1; at <= other.length; at++) {
			const changed = (above[at - 1] ?? 0) + Number(other[at - 1] !== letter);
			next.push(Math.min(changed, (above[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
		}
		above = next;
	}
	return above[other.length] ?? 0;
}
