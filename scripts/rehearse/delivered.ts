import { deliveredAt, type Email } from '#application/outbox/entry.ts';
import type { Report } from '#application/outbox/report.ts';

/** How long an e-mail may take to be delivered, in milliseconds. */
const patience = 5 * 60_000;

/** What the webhook has reported of an e-mail so far. */
type Heard = { kind: 'nothing' } | { kind: 'delivered' } | { kind: 'trouble'; what: string };

/** Waits until the webhook has reported that an e-mail is delivered. Throws what to do where it reports something else. */
export async function delivered(mail: string, ask: () => Promise<Heard>): Promise<void> {
	const end = Date.now() + patience;
	while (Date.now() < end) {
		const heard = await ask();
		if (heard.kind === 'delivered') return;
		if (heard.kind === 'trouble') throw new Error(heard.what);
		await new Promise((resolve) => setTimeout(resolve, 2000));
	}
	throw new Error(
		`No webhook has reported on the e-mail "${mail}" in ${patience / 60_000} minutes. Check the webhook at Resend.`,
	);
}

/** What is known of one e-mail of an application. */
export function heardOfLetter(name: string, email: Email | undefined): Heard {
	if (!email) {
		const what = 'This mailbox has had three receipts today. Take another: --to';
		return { kind: 'trouble', what };
	}
	if (deliveredAt(email) !== undefined) return { kind: 'delivered' };
	const bad = email.failure ?? email.refused;
	return bad ? { kind: 'trouble', what: notArrived(name, bad) } : { kind: 'nothing' };
}

/**
 * What is reported of the latest alarm.
 *
 * @param since when it was sent, in milliseconds since 1970
 */
export function heardOfAlarm(report: Report | null, since: number): Heard {
	const { deliveredAt: at = 0, failedAt = 0 } = report?.notices.alarms ?? {};
	if (failedAt >= since) return { kind: 'trouble', what: notArrived('alarm', 'bounced') };
	return at >= since ? { kind: 'delivered' } : { kind: 'nothing' };
}

function notArrived(name: string, what: string): string {
	return `The e-mail "${name}" was ${what}. See the alarms in docs/operations.md.`;
}
