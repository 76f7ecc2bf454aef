import { describe, expect, test } from 'vitest';
import { inCells, inWords } from '#application/danish-date.ts';

describe('a time is shown as in Denmark', () => {
	const table = [
		['in winter', '2026-11-24T08:15Z', '24. november 2026 kl. 9.15', '2026-11-24 09:15'],
		['in summer', '2026-07-01T08:05Z', '1. juli 2026 kl. 10.05', '2026-07-01 10:05'],
		['after midnight', '2026-12-31T23:30Z', '1. januar 2027 kl. 0.30', '2027-01-01 00:30'],
		['before clocks go back', '2026-10-25T00:59Z', '25. oktober 2026 kl. 2.59', '2026-10-25 02:59'],
		[
			'after clocks went back',
			'2026-10-25T01:00Z',
			'25. oktober 2026 kl. 2.00',
			'2026-10-25 02:00',
		],
	] as const;
	for (const [when, at, words, cells] of table) {
		test(when, () => {
			expect(inWords(Date.parse(at))).toBe(words);
			expect(inCells(Date.parse(at))).toBe(cells);
		});
	}
});
