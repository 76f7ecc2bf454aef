import { deliveredAt, type Delivery, type Email } from '#application/outbox/entry.ts';
import type { Ports } from '#application/outbox/ports.ts';
import { referenceOf } from '#application/confirming/id.ts';
import { writeLetter } from '#application/letters/write.ts';
import { settings } from '#content/settings.ts';
import { environment } from '#netlify/adapters/env.ts';
import { outboxPorts } from '#netlify/adapters/services.ts';
import { paths } from '#site/paths.ts';
import { onStorage } from './storage.ts';

/**
 * Sends an application to a running site, follows its e-mails, sends an alarm, and removes the application. The site of
 * `npm start` needs no settings. Throws what is wrong and what to do.
 *
 * @param mailbox receives the receipt
 */
export async function rehearseOn(site: URL, mailbox: string | undefined): Promise<void> {
	const isLocal = site.hostname === 'localhost' || site.hostname === '127.0.0.1';
	const to = mailbox ?? (isLocal ? `proeve-${Date.now()}@tryghedsambassadoer.example` : undefined);
	if (!to) throw new Error('Name a mailbox that you can read: --to YOUR@MAILBOX');
	await onStorage(isLocal ? Number(site.port) : undefined, async (place, access) => {
		const ports = outboxPorts(environment(), place, access);
		await rehearse(site, to, ports);
		console.log(`
Now ask three people: the project lead, and whoever reads ${to} and ${ports.alarmMailbox}. Each must have an
e-mail marked PRØVE, in the inbox and not among the spam. They may delete it.`);
	});
}

/** Does the same over these ports. */
export async function rehearse(
	site: URL,
	mailbox: string,
	{ outbox, mailer, writing: { from, programme }, alarmMailbox: to }: Ports,
): Promise<void> {
	// First: an application that cannot be removed is not sent.
	await outbox.names('entry').catch((cause: unknown) => {
		const todo = 'do NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN fit this site?';
		throw new Error(`Netlify’s storage does not answer from here: ${todo}`, { cause });
	});
	pass('The storage answers');
	const reference = await applyAt(site, mailbox);
	pass(`The form took it, and the receipt shows ${reference}`);
	const id = (await outbox.names('entry')).find((each) => referenceOf(each) === reference);
	const look = async () => (id === undefined ? undefined : outbox.read('entry', id));
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
		await delivered('alarm', async () =>
			isAlarmDelivered((await outbox.read('round', 'last'))?.notices.alarms, since),
		);
		pass(`The webhook says that an alarm to ${to}, is delivered`);
	} finally {
		const discarded = { at: Date.now(), by: 'the rehearsal' };
		await outbox.change('entry', entry.id, (standing) => standing && { ...standing, discarded });
		pass('The next round removes it from the storage');
	}
}

function pass(what: string): void {
	console.log(`  ✓ ${what}`);
}

/** Sends an application through the form, as a browser without scripts does. Returns the reference on the receipt. */
async function applyAt(site: URL, email: string): Promise<string> {
	const marked = 'PRØVE: Slet denne ansøgning';
	const answers = {
		name: marked,
		email,
		phone: settings.projectLead.phone,
		municipality: settings.municipalities[0] ?? '',
		area: 'Prøve',
		// With the time: the same answers would be the same application.
		network: `${marked}. Den er sendt for at se, om webstedet virker: ${new Date().toISOString()}.`,
		motivation: marked,
		callTime: 'Ring ikke',
		confirmation: 'ja',
	};
	const ask = async (path: string, fields?: Record<string, string>, expected = 200) => {
		const headers = { Origin: site.origin, 'Sec-Fetch-Site': 'same-origin' };
		const body = new URLSearchParams(fields);
		const post = { method: 'POST', redirect: 'manual', headers, body } as const;
		const answer = await fetch(new URL(path, site), fields && post);
		const html = await answer.text();
		if (answer.status === expected) return answer.headers.get('location') ?? html;
		const words = html.replaceAll(/^.*<main|<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ');
		throw new Error(`${path} answers ${answer.status}. The page says: ${words.slice(0, 400)}`);
	};
	const part = (html: string, pattern: RegExp, what: string) => {
		const found = pattern.exec(html)?.[1];
		if (found === undefined) throw new Error(`The page has no ${what}.`);
		return found;
	};
	await ask(paths.form);
	const checked = await ask(paths.check, answers);
	const token = part(checked, /name="token" value="([^"]+)"/, 'button to send with');
	// Whoever sends within a second and a half is taken for a robot.
	await new Promise((resolve) => setTimeout(resolve, 3000));
	const receipt = await ask(await ask(paths.submit, { ...answers, token }, 303));
	return part(receipt, /class="reference"[^>]*>\s*([\w-]+)/, 'reference');
}

/** Waits until an e-mail is delivered. Throws what to do if it is not, within five minutes. */
async function delivered(name: string, isDelivered: () => Promise<boolean>): Promise<void> {
	const end = Date.now() + 5 * 60_000;
	while (!(await isDelivered())) {
		if (Date.now() > end) {
			throw new Error(
				`No webhook has reported on the e-mail "${name}" in 5 minutes: docs/incidents.md, "unconfirmed".`,
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
export function isAlarmDelivered(latest: Delivery | undefined, since: number): boolean {
	if (!latest || latest.at < since || latest.kind === 'deferred') return false;
	if (latest.kind === 'delivered') return true;
	throw new Error('The alarm bounced: docs/incidents.md, "notice".');
}
