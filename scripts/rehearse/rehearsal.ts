import { referenceOf } from '#application/confirming/id.ts';
import type { Ports } from '#application/outbox/ports.ts';
import { writeLetter } from '#application/letters/write.ts';
import { environment } from '#netlify/adapters/env.ts';
import { outboxPorts } from '#netlify/adapters/services.ts';
import { openLocalBlobs } from '../local-blobs.ts';
import { localEnvironment } from '../local-environment.ts';
import { netlifyAccess } from '../netlify-access.ts';
import { applyAt } from './apply.ts';
import { delivered, isAlarmDelivered, isLetterDelivered } from './delivered.ts';

/**
 * Rehearses on a running site. For that of `npm start`, no setting needs to be given.
 *
 * @param mailbox the mailbox that the receipt is sent to
 */
export async function rehearseOn(
	site: URL,
	mailbox = `proeve-${Date.now()}@tryghedsambassadoer.example`,
): Promise<void> {
	const local = isLocal(site);
	const port = Number(site.port);
	if (local) Object.assign(process.env, localEnvironment(`http://localhost:${port + 1}`));
	const blobs = local ? await openLocalBlobs(port) : null;
	try {
		const access = local ? undefined : netlifyAccess();
		const ports = outboxPorts(environment(), local ? 'local' : 'production', access);
		await rehearse(site, mailbox, ports);
		console.log(`
Now ask three people: the project lead, and whoever reads ${mailbox} and ${ports.alarmMailbox}. Each must have an
e-mail marked PRØVE, in the inbox and not among the spam. They may delete it.`);
	} finally {
		await blobs?.stop();
	}
}

/** Whether it is the site of `npm start`. */
export function isLocal({ hostname }: URL): boolean {
	return hostname === 'localhost' || hostname === '127.0.0.1';
}

/** Sends one application, follows its e-mails, sends an alarm, removes it. Throws what is wrong and what to do. */
async function rehearse(
	site: URL,
	mailbox: string,
	{ outbox, mailer, writing: { from, programme }, alarmMailbox: to }: Ports,
): Promise<void> {
	// An application is sent only if it can be removed again.
	await outbox.ids();
	pass('The storage answers');
	const reference = await applyAt(site, mailbox);
	pass(`The form took it, and the receipt shows ${reference}`);
	const id = (await outbox.ids()).find((each) => referenceOf(each) === reference);
	const look = async () => (id === undefined ? null : outbox.read(id));
	const entry = await look();
	if (!entry) throw new Error('It is not stored: do NETLIFY_SITE_ID and OUTBOX_KEY fit this site?');
	pass('It is stored, and its key opens it');
	try {
		for (const [name, who] of [
			['lead', `the project lead, ${programme.projectLead.email}`],
			['receipt', `the applicant, ${mailbox}`],
		] as const) {
			await delivered(name, async () => isLetterDelivered(name, (await look())?.emails[name]));
			pass(`The webhook says that the e-mail to ${who}, is delivered`);
		}
		// The clock of the provider may be behind.
		const since = Date.now() - 60_000;
		const alarm = writeLetter(
			{ from, programme },
			{
				to,
				subject: 'PRØVE: En alarm fra webstedet',
				blocks: [{ lines: ['Det er en prøve. Du skal ikke gøre noget.'] }],
			},
		);
		const sent = await mailer.send(alarm, `rehearsal/${entry.id}`, { notice: 'alarms' });
		if (sent.kind !== 'accepted') throw new Error('The alarm was refused. See RESEND_API_KEY.');
		await delivered('alarm', async () => isAlarmDelivered(await outbox.report(), since));
		pass(`The webhook says that an alarm to ${to}, is delivered`);
	} finally {
		const discarded = { at: Date.now(), by: 'the rehearsal' };
		await outbox.change(entry.id, (standing) => ({ ...standing, discarded }));
		pass('The next round removes it from the storage');
	}
}

function pass(what: string): void {
	console.log(`  ✓ ${what}`);
}
