import { referenceOf } from '#application/confirming/reference.ts';
import type { Ports } from '#application/outbox/ports.ts';
import { writeLetter } from '#application/letters/write.ts';
import { applyAt } from './apply.ts';
import { delivered, heardOfAlarm, heardOfLetter } from './delivered.ts';

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
	{ outbox, mailer, writing, alarmMailbox: watch }: Ports,
	tell: (what: string) => void,
): Promise<void> {
	// What cannot be removed again is not sent.
	await outbox.ids();
	tell('The storage answers');
	const reference = await applyAt(site, mailbox);
	tell(`The form took it, and the receipt shows ${reference}`);
	const id = (await outbox.ids()).find((each) => referenceOf(each) === reference);
	const look = async () => (id === undefined ? null : outbox.look(id));
	const entry = await look();
	if (!entry) {
		throw new Error(
			'It is not in the storage: are NETLIFY_SITE_ID and OUTBOX_KEY those of this site?',
		);
	}
	tell('It is stored, and its key opens it');
	try {
		for (const [mail, who] of [
			['lead', `the project lead, ${writing.programme.projectLead.email}`],
			['receipt', `the applicant, ${mailbox}`],
		] as const) {
			await delivered(mail, async () => heardOfLetter(mail, (await look())?.emails[mail]));
			tell(`The webhook says that the e-mail to ${who}, is delivered`);
		}
		const begun = Date.now() - 60_000;
		const alarm = await mailer.send(
			alarmLetter({ from: writing.from, to: watch }),
			`rehearsal/${entry.id}`,
			{ notice: 'alarms' },
		);
		if (alarm.kind !== 'accepted')
			throw new Error('The alarm was not accepted. See RESEND_API_KEY.');
		await delivered('alarm', async () => heardOfAlarm(await outbox.report(), begun));
		tell(`The webhook says that an alarm to ${watch}, is delivered`);
	} finally {
		const discarded = { at: Date.now(), by: 'the rehearsal' };
		await outbox.change(entry.id, (standing) => ({ ...standing, discarded }));
		tell('The next round removes it from the storage');
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
