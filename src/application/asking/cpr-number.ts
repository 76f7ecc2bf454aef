/**
 * A date of birth with four digits after it, as people write a CPR number: `010190-1234`, `01.01.90 1234`. What
 * parts the date parts all of it, so that the groups of a longer number are no date.
 */
const cprNumber =
	/(?<![\d+])(?:0[1-9]|[12]\d|3[01])((?:[-./]\s?|\s)?)(?:0[1-9]|1[0-2])\1\d{2}\s?[-./\u2010-\u2015]?\s?\d{4}(?!\d)/g;

/** Whether something in a text looks like a CPR number. We may not have one. */
export function hasCprNumber(text: string): boolean {
	return text.search(cprNumber) >= 0;
}

/** Answers as they may be sent on. Phone and e-mail were read as what they are, and stay. */
export function masked<Answers extends Record<string, string>>(answers: Answers): Answers {
	const entries = Object.entries(answers).map(([name, answer]) => [
		name,
		name === 'phone' || name === 'email'
			? answer
			: answer.replace(cprNumber, '[skjult: ligner et CPR-nummer]'),
	]);
	return Object.fromEntries(entries) as Answers;
}
