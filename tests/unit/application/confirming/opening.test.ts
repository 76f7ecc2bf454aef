import { describe, expect, test } from 'vitest';
import { opening, type OpeningSettings, type Place } from '#application/confirming/opening.ts';

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
const open = { kind: 'open' };

test('the published site is open when everything is set', () => {
	expect(opening(complete, [], 'production')).toEqual(open);
});

describe('the published site is closed, and names what is missing', () => {
	for (const name of Object.keys(privacy)) {
		for (const [how, value] of [
			['unknown', null],
			['empty', ' '],
		] as const) {
			test(`${name} is ${how}`, () => {
				const settings = { ...complete, privacy: { ...privacy, [name]: value } };
				const missing = [`privacy.${name}`];
				expect(opening(settings, [], 'production')).toEqual({ kind: 'unready', missing });
			});
		}
	}

	for (const email of [
		'lead@example.dk',
		'lead@politi.dk.example',
		'lead@xpoliti.dk',
		'lead@mail.politi.dk',
		'politi.dk@example.dk',
		'',
	]) {
		test(`applications would go to "${email}"`, () => {
			const settings = { ...complete, projectLead: { email } };
			const missing = ['projectLead.email'];
			expect(opening(settings, [], 'production')).toEqual({ kind: 'unready', missing });
		});
	}

	for (const alarms of [null, '', 'vagt@politi.dk', 'vagt@midtvest.POLITI.dk']) {
		test(`alarms would go to ${JSON.stringify(alarms)}`, () => {
			const settings = { ...complete, mailboxes: { alarms } };
			const missing = ['mailboxes.alarms'];
			expect(opening(settings, [], 'production')).toEqual({ kind: 'unready', missing });
		});
	}

	test('all of it at once', () => {
		const settings = {
			projectLead: { email: 'a@b.dk' },
			mailboxes: { alarms: null },
			privacy: { controller: null },
			closed: null,
		};
		expect(opening(settings, ['OUTBOX_KEY'], 'production')).toEqual({
			kind: 'unready',
			missing: ['privacy.controller', 'projectLead.email', 'mailboxes.alarms', 'OUTBOX_KEY'],
		});
	});
});

test('the domain may be written in capitals', () => {
	const settings = { ...complete, projectLead: { email: 'LEAD@POLITI.DK' } };
	expect(opening(settings, [], 'production')).toEqual(open);
});

test('an engineer’s machine takes applications without the facts, but not without its keys', () => {
	const unknown = {
		projectLead: { email: 'a@b.example' },
		mailboxes: { alarms: null },
		privacy: { controller: null },
		closed: null,
	};
	expect(opening(unknown, [], 'local')).toEqual(open);
	expect(opening(unknown, ['FORM_SECRET'], 'local')).toEqual({
		kind: 'unready',
		missing: ['FORM_SECRET'],
	});
});

test('a preview takes none, whatever is set', () => {
	for (const settings of [complete, { ...complete, privacy: { controller: null } }]) {
		expect(opening(settings, [], 'preview' satisfies Place)).toEqual({ kind: 'preview' });
	}
});

describe('closed by its own staff, who say why', () => {
	const closed = { ...complete, closed: 'Vi åbner igen til foråret.' };

	for (const place of ['production', 'local'] as const) {
		test(`it is closed and not unready, ${place}`, () => {
			const why = 'Vi åbner igen til foråret.';
			expect(opening(closed, [], place)).toEqual({ kind: 'closed', why });
		});
	}

	test('it needs no fact about personal data that it does not ask for', () => {
		const facts = Object.fromEntries(Object.keys(privacy).map((name) => [name, null]));
		expect(opening({ ...closed, privacy: facts }, [], 'production').kind).toBe('closed');
	});

	test('it still needs what delivers the applications from before', () => {
		expect(opening(closed, ['OUTBOX_KEY'], 'production')).toEqual({
			kind: 'unready',
			missing: ['OUTBOX_KEY'],
		});
	});
});
