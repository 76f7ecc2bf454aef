import { expect } from 'vitest';
import type { Context } from '@netlify/functions';
import { settings } from '#content/settings.ts';
import health from '#netlify/functions/health.ts';
import { test } from '../support/functions.ts';
import { runSchedule } from '../support/delivery.ts';

const here = { deploy: { context: '' } } as Context;
const published = { deploy: { context: 'production', published: true } } as Context;
const ask = async (context: Context, method = 'GET') => {
	const answer = await health(new Request('https://x.example/api/health', { method }), context);
	return { status: answer.status, text: await answer.text() };
};

test('a monitor that asks with HEAD gets the same status', async ({ set }) => {
	await runSchedule();
	expect((await ask(here, 'HEAD')).status).toBe(200);
	set({ OUTBOX_KEY: undefined });
	expect((await ask(here, 'HEAD')).status).toBe(503);
});

test('says which commit and which deploy answer', async ({ set }) => {
	set({ COMMIT_REF: 'c0ffee' });
	const deploy = { id: 'd1', context: 'production' };
	expect(JSON.parse((await ask({ deploy } as Context)).text)).toMatchObject({
		commit: 'c0ffee',
		deploy: 'd1',
	});
});

test('the published site names every setting that it still lacks, and no value', async ({
	set,
}) => {
	set({ RESEND_BASE_URL: undefined, FORM_SECRET: 'kort' });
	Object.assign(settings, {
		mailboxes: { ...settings.mailboxes, alarms: null },
		privacy: Object.fromEntries(Object.keys(settings.privacy).map((name) => [name, null])),
	});
	const { status, text } = await ask(published);
	expect(status).toBe(503);
	expect(JSON.parse(text)).toMatchObject({
		healthy: false,
		applications: 'unready',
		missing: [
			'privacy.controller',
			'privacy.dataProtectionOfficer',
			'privacy.legalBasis',
			'privacy.recipients',
			'privacy.thirdCountries',
			'privacy.retention',
			'privacy.registerCheck',
			'mailboxes.alarms',
			'FORM_SECRET',
		],
	});
	expect(text).not.toContain('kort');
});
