import { describe, expect, test } from 'vitest';
import { emailAddress, emailLimit, mailable } from '#application/asking/email-address.ts';

const longest = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.dk`;

describe('an e-mail address is taken', () => {
	const table = [
		['as it is written', 'soeren@eksempel.dk', 'soeren@eksempel.dk'],
		[
			'with capitals, plus, dot and hyphen',
			'Anne-Marie.b+ta@eksempel.dk',
			'Anne-Marie.b+ta@eksempel.dk',
		],
		['with an apostrophe', "o'neill@eksempel.dk", "o'neill@eksempel.dk"],
		['with subdomains', 'a@b.c.eksempel.dk', 'a@b.c.eksempel.dk'],
		['with Danish letters in the domain', 'ib@RØDGRØD.dk', 'ib@rødgrød.dk'],
		[
			'with the domain in ASCII, if that is how it was written',
			'ib@xn--rdgrd-vuad.dk',
			'ib@xn--rdgrd-vuad.dk',
		],
		['out of a link', 'mailto:ib@eksempel.dk', 'ib@eksempel.dk'],
		['out of pointed brackets', '<ib@eksempel.dk>', 'ib@eksempel.dk'],
		['from the end of a sentence', 'ib@eksempel.dk.', 'ib@eksempel.dk'],
		['with the domain in small letters', 'ib@EKSEMPEL.dk', 'ib@eksempel.dk'],
	] as const;
	for (const [how, written, kept] of table) {
		test(how, () => {
			expect(emailAddress(written)).toBe(kept);
		});
	}
	test('up to 254 characters', () => {
		const address = `${longest.slice(0, -3)}${'d'.repeat(emailLimit - longest.length)}.dk`;
		expect(address).toHaveLength(254);
		expect(emailAddress(address)).toBe(address);
		expect(emailAddress(address.replace('.dk', '.info'))).toBeNull();
	});
});

describe('no e-mail address is', () => {
	const table = [
		'',
		'soeren',
		'@eksempel.dk',
		'soeren@',
		'soeren@eksempel',
		'a@b..dk',
		'a@.dk',
		'.a@b.dk',
		'a..b@b.dk',
		'a b@eksempel.dk',
		'a@eksempel .dk',
		'søren@eksempel.dk',
		'a@eksempel.dk/sti',
		'a@eksempel.dk:25',
		'a@b@eksempel.dk',
		'a@127.0.0.1',
		'a@[::1]',
		'a@eksempel.dk, b@eksempel.dk',
		'Ib <ib@eksempel.dk>',
		'a@eksempel.dk\nBcc: b@eksempel.dk',
		`${'a'.repeat(65)}@eksempel.dk`,
	];
	for (const written of table) {
		test(JSON.stringify(written), () => {
			expect(emailAddress(written)).toBeNull();
		});
	}
});

test('a letter is addressed in ASCII, whichever way the domain is written', () => {
	for (const written of ['ib@rødgrød.dk', 'ib@xn--rdgrd-vuad.dk']) {
		expect(mailable(written)).toBe('ib@xn--rdgrd-vuad.dk');
	}
	expect(mailable('Ib.H@eksempel.dk')).toBe('Ib.H@eksempel.dk');
});
