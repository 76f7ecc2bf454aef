import type { Fact, LetterName } from '#application/delivering/facts.ts';
import type { Report } from '#application/delivering/report.ts';

/** How long an e-mail may take to be delivered, in milliseconds. */
const patience = 5 * 60_000;

/** What the webhook has told of an e-mail so far. */
type Heard = { kind: 'nothing' } | { kind: 'delivered' } | { kind: 'trouble'; what: string };

/** Waits until the webhook has told that an e-mail is delivered. Throws what to do where it tells something else. */
export async function delivered(mail: string, ask: () => Promise<Heard>): Promise<void> {
	const end = Date.now() + patience;
	while (Date.now() < end) {
		const told = await ask();
		if (told.kind === 'delivered') return;
		if (told.kind === 'trouble') throw new Error(told.what);
		await new Promise((resolve) => setTimeout(resolve, 2000));
	}
	throw new Error(
		`No webhook has told of the e-mail "${mail}" in ${patience / 60_000} minutes. Check the webhook at Resend.`,
	);
}

/** What the facts about an application say of one of its e-mails. */
export function toldOfLetter(mail: LetterName, facts: readonly Fact[]): Heard {
	const kinds = facts.flatMap((fact) => ('mail' in fact && fact.mail === mail ? [fact.kind] : []));
	if (kinds.includes('delivered')) return { kind: 'delivered' };
	if (kinds.includes('withheld')) {
		const what = 'This mailbox has had a receipt today, and gets one a day. Take another: --to';
		return { kind: 'trouble', what };
	}
	const bad = kinds.find((kind) => ['bounced', 'suppressed', 'refused'].includes(kind));
	return bad ? { kind: 'trouble', what: notArrived(mail, bad) } : { kind: 'nothing' };
}

/**
 * What is reported of the latest alarm.
 *
 * @param before what was reported before it was sent
 */
export function toldOfAlarm(before: Report | null, now: Report | null): Heard {
	if (!now || now.at === before?.at) return { kind: 'nothing' };
	return now.problems.alarm
		? { kind: 'trouble', what: notArrived('alarm', 'bounced') }
		: { kind: 'delivered' };
}

function notArrived(mail: string, what: string): string {
	return `The e-mail "${mail}" was ${what}. See the alarms in docs/operations.md.`;
}
