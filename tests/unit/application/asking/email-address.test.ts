import { domainToUnicode } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cleanLine } from '#application/asking/characters.ts';
import { emailAddress, emailLimit, mailable } from '#application/asking/email-address.ts';
import { addresses } from './answers/email.ts';

test('an address has at most 254 characters, with its domain in ASCII', () => {
	const [local, domain] = ['a'.repeat(64), [61, 61, 62].map((length) => 'b'.repeat(length))];
	const longest = `${local}@${domain.join('.')}.dk`;
	expect(longest).toHaveLength(emailLimit);
	expect(emailAddress(longest)).toBe(longest);
	expect(emailAddress(longest.replace('.dk', '.info'))).toBeNull();
	expect(emailAddress(longest.replace('bbbbbb.', 'ø.'))).toBeNull();
});

describe('an e-mail goes to the domain that the applicant sees', () => {
	for (const [what, written, address] of addresses) {
		test(what, () => {
			const [, domain = ''] = address.split('@');
			const sent = mailable(emailAddress(cleanLine(written)) ?? '').split('@')[1] ?? '';
			expect(sent).toMatch(/^[a-z\d.-]+$/);
			expect(domainToUnicode(sent)).toBe(domainToUnicode(domain));
		});
	}
	test('no accepted character is mapped to another one on the way to the mail server', () => {
		const changed: string[] = [];
		for (let code = 0x80; code < 0x3_0000; code += 1) {
			if (code === 0xd800) code = 0xe000;
			const domain = `a${String.fromCodePoint(code)}.dk`;
			if (emailAddress(`ib@${domain}`) !== `ib@${domain}`) continue;
			if (domainToUnicode(mailable(`ib@${domain}`).slice(3)) !== domain) changed.push(domain);
		}
		expect(changed).toEqual([]);
	});
});

test('the domain of an address is sent in ASCII, however it is written', () => {
	for (const written of ['ib@rødgrød.dk', 'ib@RØDGRØD.dk', 'ib@xn--rdgrd-vuad.dk']) {
		expect(mailable(written)).toBe('ib@xn--rdgrd-vuad.dk');
	}
	expect(mailable('Ib.H@eksempel.dk')).toBe('Ib.H@eksempel.dk');
});
