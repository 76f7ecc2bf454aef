/** The value in the middle. */
export function median(values: readonly number[]): number {
	return percentile(values, 50);
}

export function percentile(values: readonly number[], percent: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	const at = Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100));
	return sorted[at] ?? Number.NaN;
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
