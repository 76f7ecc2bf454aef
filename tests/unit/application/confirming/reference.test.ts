import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { idOf, referenceOf } from '#application/confirming/id.ts';

/** Ids that look random and are the same every time. */
const ids = Array.from({ length: 5000 }, (_, at) =>
	idOf(0, createHash('sha256').update(String(at)).digest('hex').slice(0, 32)),
);

test('the reference of an id never changes: it stands in e-mails and in people’s notes', () => {
	expect(referenceOf('2026112107-9f86d081884c7d659a2feaa0c55ad015')).toBe('MU4T-QKAR');
	expect(referenceOf(`2026112107-${'0'.repeat(32)}`)).toBe('3333-3333');
});

test('a reference does not depend on the hour', () => {
	const random = '9f86d081884c7d659a2feaa0c55ad015';
	expect(referenceOf(idOf(0, random))).toBe(referenceOf(idOf(Date.UTC(2026, 10, 21), random)));
});

test('a reference is two groups of four, without letters that look or sound alike', () => {
	for (const id of ids) {
		expect(referenceOf(id)).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
		expect(referenceOf(id)).not.toMatch(/[01258BGILOSZ]/);
	}
});

test('every letter is used at every place about as often as any other', () => {
	for (const place of [0, 1, 2, 3, 5, 6, 7, 8]) {
		const counts = new Map<string, number>();
		for (const id of ids) {
			const letter = referenceOf(id).charAt(place);
			counts.set(letter, (counts.get(letter) ?? 0) + 1);
		}
		expect(counts.size).toBe(24);
		const expected = ids.length / 24;
		expect(Math.min(...counts.values())).toBeGreaterThan(expected * 0.7);
		expect(Math.max(...counts.values())).toBeLessThan(expected * 1.3);
	}
});

test('5,000 applications have 5,000 references', () => {
	expect(new Set(ids.map(referenceOf)).size).toBe(ids.length);
});
