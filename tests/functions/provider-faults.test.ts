import { expect, test as base } from 'vitest';
import type { Refusal, Sent } from '#application/outbox/entry.ts';
import { resendMailer } from '#netlify/adapters/mailer.ts';
import { type Fault, FaultServer } from '../support/fault-server.ts';
import { Mailbox } from '../support/mailbox.ts';

const test = base.extend<{ mailbox: Mailbox; faults: FaultServer }>({
	mailbox: async ({}, use) => {
		const mailbox = await Mailbox.open();
		await use(mailbox);
		await mailbox.close();
	},
	faults: async ({ mailbox }, use) => {
		const faults = await FaultServer.open(mailbox.url);
		process.env.RESEND_BASE_URL = faults.url;
		await use(faults);
		await faults.close();
	},
});

const mail = {
	from: 'Afsender <fra@example.dk>',
	to: 'til@example.dk',
	replyTo: 'svar@example.dk',
	subject: 'Emne',
	text: 'Tekst',
	html: '<p>Tekst</p>',
	headers: {},
};
const tags = { id: '2026112107-0', email: 'lead', generation: '1' };

function error(status: number, name: string): Fault {
	return { status, body: JSON.stringify({ statusCode: status, name, message: 'No' }) };
}

const refused = (reason: Refusal): Sent => ({ kind: 'refused', reason });
const unknown: Sent = { kind: 'unknown' };

/** What Resend, or the way to it, does; what we take it for; and how often the e-mail is in the mailbox. */
const table: [fault: string, happens: Fault, means: Sent, sent: 0 | 1][] = [
	['too many a second', error(429, 'rate_limit_exceeded'), refused('rate'), 0],
	['too many a day', error(429, 'daily_quota_exceeded'), refused('quota'), 0],
	['too many a month', error(429, 'monthly_quota_exceeded'), refused('quota'), 0],
	['a wrong key', error(401, 'missing_api_key'), refused('configuration'), 0],
	['an unverified domain', error(403, 'validation_error'), refused('configuration'), 0],
	['an e-mail it will not send', error(422, 'validation_error'), refused('content'), 0],
	['its own error', error(500, 'application_error'), unknown, 0],
	['unavailable', { status: 503 }, unknown, 0],
	['a gateway page in HTML', { status: 502, body: '<html>Bad gateway</html>' }, unknown, 0],
	['the same key with another e-mail', error(409, 'invalid_idempotent_request'), unknown, 0],
	['the same key at the same time', error(409, 'concurrent_idempotent_requests'), unknown, 0],
	['a broken connection', 'reset', unknown, 0],
	['no answer', 'hang', unknown, 0],
	['sent, and the answer lost', 'answer-lost', unknown, 1],
	['sent, and the answer cut off', 'cut-off', unknown, 1],
];

const patient = resendMailer('re_test');

for (const [fault, happens, means, sent] of table) {
	test(`${fault}: nothing is thrown, and the next try sends it once`, async ({
		faults,
		mailbox,
	}) => {
		const mailer = happens === 'hang' ? resendMailer('re_test', 500) : patient;
		faults.choose = () => happens;
		expect(await mailer.send(mail, 'key', tags)).toEqual(means);
		expect(await mailbox.emails()).toHaveLength(sent);
		faults.choose = () => undefined;
		expect(await patient.send(mail, 'key', tags)).toMatchObject({ kind: 'accepted' });
		expect(await mailbox.emails()).toHaveLength(1);
	});
}
