import { describe, expect } from 'vitest';
import { settings } from '#content/settings.ts';
import {
	aMunicipality,
	anApplication,
	aRecognisableApplication,
	traces,
} from '../support/application.ts';
import type { Blobs } from '../support/blobs.ts';
import {
	askHealth,
	bodyOf,
	runSchedule,
	signatureOf,
	tell,
	tellWebhook,
} from '../support/delivery.ts';
import { alarmTo, test } from '../support/functions.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

async function onlyId(blobs: Blobs): Promise<string> {
	const [id, ...others] = await blobs.applications();
	expect(others).toEqual([]);
	return id ?? '';
}

async function keysOf(blobs: Blobs, part: string): Promise<string[]> {
	return Object.keys(await blobs.stored()).filter((key) => key.includes(part));
}

describe('the sweeper', () => {
	test('sends what waited while the mail server was down, once', async ({
		functions,
		mailbox,
		clock,
		blobs,
	}) => {
		await mailbox.close();
		const reference = await functions.apply(anApplication());
		await mailbox.reopen();
		await runSchedule();
		expect(await mailbox.emails()).toEqual([]);
		clock.forward(2 * minute);
		await Promise.all([runSchedule(), runSchedule()]);
		await runSchedule();
		expect(await mailbox.emailsTo(settings.projectLead.email)).toHaveLength(1);
		expect(await mailbox.emailsWith(reference)).toHaveLength(2);
		expect(await keysOf(blobs, '/attempted/')).toHaveLength(4);
	});

	test('deletes a week after delivery, and then what is known about it', async ({
		functions,
		blobs,
		clock,
	}) => {
		await functions.apply(anApplication());
		const id = await onlyId(blobs);
		expect(await tell({ type: 'email.delivered', application: id })).toBe(200);
		// The slow round is part of the first sweep of an hour.
		const toTheHour = () => clock.forward(hour - (Date.now() % hour));
		clock.forward(6 * day);
		toTheHour();
		await runSchedule();
		expect(await blobs.applications()).toEqual([id]);
		clock.forward(day + hour);
		toTheHour();
		await runSchedule();
		expect(await blobs.applications()).toEqual([]);
		clock.forward(7 * day);
		toTheHour();
		await runSchedule();
		const left = Object.keys(await blobs.stored()).map((key) => key.replace(/^[^/]*\//, ''));
		expect(left.filter((key) => !key.startsWith('claim/roll-call')).toSorted()).toEqual([
			'sweep/last',
			'tidy/last',
		]);
	});

	test('never deletes what was not delivered', async ({ functions, blobs, clock }) => {
		await functions.apply(anApplication());
		clock.forward(100 * day);
		clock.forward(hour - (Date.now() % hour));
		await runSchedule();
		await runSchedule();
		expect(await blobs.applications()).toHaveLength(1);
	});

	test('is not stopped by one application that cannot be opened', async ({
		functions,
		mailbox,
		clock,
		set,
	}) => {
		await mailbox.close();
		const key = process.env.OUTBOX_KEY ?? '';
		set({ OUTBOX_KEY: `lost:${Buffer.from('x'.repeat(32)).toString('base64')}` });
		await functions.apply(anApplication({ email: 'anden@eksempel.dk' }));
		set({ OUTBOX_KEY: key });
		const reference = await functions.apply(anApplication());
		await mailbox.reopen();
		clock.forward(2 * minute);
		await runSchedule();
		expect(await mailbox.emailsWith(reference)).toHaveLength(2);
		expect(await mailbox.emailsTo(alarmTo)).toEqual([
			expect.objectContaining({ subject: 'Ansøgninger kan ikke læses' }),
		]);
		expect((await askHealth()).body).toMatchObject({ problems: { unreadable: 1 } });
	});

	test('opens what an earlier key has sealed', async ({ functions, mailbox, clock, set }) => {
		await mailbox.close();
		const reference = await functions.apply(anApplication());
		const next = `next:${Buffer.from('y'.repeat(32)).toString('base64')}`;
		set({ OUTBOX_KEY: `${next},${process.env.OUTBOX_KEY ?? ''}` });
		await mailbox.reopen();
		clock.forward(2 * minute);
		await runSchedule();
		expect(await mailbox.emailsWith(reference)).toHaveLength(2);
	});

	test('gives one mailbox one receipt a day', async ({ functions, mailbox }) => {
		await functions.apply(anApplication());
		await functions.apply(anApplication({ area: 'Struer' }));
		expect(await mailbox.emailsTo(anApplication().email)).toHaveLength(1);
		expect(await mailbox.emailsTo(settings.projectLead.email)).toHaveLength(2);
	});
});

describe('the webhook', () => {
	test('takes what Resend has signed, and nothing else', async ({ functions, blobs }) => {
		await functions.apply(anApplication());
		const body = bodyOf({ type: 'email.delivered', application: await onlyId(blobs) });
		const refused = {
			'no signature': new Headers(),
			'the signature of another body': signatureOf(`${body} `),
			'a replay after six minutes': signatureOf(body, 'msg_1', Date.now() - 6 * minute),
			'a signature from the future': signatureOf(body, 'msg_1', Date.now() + 6 * minute),
		};
		for (const [what, headers] of Object.entries(refused)) {
			expect(await tellWebhook(body, headers), what).toBe(401);
		}
		expect(await keysOf(blobs, '/delivered/')).toEqual([]);
		expect(await tellWebhook(body, signatureOf(body))).toBe(200);
		expect(await keysOf(blobs, '/delivered/')).toHaveLength(1);
	});

	test('writes an event down once, however often it is told', async ({ functions, blobs }) => {
		await functions.apply(anApplication());
		const application = await onlyId(blobs);
		for (const eventId of ['msg_1', 'msg_1', 'msg_2']) {
			expect(await tell({ type: 'email.delivered', application, eventId })).toBe(200);
		}
		expect(await keysOf(blobs, '/delivered/')).toHaveLength(2);
	});

	test('answers with an error until the fact is written down', async ({ functions, blobs }) => {
		await functions.apply(anApplication());
		const application = await onlyId(blobs);
		blobs.answerWith(403);
		expect(await tell({ type: 'email.delivered', application })).toBe(500);
		blobs.answerAsUsual();
		expect(await tell({ type: 'email.delivered', application })).toBe(200);
	});

	for (const type of ['email.opened', 'contact.created', 'something.new']) {
		test(`ignores ${type} without asking for it again`, async ({ functions, blobs }) => {
			await functions.apply(anApplication());
			const before = await blobs.stored();
			expect(await tell({ type, application: await onlyId(blobs) })).toBe(200);
			expect(await blobs.stored()).toEqual(before);
		});
	}

	test('understands tags as a list, as the documentation shows them', async ({
		functions,
		blobs,
	}) => {
		await functions.apply(anApplication());
		const application = await onlyId(blobs);
		const body = JSON.stringify({
			type: 'email.delivered',
			created_at: new Date().toISOString(),
			data: {
				tags: [
					{ name: 'application', value: application },
					{ name: 'mail', value: 'lead' },
				],
			},
		});
		expect(await tellWebhook(body, signatureOf(body))).toBe(200);
		expect(await keysOf(blobs, '/delivered/')).toHaveLength(1);
	});
});

describe('a person is told', () => {
	const stuck = [
		{ type: 'email.bounced', problem: 'bounced' },
		{ type: 'email.failed', problem: 'bounced' },
		{ type: 'email.suppressed', problem: 'suppressed' },
	];
	for (const { type, problem } of stuck) {
		test(`when the project lead's mailbox answers ${type}`, async ({
			functions,
			blobs,
			mailbox,
		}) => {
			const reference = await functions.apply(anApplication());
			await tell({ type, application: await onlyId(blobs) });
			await runSchedule();
			await runSchedule();
			const [alarm, ...others] = await mailbox.emailsTo(alarmTo);
			expect(alarm?.text).toContain(reference);
			expect(others).toEqual([]);
			expect(await askHealth()).toMatchObject({
				status: 503,
				body: { healthy: false, problems: { [problem]: 1 } },
			});
			expect(await blobs.applications()).toHaveLength(1);
		});
	}

	test('when nothing has been accepted for four hours', async ({ functions, mailbox, clock }) => {
		await mailbox.close();
		await functions.apply(anApplication());
		clock.forward(5 * hour);
		await runSchedule();
		expect(await askHealth()).toMatchObject({
			status: 503,
			body: { problems: { undelivered: 1 } },
		});
	});

	test('when nothing has been confirmed for a day', async ({ functions, mailbox, clock }) => {
		await functions.apply(anApplication());
		// To the middle of an hour: in its first minutes the slow round calls the roll, in the same mailbox.
		clock.forward(25 * hour);
		clock.forward(hour - (Date.now() % hour) + 30 * minute);
		await runSchedule();
		expect(await mailbox.emailsTo(alarmTo)).toEqual([
			expect.objectContaining({ subject: 'Ansøgninger er måske ikke afleveret' }),
		]);
	});

	test('when sweeps stop, and when a setting is missing', async ({ clock, set }) => {
		await runSchedule();
		expect(await askHealth()).toMatchObject({ status: 200, body: { healthy: true } });
		clock.forward(21 * minute);
		expect(await askHealth()).toMatchObject({ status: 503, body: { lastSweepMinutes: 21 } });
		set({ OUTBOX_KEY: undefined });
		expect(await askHealth()).toMatchObject({
			status: 503,
			body: { applications: 'unready', missing: ['OUTBOX_KEY'] },
		});
	});

	test('when a setting is missing, as far as the others allow', async ({
		mailbox,
		set,
		logged,
	}) => {
		set({ OUTBOX_KEY: undefined });
		await runSchedule();
		await runSchedule();
		const alarms = await mailbox.emailsTo(alarmTo);
		expect(alarms).toHaveLength(1);
		expect(alarms[0]?.text).toContain('OUTBOX_KEY');
		expect(alarms[0]?.text).not.toMatch(/missing|see docs/);
		set({ MAIL_FROM: undefined });
		await runSchedule();
		expect(logged.at(-1)).toContain('MAIL_FROM, OUTBOX_KEY');
	});

	test('the project lead, while no mailbox of their own is set for alarms', async ({
		mailbox,
		set,
	}) => {
		Object.assign(settings, { mailboxes: { ...settings.mailboxes, alarms: null } });
		set({ OUTBOX_KEY: undefined });
		await runSchedule();
		const alarms = await mailbox.emailsTo(settings.projectLead.email);
		expect(alarms.map(({ text }) => text).join()).toContain('OUTBOX_KEY');
	});

	test("the project lead, when an applicant's receipt came back", async ({
		functions,
		blobs,
		mailbox,
	}) => {
		const reference = await functions.apply(anApplication());
		await tell({ type: 'email.bounced', mail: 'receipt', application: await onlyId(blobs) });
		await runSchedule();
		await runSchedule();
		const subjects = (await mailbox.emailsTo(settings.projectLead.email)).map(
			({ subject }) => subject,
		);
		expect(subjects).toEqual([
			`Ny ansøgning ${reference}: ${settings.name}, ${aMunicipality}`,
			`Kvitteringen for ansøgning ${reference} kom ikke frem`,
		]);
		expect(await mailbox.emailsTo(alarmTo)).toEqual([]);
	});
});

test('nothing that an applicant or the provider wrote is found in the log, in keys or in health', async ({
	functions,
	blobs,
	mailbox,
	logged,
	clock,
}) => {
	await mailbox.close();
	await functions.apply(aRecognisableApplication());
	const application = await onlyId(blobs);
	await mailbox.reopen();
	clock.forward(2 * minute);
	await runSchedule();
	for (const type of ['email.bounced', 'email.delivered', 'email.delivery_delayed']) {
		await tell({ type, application });
		await tell({ type, application, mail: 'receipt', eventId: 'msg_2' });
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
