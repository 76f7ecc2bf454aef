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
		'++4572283200',
		'72 28 32 00 lok. 4',
		'ring til mig',
		'７２２８３２００',
	];
	for (const written of table) {
		test(JSON.stringify(written), () => {
			expect(e164(written)).toBeNull();
		});
	}
});

test('a Danish number is shown in pairs and a foreign one with its country code', () => {
	expect(readable('+4572283200')).toBe('72 28 32 00');
	expect(readable('+49301234567')).toBe('+49301234567');
});

test('a number reads back as itself', () => {
	expect(e164(readable('+4572283200'))).toBe('+4572283200');
	expect(e164(readable('+49301234567'))).toBe('+49301234567');
});
