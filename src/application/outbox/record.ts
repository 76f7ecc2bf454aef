import { type Delivery, type EmailName, reported, withEmail } from './entry.ts';
import type { Outbox } from './ports.ts';
import type { Recipient } from './report.ts';

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
	// An out-of-office answer is reported as a deferral.
	if (delivery.kind === 'deferred') return;
	await outbox.change('notice', about.notice, (before) =>
		before && before.at > delivery.at ? undefined : delivery,
	);
}
