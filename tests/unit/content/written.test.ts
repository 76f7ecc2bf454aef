import { expect, test } from 'vitest';
import { settingsSchema } from '#content/schema/settings.ts';
import { writtenPage, writtenSettings } from '#content/written.ts';
import site from '../../../content/settings/site.json' with { type: 'json' };

const settings = settingsSchema.parse(site);
const { privacy, projectLead } = settings;

test('what is no setting goes, what is empty is unknown, and blanks are no part of a setting', () => {
	const form = {
		...settings,
		emergency: { number: '911', name: '' },
		privacy: { ...privacy, retention: '', legalBasis: undefined },
		projectLead: { ...projectLead, name: ' Å\u200bse ', phone: '72 28 32 00' },
		municipalities: ['Her\u00adning'],
	};
	expect(JSON.parse(writtenSettings(form))).toEqual({
		...settings,
		privacy: { ...privacy, retention: null, legalBasis: null },
		projectLead: { ...projectLead, name: 'Åse', phone: '+4572283200' },
		municipalities: ['Herning'],
	});
});

test('an empty field of a page is no line of it, and signs that nobody sees are gone', () => {
	const fields = { title: 'Tryg\u00adhed', intro: 'b', description: 'c', menu: ' ', order: null };
	expect(writtenPage({ ...fields, body: 'Hej\u200b,\ndu\u2028der' })).toBe(
		'---\ntitle: Tryghed\nintro: b\ndescription: c\n---\n\nHej,\\\ndu\\\nder\n',
	);
});

test('a date that begins a line is written as it was typed, and never counted on', () => {
	const body = '24. december er lukket.\n\n1. januar er lukket.';
	expect(writtenPage({ title: 'a', body })).toBe(`---\ntitle: a\n---\n\n${body}\n`);
});
