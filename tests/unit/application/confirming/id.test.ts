import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hourOf, idOf, idPattern, issuedHour, referenceOf } from '#application/confirming/id.ts';

const random = '9f86d081884c7d659a2feaa0c55ad015';
const time = Date.UTC(2026, 10, 21, 7, 59, 59);

test('an id begins with the hour of its issue and ends with all that is random', () => {
	expect(idOf(time, random)).toBe(`2026112107-${random}`);
	expect(idOf(time, random)).toMatch(idPattern);
	expect(idOf(time, 'f'.repeat(32)) < idOf(time + 1000, '0'.repeat(32))).toBe(true);
});

test('the hour can be read back, and of what is no id there is none', () => {
	expect(issuedHour(idOf(time, random))).toBe(Date.UTC(2026, 10, 21, 7));
	expect(hourOf(issuedHour(idOf(time, random)))).toBe('2026112107');
	for (const other of ['sweep', '', `x${idOf(time, random)}`]) expect(issuedHour(other)).toBeNaN();
});

test.for([
	['without an hour', random],
	['with too little chance', `2026112107-${random.slice(1)}`],
	['with capital letters', `2026112107-${random.toUpperCase()}`],
	['that leads elsewhere', `2026112107-${random}/../seen`],
	['with something before it', `x2026112107-${random}`],
	['with a line more', `2026112107-${random}\n`],
] as const)('one %s is no id', ([, id]) => {
	expect(id).not.toMatch(idPattern);
});

/** Ids that look random and are the same every time. */
const ids = Array.from({ length: 5000 }, (_, at) =>
	idOf(0, createHash('sha256').update(String(at)).digest('hex').slice(0, 32)),
);

test('the reference of an id never changes: it stands in e-mails and in people’s notes', () => {
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
