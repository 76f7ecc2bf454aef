import { expect, test } from 'vitest';
import { missingSettings } from '#application/confirming/opening.ts';
import { readSettings } from '#content/settings.ts';
import site from '../../../content/settings/site.json' with { type: 'json' };

const lead = 'proeve@firma.example';
const URL = 'https://tryghed-staging.netlify.app';

test('without STAGING_LEAD the settings are those of the file', () => {
	const settings = readSettings(site, { URL });
	expect(settings).toMatchObject({ projectLead: site.projectLead, isStaging: false });
});

test('a staging site uses the mailbox of its environment, on any domain', () => {
	const settings = readSettings(site, { URL, STAGING_LEAD: lead });
	const { projectLead } = site;
	expect(settings).toMatchObject({ projectLead: { ...projectLead, email: lead }, isStaging: true });
	expect(missingSettings(settings)).not.toContain('projectLead.email');
});

for (const address of [
	'https://tryghedsambassadoer.example',
	'https://tryghed.netlify.app',
	'https://tryghed-staging.example',
	'',
]) {
	test(`the site at "${address}" refuses STAGING_LEAD`, () => {
		expect(() => readSettings(site, { URL: address, STAGING_LEAD: lead })).toThrow(
			'no staging site',
		);
	});
}

test('a STAGING_LEAD that is no e-mail address is refused', () => {
	expect(() => readSettings(site, { URL, STAGING_LEAD: 'Ane' })).toThrow();
});
