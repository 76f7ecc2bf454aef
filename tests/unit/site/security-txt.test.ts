import { expect, test } from 'vitest';
import { expiryOf, securityTxt } from '#site/security-txt.ts';

const at = Date.UTC(2026, 10, 24, 8);
const text = securityTxt('sikkerhed@tryghed.example', 'https://tryghed.example', at);

test('it names whom to write to, in which language, and where it belongs', () => {
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

test('it runs out in less than a year, as RFC 9116 asks', () => {
	expect(expiryOf(text)).toBeLessThan(Date.UTC(2027, 10, 24, 8));
	expect(expiryOf('Contact: mailto:a@b.example\n')).toBeNaN();
});

test('a domain with Danish letters is written as an address in the web is', () => {
	expect(securityTxt('a@blåbær.example', 'https://x.example', at)).toContain(
		'mailto:a@xn--blbr-roah.example\n',
	);
});
