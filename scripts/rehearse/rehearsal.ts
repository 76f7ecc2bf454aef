import { referenceOf } from '#application/confirming/reference.ts';
import type { Delivering } from '#application/delivering/ports.ts';
import { writeLetter } from '#application/letters/write.ts';
import { applyAt } from './apply.ts';
import { delivered, toldOfAlarm, toldOfLetter } from './delivered.ts';

/**
 * Sends one application through the live form, follows it until both of its e-mails are delivered, sends an alarm,
 * and removes it. Throws what is wrong, and what to do about it.
 *
 * @param site where the form is
 * @param mailbox where the receipt goes
 * @param ports the storage and the mail provider of that site
 * @param tell what has gone well
 */
export async function rehearse(
	site: URL,
	mailbox: string,
	{ outbox, mailer, writing, watch }: Delivering,
	tell: (what: string) => void,
): Promise<void> {
	// What cannot be removed again is not sent.
	await outbox.kept();
	tell('The storage answers');
	const reference = await applyAt(site, mailbox);
	tell(`The form took it, and the receipt shows ${reference}`);
	const id = (await outbox.kept()).find((each) => referenceOf(each) === reference);
	const look = async () => (id === undefined ? null : outbox.look(id));
	const kept = (await look())?.kept;
	if (!kept || kept === 'unreadable') {
		throw new Error(
			'It is not in the storage: are NETLIFY_SITE_ID and OUTBOX_KEY those of this site?',
		);
	}
	tell('It is kept, and its key opens it');
	try {
		for (const [mail, who] of [
			['lead', `the project lead, ${kept.letters.lead.to}`],
			['receipt', `the applicant, ${mailbox}`],
		] as const) {
			await delivered(mail, async () => toldOfLetter(mail, (await look())?.facts ?? []));
			tell(`The webhook says that the e-mail to ${who}, is delivered`);
		}
		const before = await outbox.lastReport('told-watch');
		const alarm = await mailer.send(
			alarmLetter({ from: writing.from, to: watch }),
			`rehearsal/${kept.id}`,
			{ application: 'told-watch', mail: 'alarm' },
		);
		if (alarm.kind !== 'accepted')
			throw new Error('The alarm was not accepted. See RESEND_API_KEY.');
		await delivered('alarm', async () =>
			toldOfAlarm(before, await outbox.lastReport('told-watch')),
		);
		tell(`The webhook says that an alarm to ${watch}, is delivered`);
	} finally {
		await outbox.delete(kept.id);
		tell('It is removed from the storage');
	}
}

function alarmLetter({ from, to }: { from: string; to: string }) {
	return writeLetter(
		{ from, to, replyTo: to },
		{
			subject: 'PRØVE: En alarm fra webstedet',
			blocks: [{ lines: ['Det er en prøve. Du skal ikke gøre noget.'] }],
		},
	);
}
