import { expect, vi } from 'vitest';
import type { Context } from '@netlify/functions';
import deliverOutbox from '#netlify/functions/deliver-outbox.ts';
import { settings } from '#content/settings.ts';
import wakeOutbox from '#netlify/functions/wake-outbox.ts';
import { anApplication } from '../support/application.ts';
import { askHealth, idle, runSchedule, through } from '../support/delivery.ts';
import { alarmTo, test } from '../support/functions.ts';

const minute = 60_000;
const deploy = (context: string, published = true) =>
	({ deploy: { context, published }, site: {} }) as Context;
const here = deploy('');
const notPublished = [
	deploy('deploy-preview'),
	deploy('branch-deploy'),
	deploy('production', false),
];

const lastRound = async () => (await askHealth()).body.lastRoundMinutes;

/** The call that the scheduled function makes, caught on its way, once it is known that rounds run. */
async function caught(clock: { forward: (milliseconds: number) => void }): Promise<Request> {
	await runSchedule();
	clock.forward(5 * minute);
	const calls: Request[] = [];
	await through((request) => {
		calls.push(request);
		return idle(request);
	}, runSchedule);
	const [call, ...others] = calls;
	if (!call || others.length > 0) throw new Error(`${calls.length} calls`);
	return call;
}

test('nobody else can make it work: a stranger, another site, a changed or an old call', async ({
	clock,
	logged,
}) => {
	const call = await caught(clock);
	const value = call.headers.get('X-Outbox-Wake') ?? '';
	const called = async (url: string, header: string) => {
		await deliverOutbox(new Request(url, { headers: { 'X-Outbox-Wake': header } }), here);
		return lastRound();
	};
	expect(await called(call.url, '')).toBe(5);
	expect(await called('https://deploy-preview-1.example/api/outbox', value)).toBe(5);
	expect(await called(call.url, value.replace('..', '.2026112107-0.'))).toBe(5);
	clock.forward(11 * minute);
	expect(await called(call.url, value)).toBe(16);
	expect(logged.filter((line) => line.includes('not called by us'))).toHaveLength(4);
	clock.forward(-11 * minute);
	expect(await called(call.url, value)).toBe(0);
});

test('a deploy that is not the published one runs no round and reports nothing, whatever it lacks', async ({
	clock,
	set,
}) => {
	const call = await caught(clock);
	for (const OUTBOX_KEY of [process.env.OUTBOX_KEY, undefined]) {
		set({ RESEND_BASE_URL: undefined, OUTBOX_KEY });
		const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'));
		for (const context of notPublished) {
			await deliverOutbox(call.clone(), context);
			await wakeOutbox(new Request('https://schedule.example'), context);
		}
		expect(fetched).not.toHaveBeenCalled();
		fetched.mockRestore();
	}
});

test('before the first round it is processed where the call is made, and raises no alarm', async ({
	functions,
	mailbox,
	clock,
}) => {
	await mailbox.close();
	await functions.apply(anApplication());
	await mailbox.reopen();
	clock.forward(2 * minute);
	await through(idle, runSchedule);
	expect(await mailbox.emails()).toHaveLength(2);
	expect((await askHealth()).status).toBe(200);
});

for (const [what, answer, minutes] of [
	['is not taken', () => Promise.resolve(new Response(null, { status: 500 })), 5],
	['fails', () => Promise.reject(new Error('no connection')), 5],
	['is taken and nothing is done', idle, 12],
] as const) {
	test(`where the call ${what}, it is processed all the same, and raises an alarm`, async ({
		functions,
		mailbox,
		clock,
		logged,
	}) => {
		await runSchedule();
		await mailbox.close();
		const reference = await functions.apply(anApplication());
		await mailbox.reopen();
		for (let passed = 0; passed < minutes; passed += minutes / 2) {
			clock.forward((minutes / 2) * minute);
			await through(answer, runSchedule);
		}
		expect(await mailbox.emailsWith(reference)).toHaveLength(2);
		expect((await mailbox.emailsTo(alarmTo)).map(({ subject }) => subject)).toEqual([
			`${settings.name}: Udsendelsen kører ikke, som den skal`,
		]);
		expect(await askHealth()).toMatchObject({ status: 503, body: { problems: { stopped: 1 } } });
		expect(logged.join()).toContain('deliver-outbox does not run');
	});
}
