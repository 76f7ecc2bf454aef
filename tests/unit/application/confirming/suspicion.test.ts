import { describe, expect, test } from 'vitest';
import {
	entryOf,
	mailboxOf,
	measures,
	networkOf,
	type Origin,
	originOf,
	suspicionsOf,
} from '#application/confirming/suspicion.ts';
import { signWith } from '#netlify/adapters/seal.ts';

const hour = 60 * 60_000;
const now = Date.UTC(2026, 10, 21, 7, 30);
const someone: Origin = { mailbox: 'm', network: 'n', domain: 'd' };

/** Entries of so many others who came at a time. */
function entries(count: number, origin: Partial<Origin> = {}, at = now): string[] {
	return Array.from({ length: count }, (_, n) =>
		entryOf(`id${n}`, { mailbox: '', network: `n${n}`, domain: `d${n}`, ...origin }, at),
	);
}
const found = (those: string[], at = now) => suspicionsOf([], someone, those, at);

describe('how many are let through', () => {
	const table = [
		{
			name: 'network',
			those: (n: number) => entries(n, { network: 'n' }),
			measure: measures.network,
		},
		{ name: 'domain', those: (n: number) => entries(n, { domain: 'd' }), measure: measures.domain },
		{ name: 'hour', those: (n: number) => entries(n), measure: measures.hour },
		{ name: 'day', those: (n: number) => entries(n, {}, now - 2 * hour), measure: measures.day },
	];
	for (const { name, those, measure } of table) {
		test(`the measure of the ${name} is ${measure}`, () => {
			expect(found(those(measure - 1))).toEqual([]);
			expect(found(those(measure))).toEqual([name]);
		});
	}

	test('another hour is another measure, and so is the same hour of another day', () => {
		const many = entries(measures.hour - 1, { network: 'n', domain: 'd' });
		expect(found(many, now + hour)).toEqual([]);
		expect(found([...many, ...entries(1)])).toEqual(['network', 'domain', 'hour']);
	});

	test('what the form saw comes first, and is enough', () => {
		expect(suspicionsOf(['honeypot', 'hurried'], someone, [], now)).toEqual([
			'honeypot',
			'hurried',
		]);
	});
});

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

test('an origin tells nothing without the key, and the same of the same', () => {
	const sign = signWith(Buffer.alloc(32, 1).toString('base64'));
	const one = originOf('192.0.2.7', 'Jens.Hansen@gmail.com', sign);
	expect(one).toEqual(originOf('192.0.2.8', 'jenshansen+1@googlemail.com', sign));
	expect(Object.values(one).map((digest: string) => digest.length)).toEqual([22, 22, 22]);
	expect(new Set(Object.values(one)).size).toBe(3);
	expect(originOf('192.0.2.7', 'en-anden-mand@gmail.com', sign).domain).toBe(one.domain);
	const other = originOf('192.0.3.7', 'jens@eksempel.dk', sign);
	for (const name of ['mailbox', 'domain', 'network'] as const) {
		expect(other[name]).not.toBe(one[name]);
	}
});
