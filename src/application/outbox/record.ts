import { type Delivery, type EmailName, reported } from './entry.ts';
import type { Outbox } from './outbox.ts';
import { emptyReport, type Recipient } from './report.ts';

/** Which e-mail a delivery event is about: one of an application, or an alarm or roll call to a recipient. */
export type About = { id: string; email: EmailName; generation: number } | { notice: Recipient };

/** Records what the mail provider reports about one of our e-mails. */
export async function recordDelivery(
	about: About,
	delivery: Delivery,
	outbox: Outbox,
): Promise<void> {
	if (!('notice' in about)) {
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
	const { notice: to } = about;
	const what = delivery.kind === 'delivered' ? 'deliveredAt' : 'failedAt';
	await outbox.changeReport((before) => {
		const report = before ?? emptyReport;
		const at = Math.max(report.notices[to]?.[what] ?? 0, delivery.at);
		return {
			...report,
			notices: { ...report.notices, [to]: { ...report.notices[to], [what]: at } },
		};
	});
}
