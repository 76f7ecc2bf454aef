import { expect, test as base } from 'vitest';
import type { Sent } from '#application/delivering/ports.ts';
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
};
const tags = { application: '2026112107-0', mail: 'lead' };

function error(status: number, name: string, headers = {}): Fault {
	return { status, body: JSON.stringify({ statusCode: status, name, message: 'No' }), headers };
}

/** What Resend, or the way to it, does; what we make of it; and whether the e-mail lies in the mailbox. */
const table: { fault: string; happens: Fault; means: Sent; sent: 0 | 1 }[] = [
	{
		fault: 'too many a second',
		happens: error(429, 'rate_limit_exceeded', { 'Retry-After': '1' }),
		means: { kind: 'refused', reason: 'rate' },
		sent: 0,
	},
	{
		fault: 'too many a day',
		happens: error(429, 'daily_quota_exceeded'),
		means: { kind: 'refused', reason: 'quota' },
		sent: 0,
	},
	{
		fault: 'too many a month',
		happens: error(429, 'monthly_quota_exceeded'),
		means: { kind: 'refused', reason: 'quota' },
		sent: 0,
	},
	{
		fault: 'a wrong key',
		happens: error(401, 'missing_api_key'),
		means: { kind: 'refused', reason: 'configuration' },
		sent: 0,
	},
	{
		fault: 'an unverified domain',
		happens: error(403, 'validation_error'),
		means: { kind: 'refused', reason: 'configuration' },
		sent: 0,
	},
	{
		fault: 'an e-mail it will not send',
		happens: error(422, 'validation_error'),
		means: { kind: 'refused', reason: 'content' },
		sent: 0,
	},
	{
		fault: 'its own error',
		happens: error(500, 'application_error'),
		means: { kind: 'unknown' },
		sent: 0,
	},
	{ fault: 'unavailable', happens: { status: 503 }, means: { kind: 'unknown' }, sent: 0 },
	{
		fault: 'a gateway page in HTML',
		happens: { status: 502, body: '<html>Bad gateway</html>' },
		means: { kind: 'unknown' },
		sent: 0,
	},
	{
		fault: 'the same key with another e-mail',
		happens: error(409, 'invalid_idempotent_request'),
		means: { kind: 'unknown' },
		sent: 0,
	},
	{
		fault: 'the same key at the same time',
		happens: error(409, 'concurrent_idempotent_requests'),
		means: { kind: 'unknown' },
		sent: 0,
	},
	{ fault: 'a broken connection', happens: 'reset', means: { kind: 'unknown' }, sent: 0 },
	{ fault: 'no answer', happens: 'hang', means: { kind: 'unknown' }, sent: 0 },
	{
		fault: 'sent, and the answer lost',
		happens: 'answer-lost',
		means: { kind: 'unknown' },
		sent: 1,
	},
	{
		fault: 'sent, and the answer cut off',
		happens: 'cut-off',
		means: { kind: 'unknown' },
		sent: 1,
	},
];

const patient = resendMailer('re_test');

for (const { fault, happens, means, sent } of table) {
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
