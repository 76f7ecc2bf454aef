import { describe, expect, test } from 'vitest';
import { e164, readable } from '#application/asking/phone-number.ts';

describe('a phone number is read', () => {
	const table = {
		'72283200': '+4572283200',
		'72 28 32 00': '+4572283200',
		'72.28.32.00': '+4572283200',
		'72-28-32-00': '+4572283200',
		'7228\u20113200': '+4572283200',
		'72\u00a028\u00a032\u00a000': '+4572283200',
		'(+45) 72 28 32 00': '+4572283200',
		'+45 72283200': '+4572283200',
		'0045 72 28 32 00': '+4572283200',
		'+49 (30) 1234567': '+49301234567',
		'0049 30/1234567': '+49301234567',
		'+298 123456': '+298123456',
		'+123456789012345': '+123456789012345',
		'45 20 12 34 56': '+4520123456',
		'tlf. 20123456': '+4520123456',
		'Tlf: 20 12 34 56': '+4520123456',
		'Mobil 20123456': '+4520123456',
		'+46 (0)70 123 45 67': '+46701234567',
		'++4572283200': '+4572283200',
		'７２２８３２００': '+4572283200',
	};
	for (const [written, kept] of Object.entries(table)) {
		test(`from ${JSON.stringify(written)}`, () => {
			expect(e164(written)).toBe(kept);
		});
	}
});

describe('no phone number is', () => {
	const table = [
		'',
		'112',
		'7228320',
		'722832000',
		'12345678',
		'02283200',
		'+45 7228320',
		'+45 12 34 56 78',
		'+45 722832001',
		'+0 12345678',
		'+12345',
		'+1234567890123456',
		'72 28 32 00 lok. 4',
		'ring til mig',
		'telefon',
		'4512345678',
	];
	for (const written of table) {
		test(JSON.stringify(written), () => {
			expect(e164(written)).toBeNull();
		});
	}
});

describe('a number is shown', () => {
	const table = {
		'+4572283200': '72 28 32 00',
		'+46701234567': '+46 701 234 567',
		'+49301234567': '+49 301 234 567',
		'+4915112345678': '+49 151 123 456 78',
		'+298123456': '+298 123 456',
		'+12025550123': '+1 202 555 0123',
		'+3541234567': '+354 123 4567',
	};
	for (const [number, shown] of Object.entries(table)) {
		test(`${number} as ${shown}, and reads back as itself`, () => {
			expect(readable(number)).toBe(shown);
			expect(e164(shown)).toBe(number);
		});
	}
});
