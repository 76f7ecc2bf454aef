/** The value in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Measures every candidate once, then every one once more, and so on: what else the machine does falls
 * on all of them alike. The first round is not counted.
 */
export async function interleaved<Name extends string, Value>(
	rounds: number,
	candidates: Record<Name, () => Value | Promise<Value>>,
): Promise<Record<Name, Value[]>> {
	const names = Object.keys(candidates) as Name[];
	const found = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		Name,
		Value[]
	>;
	for (let round = -1; round < rounds; round++) {
		for (const name of names) {
			const value = await candidates[name]();
			if (round >= 0) found[name].push(value);
		}
		process.stderr.write(round < 0 ? '  warm' : ` ${round + 1}/${rounds}`);
	}
	process.stderr.write('\n');
	return found;
}
