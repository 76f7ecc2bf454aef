/** Without a `must` the site stays closed, a `should` follows in the first days, a `later` in the first months. */
export type Level = 'must' | 'should' | 'later';

export interface Check<Seen> {
	level: Level;
	/** The sentence that is true when all is well. */
	what: string;
	/** Returns nothing if what was seen does not say. */
	holds: (seen: Seen) => boolean | null | undefined;
	todo: string | ((seen: Seen) => string);
}

const at =
	(level: Level) =>
	<Seen>(what: string, holds: Check<Seen>['holds'], todo: Check<Seen>['todo']): Check<Seen> => ({
		level,
		what,
		holds,
		todo,
	});
export const must = at('must');
export const should = at('should');
export const later = at('later');

export interface Result {
	level: Level;
	what: string;
	state: 'right' | 'wrong' | 'unseen';
	/** What to do, or why it was not seen. */
	note: string;
}

/**
 * Judges only what was seen. Everything else is `unseen`, which is never right.
 *
 * @param look throws why there is nothing to look at
 */
export async function judged<Seen>(
	checks: readonly Check<Seen>[],
	look: () => Seen | Promise<Seen>,
): Promise<Result[]> {
	try {
		const seen = await look();
		return checks.map(({ level, what, holds, todo }) => {
			const held = holds(seen);
			if (held) return { level, what, state: 'right', note: '' };
			const note = typeof todo === 'string' ? todo : todo(seen);
			return held === false
				? { level, what, state: 'wrong', note }
				: { level, what, state: 'unseen', note: `The answer does not say. ${note}` };
		});
	} catch (error) {
		const note = error instanceof Error ? error.message : String(error);
		return checks.map(({ level, what }) => ({ level, what, state: 'unseen', note }));
	}
}

/** A value without which there is nothing to look at: throws why, where it is missing. */
export function given<Value>(value: Value | null | undefined, why: string): NonNullable<Value> {
	if (!value) throw new Error(why);
	return value;
}

const marks = { right: '✓', wrong: '✗', unseen: '?' };

/** Returns the text to print and the exit code; `usage` in golive.ts lists the codes. */
export function report(groups: Readonly<Record<string, readonly Result[]>>) {
	const lines = Object.entries(groups).flatMap(([name, results]) => [
		'',
		name,
		...results.flatMap(({ level, what, state, note }, index) => [
			`  ${marks[state]} ${state === 'right' ? '' : `${level}: `}${what}`,
			// A note that several results share follows the last of them.
			...(note === '' || note === results[index + 1]?.note ? [] : [`      ${note}`]),
		]),
	]);
	const all = Object.values(groups).flat();
	const count = (state: Result['state'], level?: Level) =>
		all.filter((each) => each.state === state && (level ?? each.level) === each.level).length;
	const counts = [
		`${count('right')} right`,
		...(['must', 'should', 'later'] as const).map((level) => `${count('wrong', level)} ${level}`),
		`${count('unseen')} not seen`,
	];
	const [exitCode, verdict] = conclusion(count);
	return { text: [...lines, '', `${counts.join(', ')}. ${verdict}`].join('\n'), exitCode };
}

function conclusion(count: (state: Result['state'], level: Level) => number): [number, string] {
	if (count('wrong', 'must') > 0) return [1, 'Do not open yet.'];
	if (count('unseen', 'must') > 0) return [4, 'Do not open before the rest is seen.'];
	if (count('wrong', 'should') + count('unseen', 'should') > 0) return [3, 'It can open.'];
	return [0, 'Ready.'];
}
