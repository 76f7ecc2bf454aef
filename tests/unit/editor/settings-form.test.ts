import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsFile } from '#content/source.ts';
import { asForm, fromForm } from '#editor/settings-form.ts';

const file = JSON.parse(readFileSync(settingsFile, 'utf8')) as Record<string, unknown>;
const withPhone = (phone: string) => ({
	...asForm(file),
	projectLead: { ...(file.projectLead as object), phone },
});

test('the form shows several entries line by line, and the unknown as nothing', () => {
	const form = asForm({
		...file,
		municipalities: ['Lemvig', 'Struer'],
		accessibilityStatement: null,
	});
	expect(form).toMatchObject({ municipalities: 'Lemvig\nStruer', accessibilityStatement: '' });
	const back = fromForm({ ...form, municipalities: '\nLemvig \n\n Struer\n' });
	expect(back).toMatchObject({ municipalities: ['Lemvig', 'Struer'] });
});

test.each([
	'72 28 32 00',
	'72283200',
	'72.28.32.00',
	'7228-3200',
	'+45 72 28 32 00',
	'0045 72283200',
])('a phone number may be written as %s', (written) => {
	expect(fromForm(withPhone(written))).toMatchObject({ projectLead: { phone: '+4572283200' } });
});

test('what is no phone number stays as it is, for the check to tell', () => {
	expect(fromForm(withPhone('72 28'))).toMatchObject({ projectLead: { phone: '72 28' } });
});

test('a text of several lines is one text', () => {
	const privacy = { ...(file.privacy as object), retention: 'Et år.\n  Så sletter vi.\n' };
	const saved = fromForm({ ...asForm(file), privacy });
	expect(saved).toMatchObject({ privacy: { retention: 'Et år. Så sletter vi.' } });
});
