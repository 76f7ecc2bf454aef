import { describe, expect } from 'vitest';
import type { Entry } from '#application/outbox/entry.ts';
import { settings } from '#content/settings.ts';
import { environment } from '#netlify/adapters/env.ts';
import { outboxOf } from '#netlify/adapters/outbox.ts';
import { paths } from '#site/paths.ts';
import { anApplication, aRecognisableApplication, traces } from '../support/application.ts';
import {
	askHealth,
	bodyOf,
	runSchedule,
	signatureOf,
	postEvent,
	postBody,
} from '../support/delivery.ts';
import { alarmTo, test as base } from '../support/functions.ts';

const minute = 60_000;
const hour = 60 * minute;
const lead = settings.projectLead.email;
const applicant = anApplication().email;

/** `applied`: an application that was sent all the way, with its two e-mails. */
const test = base.extend<{ applied: { id: string; reference: string } }>({
	applied: async ({ functions, blobs }, use) => {
		const reference = await functions.apply(anApplication());
		const [id = ''] = await blobs.applications();
		await use({ id, reference });
	},
});

const read = (id: string): Promise<Entry | undefined> =>
	outboxOf(environment(), 'local').read('entry', id);
const problemsNow = async () => (await askHealth()).body.problems;

test('one mailbox gets three receipts a day; page and letter say so of the fourth', async ({
	functions,
	mailbox,
}) => {
	const promise = 'Vi sender en kvittering til din e-\u2060mail.';
	const refusal = 'Du får ikke en kvittering på e-\u2060mail.';
	const references: string[] = [];
	for (const area of ['Holstebro', 'Struer', 'Lemvig', 'Skive']) {
		const form = await functions.checked(anApplication({ area }));
		const { page } = await functions.receiptAt((await functions.post(paths.submit, form)).headers);
		const isFourth = references.length === 3;
		expect([page.words.includes(promise), page.words.includes(refusal)]).toEqual([
			!isFourth,
			isFourth,
		]);
		references.push(page.one('p', { class: 'reference' }).text);
	}
	expect(await mailbox.emailsTo(applicant)).toHaveLength(3);
	const letters = (await mailbox.emailsTo(lead)).map(({ text }) => text);
	const withheld = 'Ansøgeren har ikke fået en kvittering på e-mail.';
	expect(letters.map((text) => text.includes(withheld))).toEqual([false, false, false, true]);
	expect(letters.map((text) => /Samme e-mail som i ansøgning (\S+)\./.exec(text)?.[1])).toEqual([
		undefined,
		...references.slice(0, 3),
	]);
});

describe('the webhook', () => {
	test('takes what Resend has signed, and nothing else', async ({ applied: { id } }) => {
		const body = bodyOf({ type: 'email.delivered', about: { id } });
		const refused = {
			'no signature': new Headers(),
			'the signature of another body': signatureOf(`${body} `),
			'a replay after six minutes': signatureOf(body, 'msg_1', Date.now() - 6 * minute),
			'a signature from the future': signatureOf(body, 'msg_1', Date.now() + 6 * minute),
		};
		for (const [what, headers] of Object.entries(refused)) {
			expect(await postBody(body, headers), what).toBe(401);
		}
		expect((await read(id))?.emails.lead?.deliveredAt).toBeUndefined();
		expect(await postBody(body, signatureOf(body))).toBe(200);
		expect((await read(id))?.emails.lead?.deliveredAt).toBeDefined();
	});

	test('answers with an error until the event is stored', async ({ applied: { id }, blobs }) => {
		blobs.answerWith(403);
		expect(await postEvent({ type: 'email.delivered', about: { id } })).toBe(500);
		blobs.answerAsUsual();
		expect(await postEvent({ type: 'email.delivered', about: { id } })).toBe(200);
	});

	test('ignores other events without asking for them again', async ({ applied: { id }, blobs }) => {
		const before = await blobs.stored();
		for (const type of ['email.opened', 'email.delivery_delayed', 'contact.created', 'new']) {
			expect(await postEvent({ type, about: { id } }), type).toBe(200);
		}
		expect(await blobs.stored()).toEqual(before);
	});
});

describe('what Resend reports of the letter to the project lead', () => {
	/** A kind of event, of bounce or of failure, as Resend names it. */
	const eventOf = (name: string) => {
		if (/^[A-Z]/.test(name)) return { type: 'email.bounced', bounce: { type: name } };
		if (name.includes('_')) return { type: 'email.failed', failed: { reason: name } };
		return { type: `email.${name}` };
	};
	/** Each event at its own time, in seconds, in the order in which they arrive. */
	const table: [what: string, events: string, problem?: string][] = [
		['an out-of-office answer', 'delivered 1, Transient 2'],
		['an out-of-office answer that arrives first', 'Transient 2, delivered 1'],
		['a full mailbox, on the first day', 'Transient 1'],
		['a complaint', 'delivered 1, complained 2'],
		['a bounce that arrives again after the delivery', 'Permanent 1, delivered 2, Permanent 1'],
		['a bounce', 'Permanent 1', 'bounced'],
		['a bounce without a type', 'bounced 1', 'bounced'],
		['a bounce after the delivery', 'delivered 1, Permanent 2', 'bounced'],
		['a suppressed address', 'suppressed 1', 'suppressed'],
		['a used-up day', 'reached_daily_quota 1', 'quota'],
		['a domain that is not verified', 'domain_not_verified 1', 'configuration'],
	];
	test.for(table)('%s', async ([, events, problem], { applied, mailbox }) => {
		const begun = Date.now();
		for (const each of events.split(', ')) {
			const [name = '', seconds] = each.split(' ');
			const at = begun + 1000 * Number(seconds);
			expect(await postEvent({ ...eventOf(name), about: { id: applied.id }, at })).toBe(200);
		}
		await runSchedule();
		await runSchedule();
		const alarms = await mailbox.emailsTo(alarmTo);
		expect(alarms.map(({ text }) => text.includes(applied.reference))).toEqual(
			problem ? [true] : [],
		);
		expect(await problemsNow()).toEqual(problem ? { [problem]: 1 } : {});
		expect(await mailbox.emailsTo(lead)).toHaveLength(1);
	});
});

describe('health or an alarm reports', () => {
	test('that nothing has been accepted for four hours, in health where no e-mail can be sent', async ({
		functions,
		mailbox,
		clock,
	}) => {
		await mailbox.close();
		await functions.apply(anApplication());
		clock.forward(5 * hour);
		await runSchedule();
		expect(await askHealth()).toMatchObject({
			status: 503,
			body: { problems: { undelivered: 1, alarm: 1 }, waiting: 1, oldestMinutes: 300 },
		});
	});

	test('that rounds have stopped, and that a setting is missing', async ({ clock, set }) => {
		await runSchedule();
		expect(await askHealth()).toMatchObject({ status: 200, body: { healthy: true } });
		clock.forward(21 * minute);
		expect(await askHealth()).toMatchObject({ status: 503, body: { lastRoundMinutes: 21 } });
		set({ OUTBOX_KEY: undefined });
		expect(await askHealth()).toMatchObject({
			status: 503,
			body: { applications: 'unready', missing: ['OUTBOX_KEY'] },
		});
	});

	test('that a setting is missing, as far as the others allow', async ({
		mailbox,
		set,
		logged,
	}) => {
		set({ OUTBOX_KEY: undefined });
		await runSchedule();
		await runSchedule();
		const [alarm, ...others] = await mailbox.emailsTo(alarmTo);
		expect(others).toEqual([]);
		expect(alarm?.text).toContain('OUTBOX_KEY');
		expect(alarm?.text).not.toMatch(/missing|see docs/);
		set({ MAIL_FROM: undefined });
		await runSchedule();
		expect(logged.at(-1)).toContain('MAIL_FROM, OUTBOX_KEY');
	});

	for (const [what, alarms, to] of [
		['at the project lead, while no mailbox is set for alarms', null, lead],
		['at a domain with Danish letters', 'vagt@blåvand.example', 'vagt@xn--blvand-jua.example'],
	] as const) {
		test(`alarms ${what}`, async ({ mailbox, set }) => {
			Object.assign(settings, { mailboxes: { ...settings.mailboxes, alarms } });
			set({ OUTBOX_KEY: undefined });
			await runSchedule();
			expect(await mailbox.emailsTo(to)).toHaveLength(1);
		});
	}
});

test('nothing that an applicant or the provider wrote is in the log, in keys or in health', async ({
	functions,
	blobs,
	mailbox,
	logged,
	clock,
}) => {
	await mailbox.close();
	await functions.apply(aRecognisableApplication());
	const [id = ''] = await blobs.applications();
	await mailbox.reopen();
	clock.forward(2 * minute);
	await runSchedule();
	for (const type of ['email.bounced', 'email.delivered', 'email.delivery_delayed']) {
		await postEvent({ type, about: { id } });
		await postEvent({ type, about: { id, email: 'receipt' }, eventId: 'msg_2' });
	}
	await runSchedule();
	const seen = [
		...logged,
		JSON.stringify(await blobs.stored()),
		JSON.stringify((await askHealth()).body),
		...(await mailbox.emailsTo(alarmTo)).map(({ subject, text }) => subject + text),
	].join('\n');
	for (const trace of [...traces, 'kanariemodtager', 'Kanarieemne']) {
		expect(seen).not.toContain(trace);
	}
	expect(logged.length).toBeGreaterThan(2);
});
