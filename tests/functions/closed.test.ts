import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { missingSettings } from '#application/confirming/opening.ts';
import { settingLabel } from '#content/schema/site-settings.ts';
import { settings, type Settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { anApplication } from '../support/application.ts';
import { askHealth, runSchedule, postEvent } from '../support/delivery.ts';
import { test as base } from '../support/functions.ts';
import { HtmlPage } from '../support/html-page.ts';

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

test('while a fact is missing, the published site takes no application, and delivers what it accepted before', async ({
	functions,
	blobs,
	published,
	logged,
	set,
}) => {
	published.privacy(known);
	const form = await functions.checked(anApplication());
	await functions.post(paths.submit, form);
	const [id = ''] = await blobs.applications();
	published.privacy(unknown);
	const missing = Object.keys(unknown).map((name) => `privacy.${name}`);
	for (const address of [paths.check, paths.submit] as const) {
		const answered = await functions.post(address, { ...form, area: 'Et andet sted' });
		expect(answered.status).toBe(503);
		expect(answered.page.words).toContain('Webstedet kan ikke tage imod ansøgninger lige nu');
		expect(logged.at(-1)).toContain(missing.join(', '));
	}
	expect(await blobs.applications()).toEqual([id]);
	expect(await postEvent({ type: 'email.delivered', about: { id } })).toBe(200);
	await runSchedule();
	expect(Object.keys(await blobs.stored()).join()).toContain('round/last');

	set({ FORM_SECRET: 'kort' });
	// And no value of a setting.
	expect(await askHealth()).toMatchObject({
		status: 503,
		body: { healthy: false, applications: 'unready', missing: [...missing, 'FORM_SECRET'] },
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

test('closed on purpose it takes none, says why in the words of the staff, and is well', async ({
	functions,
	published,
}) => {
	published.privacy(known);
	const form = await functions.checked(anApplication());
	Object.assign(settings, { closed: 'Vi tager imod ansøgninger igen til foråret' });
	const answered = await functions.post(paths.check, anApplication());
	expect(answered.status).toBe(503);
	const why = 'Vi tager imod ansøgninger igen til foråret. Din ansøgning er ikke sendt. Kontakt ';
	expect(answered.page.words).toContain(why);
	expect(answered.page.formTo(paths.check)).toMatchObject({ name: anApplication().name });
	// It may have been sent before.
	const { page } = await functions.post(paths.submit, form);
	expect(page.words).not.toContain('er ikke sendt');
	expect(page.words).toContain('Har du ikke set en kvittering, så kontakt ');
	await runSchedule();
	expect(await askHealth()).toMatchObject({ status: 200, body: { applications: 'closed' } });
	Object.assign(settings, { closed: null });
});

test('each e-mail of a staging site is from a rehearsal', async ({
	functions,
	mailbox,
	published,
	set,
}) => {
	published.privacy(known);
	set({ RESEND_BASE_URL: mailbox.url });
	functions.deployContext = '';
	const email = 'proeve@firma.example';
	const before = { ...settings };
	Object.assign(settings, { isStaging: true, projectLead: { ...settings.projectLead, email } });
	await functions.apply(anApplication());
	await runSchedule();
	Object.assign(settings, before);
	const sent = await mailbox.emails();
	expect(sent.map(({ to }) => to[0]).toSorted()).toEqual([anApplication().email, email].toSorted());
	for (const { from, text } of sent) {
		expect(from).toMatch(/^PRØVE /);
		expect(text).toMatch(/^PRØVE: /);
	}
});

test('on an engineer’s machine the form’s page names what the public would not see it without', async () => {
	const page = new HtmlPage(readFileSync(join('dist', 'ansoeg', 'index.html'), 'utf8'));
	expect(page.all('form')).toHaveLength(1);
	const built = await vi.importActual<{ settings: Settings }>('#content/settings.ts');
	const missing = missingSettings(built.settings);
	expect(page.words.includes('Kun på din egen maskine')).toBe(missing.length > 0);
	for (const name of missing) expect(page.words).toContain(settingLabel(name));
});
