import { expect, test } from 'vitest';
import { confirm, mailboxOf, networkOf, originOf } from '#application/confirming/confirm.ts';
import { issueToken } from '#application/confirming/token.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import { readableSign as sign, theChecked } from '../../../support/application.ts';

const now = Date.UTC(2026, 10, 21, 7, 59);
const random = '9f86d081884c7d659a2feaa0c55ad015';
const application = theChecked();
const token = issueToken(application, { now, random }, sign);
const address = '192.0.2.7';

/** A press this many milliseconds after the check page was shown. */
const pressed = (after: number, change: Partial<Parameters<typeof confirm>[0]> = {}) =>
	confirm(
		{ application, token, hidden: undefined, now: now + after, address, random, ...change },
		sign,
	);

test('a press confirms the answers under the id of the check page', () => {
	expect(pressed(60_000)).toEqual({
		kind: 'confirmed',
		id: `2026112107-${random}`,
		spareId: `2026112108-${random}`,
		now: now + 60_000,
		application,
		fingerprint: expect.any(String) as string,
		...originOf(address, application.email, sign),
		marks: [],
	});
});

test('a press is marked within 1.5 seconds, and with the honeypot filled in', () => {
	expect(pressed(1500)).toMatchObject({ marks: [] });
	expect(pressed(1499)).toMatchObject({ marks: ['hurried'] });
	expect(pressed(1500, { hidden: '' })).toMatchObject({ marks: [] });
	expect(pressed(1500, { hidden: 'x' })).toMatchObject({ marks: ['honeypot'] });
	expect(pressed(0, { hidden: 'x' })).toMatchObject({ marks: ['honeypot', 'hurried'] });
});

test('a press without a valid token for its answers confirms nothing', () => {
	expect(pressed(60_000, { token: undefined })).toEqual({ kind: 'missing' });
	const other = theChecked({ area: 'Lemvig' });
	expect(pressed(60_000, { application: other })).toEqual({ kind: 'forged' });
	expect(pressed(25 * 60 * 60_000)).toEqual({ kind: 'stale' });
});

test('all spellings of a mailbox give the same text', () => {
	const spellings = [
		'Jens.Hansen@Gmail.com',
		'jenshansen@gmail.com',
		'jens.hansen+x+y@googlemail.com',
	];
	expect(new Set(spellings.map(mailboxOf))).toEqual(new Set(['jenshansen@gmail.com']));
	expect(mailboxOf('Jens.Hansen+x@eksempel.dk')).toBe('jens.hansen@eksempel.dk');
	expect(mailboxOf('"a@b"@eksempel.dk')).toBe('"a@b"@eksempel.dk');
});

test('an IP address is reduced to the network of one household or office', () => {
	const table: Record<string, string> = {
		'192.0.2.7': '192.0.2',
		'::ffff:192.0.2.7': '192.0.2',
		'::FFFF:192.0.2.7': '192.0.2',
		'2001:db8:1:2a3::1': '8193:3512:1:2',
		'2001:0DB8:0001:02b4:5:6:7:8': '8193:3512:1:2',
		'2001:db8::1': '8193:3512:0:0',
		'2001:db8:1:100:5:6:7:8': '8193:3512:1:1',
		'1::2:3:4:5:6:7': '1:0:2:0',
		'::1': '0:0:0:0',
		'::2:3:4:5:6:7:8': '0:2:3:0',
		'1::': '1:0:0:0',
		'10.200.30.40': '10.200.30',
		'no address': '0:0:0:0',
		'1:2:3:400::': '1:2:3:4',
	};
	for (const [each, network] of Object.entries(table)) expect(networkOf(each), each).toBe(network);
});

test('the origin is equal for one mailbox and network, and different for another', () => {
	const keyed = signWith(Buffer.alloc(32, 1).toString('base64'));
	const one = originOf('192.0.2.7', 'Jens.Hansen@gmail.com', keyed);
	expect(one).toEqual(originOf('192.0.2.8', 'jenshansen+1@googlemail.com', keyed));
	expect([one.mailbox.length, one.source.length]).toEqual([22, 22]);
	const other = originOf('192.0.3.7', 'jens@eksempel.dk', keyed);
	expect(new Set([one.mailbox, one.source, other.mailbox, other.source]).size).toBe(4);
});
