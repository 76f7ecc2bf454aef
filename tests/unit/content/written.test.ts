import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import { writtenPage, writtenSettings } from '#content/written.ts';

const { privacy, projectLead } = settings;

test('what is no setting goes, what is empty is unknown, and blanks are no part of a setting', () => {
	const form = {
		...settings,
		emergency: { number: '911', name: '' },
		privacy: { ...privacy, retention: '', legalBasis: undefined },
		projectLead: { ...projectLead, name: ' Åse ' },
	};
	expect(JSON.parse(writtenSettings(form))).toEqual({
		...settings,
		privacy: { ...privacy, retention: null, legalBasis: null },
		projectLead: { ...projectLead, name: 'Åse' },
	});
});

test('an empty field of a page is no line of it', () => {
	const fields = { title: 'a', intro: 'b', description: 'c', menu: ' ', order: null, body: 'd' };
	expect(writtenPage(fields)).toBe('---\ntitle: a\nintro: b\ndescription: c\n---\n\nd\n');
});
