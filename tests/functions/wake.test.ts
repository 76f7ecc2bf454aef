import { expect, vi } from 'vitest';
import type { Context } from '@netlify/functions';
import deliverOutbox from '#netlify/functions/deliver-outbox.ts';
import wakeOutbox from '#netlify/functions/wake-outbox.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import { wake } from '#netlify/adapters/wake.ts';
import { anApplication } from '../support/application.ts';
import { askHealth, runSchedule } from '../support/delivery.ts';
import { test } from '../support/functions.ts';

const minute = 60_000;
const here = { deploy: { context: '' } } as Context;
const preview = { deploy: { context: 'deploy-preview' } } as Context;

/** Calls that the scheduled function makes to wake the other, caught on their way. */
async function caught(): Promise<Request[]> {
	const calls: Request[] = [];
	await runSchedule((request) => {
		calls.push(request);
		return Promise.resolve(new Response(null, { status: 202 }));
	});
	return calls;
}

test('each five minutes a sweep is woken, and tidying up by itself on the hour', async ({
	clock,
}) => {
	const toTheHour = 60 * minute - (Date.now() % (60 * minute));
	clock.forward(toTheHour);
	expect(await caught()).toHaveLength(2);
	clock.forward(6 * minute);
	expect(await caught()).toHaveLength(1);
});

test('nobody else can make it work: a stranger, another site, an old or a changed call', async ({
	clock,
	logged,
}) => {
	clock.forward(66 * minute - (Date.now() % (60 * minute)));
	const [call] = await caught();
	const value = call?.headers.get('X-Outbox-Wake') ?? '';
	const address = call?.url ?? '';
	const lastSweep = async () => (await askHealth()).body.lastSweepMinutes;
	const called = async (url: string, header: string) => {
		await deliverOutbox(new Request(url, { headers: { 'X-Outbox-Wake': header } }), here);
		return lastSweep();
	};
	expect(await called(address, '')).toBeNull();
	expect(await called('https://deploy-preview-1.example/api/outbox', value)).toBeNull();
	expect(await called(address, value.replace('sweep', 'tidy'))).toBeNull();
	clock.forward(11 * minute);
	expect(await called(address, value)).toBeNull();
	expect(logged.filter((line) => line.includes('not woken by us'))).toHaveLength(4);
	clock.forward(-11 * minute);
	expect(await called(address, value)).toBe(0);
});

test('a preview with all settings does not work either', async ({ set }) => {
	set({ RESEND_BASE_URL: undefined });
	const [call] = await caught();
	if (!call) throw new Error('nothing was woken');
	await deliverOutbox(call, preview);
	expect((await askHealth()).body.lastSweepMinutes).toBeNull();
});

test('nor does it tell anybody, whatever setting it lacks', async ({ set }) => {
	for (const OUTBOX_KEY of [process.env.OUTBOX_KEY, undefined]) {
		set({ RESEND_BASE_URL: undefined, OUTBOX_KEY });
		const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('{}'));
		await wakeOutbox(new Request('https://schedule.example'), preview);
		expect(fetched).not.toHaveBeenCalled();
		fetched.mockRestore();
	}
});

test('where it cannot be woken, the scheduled function does what it has time for', async ({
	functions,
	mailbox,
	clock,
	logged,
}) => {
	await mailbox.close();
	await functions.apply(anApplication());
	await mailbox.reopen();
	clock.forward(2 * minute);
	await runSchedule(() => Promise.resolve(new Response(null, { status: 500 })));
	expect(await mailbox.emails()).toHaveLength(2);
	expect(logged.join()).toContain('deliver-outbox does not wake');
	expect(await wake('sweep', new URL('http://127.0.0.1:1'), signWith('x'))).toBe(false);
});
