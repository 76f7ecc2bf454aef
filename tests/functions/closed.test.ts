import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, vi } from 'vitest';
import { missingSettings } from '#application/confirming/opening.ts';
import { settingLabel } from '#content/schema/site-settings.ts';
import { settings, type Settings } from '#content/settings.ts';
import { readable } from '#application/asking/phone-number.ts';
import { paths } from '#site/paths.ts';
import { anApplication } from '../support/application.ts';
import { askHealth, runSchedule, postEvent } from '../support/delivery.ts';
import { expectCarefulHeaders, test as base } from '../support/functions.ts';
import { HtmlPage } from '../support/html-page.ts';

const { projectLead } = settings;
const asItIs = settings.privacy;
const facts = (value: string | null) =>
	Object.fromEntries(Object.keys(asItIs).map((name) => [name, value])) as Settings['privacy'];
const known = facts('er besvaret');
const unknown = facts(null);

// A copy, so that a test can change them.
vi.mock(import('#content/settings.ts'), async (original) => {
	const real = await original();
	return { ...real, settings: { ...real.settings } };
});

/** The functions of the published site; nobody listens where its mail server would be. */
const test = base.extend<{ published: { privacy: (facts: Settings['privacy']) => void } }>({
	published: [
		async ({ functions, set }, use) => {
			functions.deployContext = 'production';
			set({ RESEND_BASE_URL: 'http://127.0.0.2:9' });
			Object.assign(settings, { privacy: unknown });
			await use({ privacy: (privacy) => void Object.assign(settings, { privacy }) });
			Object.assign(settings, { privacy: asItIs });
		},
		{ auto: true },
	],
});

describe('while a fact is missing, the published site', () => {
	test('takes no application, and the answers stay on the page', async ({
		functions,
		blobs,
		logged,
	}) => {
		for (const address of [paths.check, paths.submit] as const) {
			const answered = await functions.post(address, anApplication());
			expect(answered.status).toBe(503);
			expect(answered.page.words).toContain('Webstedet er ikke klar endnu');
			expect(answered.page.words).toContain(readable(projectLead.phone));
			expect(answered.page.words).toContain(projectLead.email);
			expect(answered.page.formTo(paths.check)).toMatchObject({ name: anApplication().name });
			expectCarefulHeaders(answered);
			expect(logged.at(-1)).toContain('privacy.controller');
		}
		expect(await blobs.stored()).toEqual({});
	});

	test('still delivers what it accepted before', async ({ functions, blobs, published }) => {
		published.privacy(known);
		await functions.apply(anApplication());
		const [id = ''] = await blobs.applications();
		published.privacy(unknown);
		expect((await functions.post(paths.check, anApplication())).status).toBe(503);
		expect(await postEvent({ type: 'email.delivered', about: { id } })).toBe(200);
		await runSchedule();
		expect(Object.keys(await blobs.stored()).join()).toContain('round/last');
	});
});

test('with every fact it takes applications, in a store of its own', async ({
	functions,
	blobs,
	published,
}) => {
	published.privacy(known);
	await functions.apply(anApplication());
	const stores = Object.keys(await blobs.stored()).map((key) => key.split('/')[0] ?? '');
	expect([...new Set(stores)].map(decodeURIComponent)).toEqual(['site:outbox-production']);
});

test('an engineer’s machine has another store', async ({ functions, blobs, mailbox, set }) => {
	functions.deployContext = '';
	set({ RESEND_BASE_URL: mailbox.url });
	await functions.apply(anApplication());
	const stores = Object.keys(await blobs.stored()).map((key) => key.split('/')[0] ?? '');
	expect([...new Set(stores)].map(decodeURIComponent)).toEqual(['site:outbox-local']);
});

test('closed on purpose it takes none, says why in the words of the staff, and is well', async ({
	functions,
	published,
}) => {
	published.privacy(known);
	Object.assign(settings, { closed: 'Vi tager imod ansøgninger igen til foråret.' });
	const answered = await functions.post(paths.check, anApplication());
	expect(answered.status).toBe(503);
	expect(answered.page.words).toContain('Vi tager imod ansøgninger igen til foråret.');
	expect(answered.page.formTo(paths.check)).toMatchObject({ name: anApplication().name });
	await runSchedule();
	expect(await askHealth()).toMatchObject({ status: 200, body: { applications: 'closed' } });
	Object.assign(settings, { closed: null });
});

test('on an engineer’s machine the form’s page names what the public would not see it without', async () => {
	const page = new HtmlPage(readFileSync(join('dist', 'ansoeg', 'index.html'), 'utf8'));
	expect(page.all('form')).toHaveLength(1);
	const built = await vi.importActual<{ settings: Settings }>('#content/settings.ts');
	const missing = missingSettings(built.settings);
	expect(page.words.includes('Kun på din egen maskine')).toBe(missing.length > 0);
	for (const name of missing) expect(page.words).toContain(settingLabel(name));
});
