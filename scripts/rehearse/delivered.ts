import { deliveredAt, type Email } from '#application/outbox/entry.ts';
import type { Report } from '#application/outbox/report.ts';

/** How long an e-mail may take to be delivered, in milliseconds. */
const patience = 5 * 60_000;

/** Waits until an e-mail is delivered. Throws what to do if it is not, within five minutes. */
export async function delivered(name: string, isDelivered: () => Promise<boolean>): Promise<void> {
	const end = Date.now() + patience;
	while (!(await isDelivered())) {
		if (Date.now() > end) {
			throw new Error(
				`No webhook has reported on the e-mail "${name}" in ${patience / 60_000} minutes: docs/incidents.md, "unconfirmed".`,
			);
		}
		await new Promise((resolve) => setTimeout(resolve, 2000));
	}
}

/** Whether one e-mail of an application is delivered. Throws if it will not be. */
export function isLetterDelivered(name: string, email: Email | undefined): boolean {
	if (!email) throw new Error('This mailbox has had three receipts today. Take another: --to');
	if (deliveredAt(email) !== undefined) return true;
	const bad = email.failure ?? email.refused;
	if (bad) throw new Error(`The e-mail "${name}" was ${bad}: docs/incidents.md.`);
	return false;
}

/**
 * Whether the latest alarm is delivered. Throws if it came back.
 *
 * @param since when it was sent, in milliseconds since 1970
 */
export function isAlarmDelivered(report: Report | null, since: number): boolean {
	const { deliveredAt: at = 0, failedAt = 0 } = report?.notices.alarms ?? {};
	if (failedAt >= since) throw new Error('The alarm bounced: docs/incidents.md, "notice".');
	return at >= since;
}
