import { expect, test } from 'vitest';
import { expiryOf, securityTxt } from '#site/security-txt.ts';

const at = Date.UTC(2026, 10, 24, 8);
const text = securityTxt('sikkerhed@tryghed.example', 'https://tryghed.example', at);

test('it names the contact, the languages and its own address', () => {
	expect(text).toBe(
		[
			'Contact: mailto:sikkerhed@tryghed.example',
			'Expires: 2027-11-23T08:00:00.000Z',
			'Preferred-Languages: da, en',
			'Canonical: https://tryghed.example/.well-known/security.txt',
			'',
		].join('\n'),
	);
});

test('it expires in less than a year, as RFC 9116 recommends', () => {
	expect(expiryOf(text)).toBeLessThan(Date.UTC(2027, 10, 24, 8));
	expect(expiryOf('Contact: mailto:a@b.example\n')).toBeNaN();
});

test('a contact with Danish letters in its domain is written in ASCII', () => {
	expect(securityTxt('a@blåbær.example', 'https://x.example', at)).toContain(
		'mailto:a@xn--blbr-roah.example\n',
	);
});
