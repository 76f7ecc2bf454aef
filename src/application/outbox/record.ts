import { day, type Delivery, type EmailName, reported, withEmail } from './entry.ts';
import type { Outbox } from './ports.ts';
import { firstReport, type Recipient } from './report.ts';

/** Which e-mail a delivery event is about: one of an application, or an alarm or roll call to a recipient. */
export type About = { id: string; email: EmailName; generation: number } | { notice: Recipient };

/** Records what the mail provider reports about one of our e-mails. */
export async function recordDelivery(
	about: About,
	delivery: Delivery,
	outbox: Outbox,
): Promise<void> {
	if ('id' in about) {
		const { id, email: name, generation } = about;
		await outbox.change('entry', id, (entry) => {
			const email = entry?.emails[name];
			return email && withEmail(entry, name, reported(email, generation, delivery));
		});
		return;
	}
	await outbox.change('round', 'last', (report = firstReport) => {
		const { notices } = report;
		const latest = latestOf(delivery, notices[about.notice]);
		return { ...report, notices: { ...notices, [about.notice]: latest } };
	});
}

/** The later of two events. An automatic reply is reported as a deferral of what was delivered: it means nothing. */
function latestOf(event: Delivery, before: Delivery = event): Delivery {
	const [earlier, later] = event.at < before.at ? [event, before] : [before, event];
	const isReply =
		earlier.kind === 'delivered' && later.kind === 'deferred' && later.at - earlier.at < day;
	return isReply ? earlier : later;
}
