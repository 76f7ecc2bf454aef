import { type Delivery, deliveredAt, type EmailName, type Entry, reported } from './entry.ts';
import type { Outbox } from './ports.ts';
import { type Recipient, recipients, type Report } from './report.ts';

const day = 24 * 60 * 60 * 1000;

/** Which e-mail a delivery event is about: one of an application, or an alarm or roll call to a recipient. */
export type About = { id: string; email: EmailName; generation: number } | { notice: Recipient };

/** Records what the mail provider reports about one of our e-mails. */
export async function recordDelivery(
	about: About,
	delivery: Delivery,
	outbox: Outbox,
): Promise<void> {
	if ('id' in about) {
		await outbox.change(about.id, (entry) => {
			const email = entry.emails[about.email];
			if (!email) return undefined;
			const after = reported(email, about.generation, delivery);
			return { ...entry, emails: { ...entry.emails, [about.email]: after } };
		});
		return;
	}
	// An out-of-office answer is reported as a deferral.
	if (delivery.kind === 'deferred') return;
	const what = delivery.kind === 'delivered' ? 'deliveredAt' : 'failedAt';
	await outbox.changeReport(({ notices, ...report }) => {
		const before = notices[about.notice];
		const at = Math.max(before?.[what] ?? 0, delivery.at);
		return { ...report, notices: { ...notices, [about.notice]: { ...before, [what]: at } } };
	});
}

/** The recipients whose latest alarm or roll call came back, for two days or until another e-mail arrives. */
export function lostNotices(
	notices: Report['notices'],
	entries: readonly Entry[],
	now: number,
): Recipient[] {
	return recipients.filter((recipient) => {
		const { failedAt = 0, deliveredAt: at = 0 } = notices[recipient] ?? {};
		const isReached = ({ emails: { lead } }: Entry) =>
			recipient === 'lead' && (deliveredAt(lead) ?? 0) > failedAt;
		return now - failedAt < 2 * day && failedAt > at && !entries.some(isReached);
	});
}
