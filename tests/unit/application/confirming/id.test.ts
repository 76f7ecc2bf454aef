import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hourOf, idOf, idPattern, issuedHour, referenceOf } from '#application/confirming/id.ts';

const random = '9f86d081884c7d659a2feaa0c55ad015';
const time = Date.UTC(2026, 10, 21, 7, 59, 59);

test('an id begins with the hour of its issue, by which ids sort, and ends with the random digits', () => {
	expect(idOf(time, random)).toBe(`2026112107-${random}`);
	expect(idOf(time, random)).toMatch(idPattern);
	expect(idOf(time, 'f'.repeat(32)) < idOf(time + 1000, '0'.repeat(32))).toBe(true);
});

test('the hour of an id can be read back, and another text has none', () => {
	expect(issuedHour(idOf(time, random))).toBe(Date.UTC(2026, 10, 21, 7));
	expect(hourOf(issuedHour(idOf(time, random)))).toBe('2026112107');
	for (const other of ['sweep', '', `x${idOf(time, random)}`]) expect(issuedHour(other)).toBeNaN();
});

test.for([
	['without an hour', random],
	['with too few random digits', `2026112107-${random.slice(1)}`],
	['with capital letters', `2026112107-${random.toUpperCase()}`],
	['with a path after it', `2026112107-${random}/../seen`],
	['with something before it', `x2026112107-${random}`],
	['with a line break after it', `2026112107-${random}\n`],
] as const)('a text %s is no id', ([, id]) => {
	expect(id).not.toMatch(idPattern);
});

/** Pseudorandom ids, the same in each run. */
const ids = Array.from({ length: 5000 }, (_, at) =>
	idOf(0, createHash('sha256').update(String(at)).digest('hex').slice(0, 32)),
);

test('the reference of an id never changes, because e-mails and notes contain it', () => {
	expect(referenceOf(idOf(time, random))).toBe('MU4T-QKAR');
	expect(referenceOf(idOf(0, random))).toBe('MU4T-QKAR');
	expect(referenceOf(`2026112107-${'0'.repeat(32)}`)).toBe('3333-3333');
});

test('5,000 references are all different, in two groups of four, without letters that look or sound alike', () => {
	const references = ids.map(referenceOf);
	expect(new Set(references).size).toBe(ids.length);
	for (const each of references)
		expect(each).toMatch(/^[^\W_01258BGILOSZa-z]{4}-[^\W_01258BGILOSZa-z]{4}$/);
});

test('all characters of a reference are about equally frequent at every place', () => {
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
