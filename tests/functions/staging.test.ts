import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { settings } from '#content/settings.ts';
import { paths } from '#site/paths.ts';
import { anApplication } from '../support/application.ts';
import { buildWith } from '../support/changed-project.ts';
import { runSchedule } from '../support/delivery.ts';
import { test } from '../support/functions.ts';
import { HtmlPage } from '../support/html-page.ts';

const lead = 'proeve@firma.example';
const closed = 'Vi tager imod ansøgninger igen til foråret.';
const environment = { CONTEXT: 'production', STAGING_LEAD: lead };

// A copy, so that a test can change them.
vi.mock(import('#content/settings.ts'), async (original) => {
	const real = await original();
	return { ...real, settings: { ...real.settings } };
});

test('the production build of a staging site that is closed says both', async () => {
	const project = await buildWith({
		settings: { closed },
		environment: { ...environment, URL: 'https://tryghed-staging.netlify.app' },
	});
	const pages = readdirSync(join(project.root, 'dist'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html') && !file.startsWith('admin'))
		.map((file) => new HtmlPage(readFileSync(join(project.root, 'dist', file), 'utf8')));
	expect(pages.length).toBeGreaterThan(5);
	for (const page of pages) expect(page.words).toContain('Dette er en prøve.');
	const form = new HtmlPage(
		readFileSync(join(project.root, 'dist', paths.form, 'index.html'), 'utf8'),
	);
	expect(form.all('form')).toEqual([]);
	expect(form.words).toContain(closed);
	expect(form.words).toContain(lead);
	const submit = join(project.root, 'build', 'functions', 'submit-application.mjs');
	expect(readFileSync(submit, 'utf8')).toContain(lead);
	await project.remove();
});

test('the production site is not built with another mailbox than the project lead’s', async () => {
	const site = { ...environment, URL: 'https://tryghedsambassadoer.example' };
	await expect(buildWith({ environment: site })).rejects.toThrow('this is no staging site');
});

test('each e-mail of a staging site is from a rehearsal', async ({ functions, mailbox }) => {
	Object.assign(settings, {
		isStaging: true,
		projectLead: { ...settings.projectLead, email: lead },
	});
	await functions.apply(anApplication());
	await runSchedule();
	const sent = await mailbox.emails();
	expect(sent.map(({ to }) => to[0]).toSorted()).toEqual([anApplication().email, lead].toSorted());
	for (const { from, text } of sent) {
		expect(from).toMatch(/^PRØVE /);
		expect(text).toMatch(/^PRØVE: /);
	}
});
