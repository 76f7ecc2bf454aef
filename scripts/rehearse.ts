// Sends one application through the live form, follows it until both of its e-mails are delivered, sends an
// alarm, and removes it. `npm run rehearse -- ADDRESS` runs it; docs/operations.md says when.
import { parseArgs } from 'node:util';
import { writeLetter } from '#application/letters/write.ts';
import type { Fact, LetterName } from '#application/delivering/facts.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { environment } from '#netlify/adapters/env.ts';
import { services } from '#netlify/adapters/services.ts';
import { openLocalBlobs } from './local-blobs.ts';
import { localEnvironment } from './local-environment.ts';
import { applyAt } from './rehearse/apply.ts';

const usage = `npm run rehearse -- https://ADDRESS --to YOUR@MAILBOX [--env FILE]

Sends one application, marked as a rehearsal, and removes it. Needs the functions' settings, NETLIFY_SITE_ID and
NETLIFY_AUTH_TOKEN in the environment or the file; for the site of npm start, nothing.`;

/** How long an e-mail may take to be delivered. */
const patience = 5 * 60_000;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { to: { type: 'string' }, env: { type: 'string' } },
});
if (values.env) process.loadEnvFile(values.env);
const site = URL.parse(positionals[0] ?? '');
const isLocal = site?.hostname === 'localhost' || site?.hostname === '127.0.0.1';
const to = values.to ?? (isLocal ? `proeve-${Date.now()}@tryghedsambassadoer.example` : undefined);

if (!site || !to) {
	console.error(usage);
	process.exitCode = 2;
} else {
	await rehearse(site, to).catch((error: unknown) => {
		console.error(`  ✗ ${error instanceof Error ? error.message : String(error)}`);
		process.exitCode = 1;
	});
}

async function rehearse(address: URL, mailbox: string): Promise<void> {
	const port = Number(address.port);
	if (isLocal) Object.assign(process.env, localEnvironment(`http://localhost:${port + 1}`));
	const blobs = isLocal ? await openLocalBlobs(port) : null;
	try {
		const env = environment();
		const { NETLIFY_SITE_ID: siteID = '', NETLIFY_AUTH_TOKEN: token = '' } = process.env;
		const access = isLocal ? {} : { siteID, token };
		const { outbox, mailer } = services(env, isLocal ? 'local' : 'production', access);

		const reference = await applyAt(address, mailbox);
		tell(`The form took it, and the receipt shows ${reference}`);
		const id = (await outbox.kept()).find((each) => referenceOf(each) === reference);
		const look = async () => (id === undefined ? null : outbox.look(id));
		const kept = (await look())?.kept;
		if (!kept || kept === 'unreadable')
			throw new Error(
				'It is not in the storage: are NETLIFY_SITE_ID and OUTBOX_KEY those of this site?',
			);
		tell('It is kept, and its key opens it');
		try {
			for (const [mail, who] of [
				['lead', `the project lead, ${kept.letters.lead.to}`],
				['receipt', `the applicant, ${mailbox}`],
			] as const) {
				await delivered(mail, async () => (await look())?.facts ?? []);
				tell(`The webhook says that the e-mail to ${who}, is delivered`);
			}
			const alarm = await mailer.send(
				alarmLetter(env.MAIL_FROM, env.ALERT_TO),
				`rehearsal/${kept.id}`,
				{ application: 'told-watch', mail: 'alarm' },
			);
			if (alarm.kind !== 'accepted')
				throw new Error('The alarm was not accepted. See RESEND_API_KEY.');
			tell(`An alarm to ${env.ALERT_TO} is accepted`);
		} finally {
			await outbox.delete(kept.id);
			tell('It is removed from the storage');
		}
		console.log(`
Now ask three people: the project lead, and whoever reads ${mailbox} and ${env.ALERT_TO}. Each must have an
e-mail marked PRØVE, in the inbox and not among the spam. They may delete it.`);
	} finally {
		await blobs?.stop();
	}
}

/** Waits until the webhook has told that an e-mail is delivered. */
async function delivered(mail: LetterName, facts: () => Promise<readonly Fact[]>): Promise<void> {
	const end = Date.now() + patience;
	while (Date.now() < end) {
		const told = (await facts()).filter((fact) => 'mail' in fact && fact.mail === mail);
		if (told.some(({ kind }) => kind === 'delivered')) return;
		if (told.some(({ kind }) => kind === 'withheld')) {
			throw new Error(
				'This mailbox has had a receipt today, and gets one a day. Take another: --to',
			);
		}
		const bad = told.find(
			({ kind }) => kind === 'bounced' || kind === 'suppressed' || kind === 'refused',
		);
		if (bad)
			throw new Error(
				`The e-mail "${mail}" was ${bad.kind}. See the alarms in docs/operations.md.`,
			);
		await new Promise((resolve) => setTimeout(resolve, 2000));
	}
	throw new Error(
		`No webhook has told of the e-mail "${mail}" in ${patience / 60_000} minutes. Check the webhook at Resend.`,
	);
}

function alarmLetter(from: string, alertTo: string) {
	return writeLetter(
		{ from, to: alertTo, replyTo: alertTo },
		{
			subject: 'PRØVE: En alarm fra webstedet',
			blocks: [{ lines: ['Det er en prøve. Du skal ikke gøre noget.'] }],
		},
	);
}

function tell(what: string): void {
	console.log(`  ✓ ${what}`);
}
