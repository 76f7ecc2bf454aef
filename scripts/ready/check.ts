/** Without a `must` the site stays closed, a `should` follows in the first days, a `later` in the first months. */
type Level = 'must' | 'should' | 'later';

export interface Result {
	level: Level;
	/** The sentence that is true when all is well. */
	what: string;
	/** `undefined`: not seen, which is never right. */
	holds: boolean | undefined;
	todo: string;
}

const at =
	(level: Level) =>
	(what: string, holds: boolean | undefined, todo: string): Result => ({
		level,
		what,
		holds,
		todo: holds === undefined ? `The answer does not say. ${todo}` : todo,
	});
export const must = at('must');
export const should = at('should');
export const later = at('later');

/** What `look` sees. Where it throws why there is nothing to look at, that reason is all that is listed. */
export async function seen(look: () => Result[] | Promise<Result[]>): Promise<Result[]> {
	try {
		return await look();
	} catch (error) {
		const what = error instanceof Error ? error.message : String(error);
		return [{ level: 'must', what, holds: undefined, todo: '' }];
	}
}

/** A value without which there is nothing to look at: throws why, where it is missing. */
export function given<Value>(value: Value | null | undefined, why: string): NonNullable<Value> {
	if (!value) throw new Error(why);
	return value;
}

/** The text to print, and the exit code; `usage` in golive.ts says what it means. */
export function report(groups: Readonly<Record<string, readonly Result[]>>) {
	const lines = Object.entries(groups).flatMap(([name, results]) => [
		'',
		name,
		...results.flatMap(({ level, what, holds, todo }) => {
			if (holds) return `  ✓ ${what}`;
			const line = `  ${holds === false ? '✗' : '?'} ${level}: ${what}`;
			return todo ? [line, `      ${todo}`] : line;
		}),
	]);
	const all = Object.values(groups).flat();
	const wrong = (wanted: Level) =>
		all.filter(({ level, holds }) => level === wanted && holds === false).length;
	const right = all.filter(({ holds }) => holds).length;
	const unseen = all.filter(({ holds }) => holds === undefined).length;
	const isLeft = (wanted: Level) =>
		all.some(({ level, holds }) => level === wanted && holds !== true);
	const exitCode = isLeft('must') ? 1 : isLeft('should') ? 3 : 0;
	const counts = `${right} right, ${wrong('must')} must, ${wrong('should')} should, ${wrong('later')} later, ${unseen} not seen.`;
	const verdict = exitCode === 1 ? 'Do not open yet.' : 'It can open.';
	return { text: [...lines, '', `${counts} ${verdict}`].join('\n'), exitCode };
}
