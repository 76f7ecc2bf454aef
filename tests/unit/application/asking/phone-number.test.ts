import { describe, expect, test } from 'vitest';
import { e164, readable } from '#application/asking/phone-number.ts';

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
