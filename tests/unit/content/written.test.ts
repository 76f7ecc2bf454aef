import { expect, test } from 'vitest';
import { settings } from '#content/settings.ts';
import {
	putRightInPage,
	putRightInSettings,
	writtenPage,
	writtenSettings,
} from '#content/written.ts';

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

test('what is put right in a page is told field by field', () => {
	const fields = {
		title: 'Tryg\u00adhed',
		intro: '\u200bKom\ufeff.',
		description: 'c',
		body: '•\tEt\n•\tTo\u2060',
	};
	expect(putRightInPage(fields)).toEqual([
		'Et usynligt tegn er slettet i ”Overskrift”.',
		'2 usynlige tegn er slettet i ”Indledning”.',
		'Et usynligt tegn er slettet i teksten.',
		'2 punkter fra Word er nu en liste.',
	]);
	expect(putRightInPage({ title: 'a', intro: 'b', description: 'c' })).toEqual([]);
});

test('what is put right in the settings is told field by field', () => {
	const form = {
		...settings,
		municipalities: ['Her\u00adning', 'Vi\u00adborg'],
		projectLead: { ...projectLead, name: 'Å\u200bse' },
	};
	expect(putRightInSettings(form)).toEqual([
		'2 usynlige tegn er slettet i ”Kommuner”.',
		'Et usynligt tegn er slettet i ”Projektleder: Navn”.',
	]);
	expect(putRightInSettings(settings)).toEqual([]);
});
