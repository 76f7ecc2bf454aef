import { expect, test } from 'vitest';
import { telephoneHref, telephoneShown } from '#site/telephone.ts';

const table = [
	['+4572283200', 'tel:+4572283200', '72 28 32 00'],
	['+49301234567', 'tel:+49301234567', '+49 301 234 567'],
	['112', 'tel:112', '112'],
	['114', 'tel:114', '114'],
] as const;

for (const [number, href, shown] of table) {
	test(`${number} is dialled as ${href} and shown as ${shown}`, () => {
		expect(telephoneHref(number)).toBe(href);
		expect(telephoneShown(number)).toBe(shown);
	});
}
