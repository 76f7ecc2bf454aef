import { expect, test } from 'vitest';
import { mailboxOf, networkOf, originOf } from '#application/confirming/confirm.ts';
import { signWith } from '#netlify/adapters/seal.ts';

test('one mailbox is one, however it is spelt', () => {
	const spellings = [
		'Jens.Hansen@Gmail.com',
		'jenshansen@gmail.com',
		'jens.hansen+x+y@googlemail.com',
	];
	expect(new Set(spellings.map(mailboxOf))).toEqual(new Set(['jenshansen@gmail.com']));
	expect(mailboxOf('Jens.Hansen+x@eksempel.dk')).toBe('jens.hansen@eksempel.dk');
	expect(mailboxOf('"a@b"@eksempel.dk')).toBe('"a@b"@eksempel.dk');
});

test('a network is what one household or office has', () => {
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
	for (const [address, network] of Object.entries(table)) {
		expect(networkOf(address), address).toBe(network);
	}
});

test('an origin is the same for the same, and says nothing without the key', () => {
	const sign = signWith(Buffer.alloc(32, 1).toString('base64'));
	const one = originOf('192.0.2.7', 'Jens.Hansen@gmail.com', sign);
	expect(one).toEqual(originOf('192.0.2.8', 'jenshansen+1@googlemail.com', sign));
	expect([one.mailbox.length, one.source.length]).toEqual([22, 22]);
	const other = originOf('192.0.3.7', 'jens@eksempel.dk', sign);
	const all = [one, other].flatMap(({ mailbox, source }) => [mailbox, source]);
	expect(new Set(all).size).toBe(4);
});
