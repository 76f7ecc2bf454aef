import { describe, expect, test } from 'vitest';
import { settings, settingsSchema } from '#content/settings.ts';

const { projectLead, authority, privacy } = settings;

test('the settings of the site are in order', () => {
	expect(settingsSchema.safeParse(settings).success).toBe(true);
});

test('what nobody knows yet may be left open', () => {
	const open = {
		...settings,
		accessibilityStatement: null,
		privacy: { ...privacy, retention: null },
	};
	expect(settingsSchema.safeParse(open).success).toBe(true);
});

describe('the build stops, and names the setting, where', () => {
	const table: [string, object, string][] = [
		['a key is misspelt', { projektleder: 'x' }, 'projektleder'],
		['a name is empty', { name: ' ' }, 'name'],
		['a name is missing', { name: undefined }, 'name'],
		['there is no municipality', { municipalities: [] }, 'municipalities'],
		['a municipality is empty', { municipalities: ['Lemvig', ''] }, 'municipalities.1'],
		['the e-mail is none', { projectLead: { ...projectLead, email: 'ane' } }, 'projectLead.email'],
		[
			'the phone has spaces',
			{ projectLead: { ...projectLead, phone: '72 28 32 00' } },
			'projectLead.phone',
		],
		[
			'the phone lacks its country',
			{ projectLead: { ...projectLead, phone: '72283200' } },
			'projectLead.phone',
		],
		[
			'the project lead has a key too many',
			{ projectLead: { ...projectLead, mobil: '1' } },
			'mobil',
		],
		[
			'an address is not https',
			{ authority: { ...authority, url: 'http://politi.dk' } },
			'authority.url',
		],
		[
			'an address runs code',
			{ accessibilityStatement: 'javascript:alert(1)' },
			'accessibilityStatement',
		],
		[
			'a privacy fact is an empty text',
			{ privacy: { ...privacy, retention: '' } },
			'privacy.retention',
		],
		[
			'a privacy fact is left out',
			{ privacy: { ...privacy, retention: undefined } },
			'privacy.retention',
		],
	];
	for (const [what, change, named] of table) {
		test(what, () => {
			const { error } = settingsSchema.safeParse({ ...settings, ...change });
			const issues = error?.issues.map(
				(issue) => `${issue.path.join('.')} ${issue.message} ${JSON.stringify(issue)}`,
			);
			expect(issues?.join('\n')).toContain(named);
		});
	}
});
