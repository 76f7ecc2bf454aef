import { describe, expect, test } from 'vitest';
import { opening, type OpeningSettings } from '#application/confirming/opening.ts';

const privacy = {
	controller: 'Politiet, Vejen 1',
	dataProtectionOfficer: 'raad@politi.example',
	legalBasis: 'artikel 6',
	recipients: 'ingen andre',
	thirdCountries: 'USA',
	retention: 'et år',
	registerCheck: 'nej',
};
const complete: OpeningSettings = {
	projectLead: { email: 'lead@politi.dk' },
	mailboxes: { alarms: 'vagt@kommune.example' },
	privacy,
	closed: null,
};
const unknown: OpeningSettings = {
	projectLead: { email: 'a@b.dk' },
	mailboxes: { alarms: null },
	privacy: { controller: null },
	closed: null,
};
const open = { kind: 'open' };

test('the published site is open when everything is set, the domain in capitals or not', () => {
	expect(opening(complete, [], 'production')).toEqual(open);
	const inCapitals = { ...complete, projectLead: { email: 'LEAD@POLITI.DK' } };
	expect(opening(inCapitals, [], 'production')).toEqual(open);
});

describe('the published site is unready, and names what is missing', () => {
	const to = (email: string) => [{ projectLead: { email } }, 'projectLead.email'] as const;
	const alarmsTo = (alarms: string | null) =>
		[{ mailboxes: { alarms } }, 'mailboxes.alarms'] as const;
	const table: (readonly [Partial<OpeningSettings>, string])[] = [
		...Object.keys(privacy).flatMap((name) =>
			[null, ' '].map(
				(value) => [{ privacy: { ...privacy, [name]: value } }, `privacy.${name}`] as const,
			),
		),
		to('lead@example.dk'),
		to('lead@politi.dk.example'),
		to('lead@xpoliti.dk'),
		to('lead@mail.politi.dk'),
		to('politi.dk@example.dk'),
		to(''),
		alarmsTo(null),
		alarmsTo(''),
		alarmsTo('vagt@politi.dk'),
		alarmsTo('vagt@midtvest.POLITI.dk'),
	];
	for (const [change, missing] of table) {
		test(`${missing}: ${JSON.stringify(change)}`, () => {
			const found = opening({ ...complete, ...change }, [], 'production');
			expect(found).toEqual({ kind: 'unready', missing: [missing] });
		});
	}

	test('everything at once', () => {
		expect(opening(unknown, ['OUTBOX_KEY'], 'production')).toEqual({
			kind: 'unready',
			missing: ['privacy.controller', 'projectLead.email', 'mailboxes.alarms', 'OUTBOX_KEY'],
		});
	});
});

test('an engineer’s machine needs the settings of the functions, and none of the site', () => {
	expect(opening(unknown, [], 'local')).toEqual(open);
	const missing = ['FORM_SECRET'];
	expect(opening(unknown, missing, 'local')).toEqual({ kind: 'unready', missing });
});

test('a preview takes no applications, whatever is set', () => {
	for (const settings of [complete, unknown]) {
		expect(opening(settings, [], 'preview')).toEqual({ kind: 'preview' });
	}
});

test('a site that staff have closed says why, and needs only the settings that deliver earlier applications', () => {
	const why = 'Vi åbner igen til foråret.';
	for (const place of ['production', 'local'] as const) {
		expect(opening({ ...unknown, closed: why }, [], place)).toEqual({ kind: 'closed', why });
	}
	const missing = ['OUTBOX_KEY'];
	expect(opening({ ...complete, closed: why }, missing, 'production')).toEqual({
		kind: 'unready',
		missing,
	});
});
