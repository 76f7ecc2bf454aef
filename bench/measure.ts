/**
 * Measures every candidate once, then every one once more, and so on: what else the machine does falls
 * on all of them alike. The first round is not counted.
 *
 * @returns the median of one figure of a candidate
 */
export async function interleaved<Figure extends string>(
	rounds: number,
	names: readonly string[],
	measureOne: (name: string) => Promise<Record<Figure, number>>,
): Promise<(name: string, figure: Figure) => number> {
	const found = new Map(names.map((name): [string, Record<Figure, number>[]] => [name, []]));
	for (let round = -1; round < rounds; round++) {
		for (const [name, values] of found) {
			const value = await measureOne(name);
			if (round >= 0) values.push(value);
		}
		process.stderr.write(round < 0 ? '  warm' : ` ${round + 1}/${rounds}`);
	}
	process.stderr.write('\n');
	return (name, figure) => {
		const values = (found.get(name) ?? []).map((one) => one[figure]);
		return values.toSorted((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
	};
}
