import { expect, test } from 'vitest';
import { confirm, originOf } from '#application/confirming/confirm.ts';
import { tokenFor } from '#application/confirming/token.ts';
import { readableSign as sign, theChecked } from '../../../support/application.ts';

const now = Date.UTC(2026, 10, 21, 7, 59);
const random = '9f86d081884c7d659a2feaa0c55ad015';
const application = theChecked();
const token = tokenFor(application, { now, random }, sign);
const address = '192.0.2.7';

/** What a press confirms that comes so many milliseconds after the check page. */
const pressed = (after: number, change: Partial<Parameters<typeof confirm>[0]> = {}) =>
	confirm({ application, token, hidden: undefined, now: now + after, address, ...change }, sign);

test('a press confirms the answers under the id that the check page was given', () => {
	expect(pressed(60_000)).toEqual({
		kind: 'confirmed',
		id: `2026112107-${random}`,
		now: now + 60_000,
		application,
		fingerprint: expect.any(String) as string,
		...originOf(address, application.email, sign),
		marks: [],
	});
});

test('what a person rarely does marks it', () => {
	expect(pressed(1500)).toMatchObject({ marks: [] });
	expect(pressed(1499)).toMatchObject({ marks: ['hurried'] });
	expect(pressed(1500, { hidden: '' })).toMatchObject({ marks: [] });
	expect(pressed(1500, { hidden: 'x' })).toMatchObject({ marks: ['honeypot'] });
	expect(pressed(0, { hidden: 'x' })).toMatchObject({ marks: ['honeypot', 'hurried'] });
});

test('and without a token of these answers nothing is confirmed', () => {
	expect(pressed(60_000, { token: undefined })).toEqual({ kind: 'missing' });
	expect(pressed(60_000, { application: theChecked({ area: 'Lemvig' }) })).toEqual({
		kind: 'forged',
	});
	expect(pressed(25 * 60 * 60_000)).toEqual({ kind: 'stale' });
});
