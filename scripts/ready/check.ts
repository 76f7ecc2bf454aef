/** What a check came to. */
export type Verdict = { kind: 'right' } | { kind: 'wrong'; todo: string };

export interface Check<Seen> {
	/** What holds where it is right. */
	what: string;
	judge: (seen: Seen) => Verdict;
}

/** Checks of one kind. What was not seen is no yes: it says why, and a person has to look. */
export interface Group {
	name: string;
	right: readonly string[];
	wrong: readonly { what: string; todo: string }[];
	unseen: { whats: readonly string[]; why: string };
}

export const right: Verdict = { kind: 'right' };

/** Right where it holds, and otherwise to be done. */
export function unless(holds: boolean, todo: string): Verdict {
	return holds ? right : { kind: 'wrong', todo };
}

/**
 * Judges by what was seen.
 *
 * @param seen `null` where nothing was, and then `why` not
 */
export function judged<Seen>(
	name: string,
	checks: readonly Check<Seen>[],
	seen: Seen | null,
	why = '',
): Group {
	if (seen === null) {
		return { name, right: [], wrong: [], unseen: { whats: checks.map(({ what }) => what), why } };
	}
	const found = checks.map(({ what, judge }) => ({ what, verdict: judge(seen) }));
	return {
		name,
		right: found.flatMap(({ what, verdict }) => (verdict.kind === 'right' ? [what] : [])),
		wrong: found.flatMap(({ what, verdict }) =>
			verdict.kind === 'wrong' ? [{ what, todo: verdict.todo }] : [],
		),
		unseen: { whats: [], why },
	};
}

/** The list that is printed, and how it ends. */
export function listOf(groups: readonly Group[]): string {
	const lines = groups.flatMap(({ name, right: done, wrong, unseen }) => [
		'',
		name + (unseen.whats.length > 0 ? ` (not seen: ${unseen.why})` : ''),
		...done.map((what) => `  ✓ ${what}`),
		...wrong.map(({ what, todo }) => `  ✗ ${what}\n      ${todo}`),
		...unseen.whats.map((what) => `  ? ${what}`),
	]);
	const sum = (count: (group: Group) => number) =>
		groups.reduce((total, group) => total + count(group), 0);
	const wrong = sum((group) => group.wrong.length);
	const unseen = sum(({ unseen: { whats } }) => whats.length);
	const verdict =
		wrong > 0
			? 'Do not open yet.'
			: unseen > 0
				? 'Open when a person has seen the rest.'
				: 'Ready.';
	const counted = `${sum((group) => group.right.length)} right, ${wrong} wrong, ${unseen} not seen`;
	return [...lines, '', `${counted}. ${verdict}`].join('\n');
}
