import { describe, expect, test } from 'vitest';
import { hourOf, idOf, idPattern, issuedHour } from '#application/confirming/id.ts';

const random = '9f86d081884c7d659a2feaa0c55ad015';
const time = Date.UTC(2026, 10, 21, 7, 59, 59);

test('an id tells the hour of its issue and holds all that is random', () => {
	expect(idOf(time, random)).toBe(`2026112107-${random}`);
	expect(idOf(time, random)).toMatch(idPattern);
});

test('ids sort by the hour of their issue', () => {
	const later = idOf(time + 1000, '0'.repeat(32));
	expect(idOf(time, 'f'.repeat(32)) < later).toBe(true);
});

test('the hour can be read back', () => {
	expect(issuedHour(idOf(time, random))).toBe(Date.UTC(2026, 10, 21, 7));
	expect(hourOf(issuedHour(idOf(time, random)))).toBe('2026112107');
});

test('and of what is no id there is none', () => {
	for (const other of ['sweep', '', `x${idOf(time, random)}`]) expect(issuedHour(other)).toBeNaN();
});

describe('no id is', () => {
	const table = {
		'one without an hour': random,
		'one with too little chance': `2026112107-${random.slice(1)}`,
		'one with capital letters': `2026112107-${random.toUpperCase()}`,
		'one that leads elsewhere': `2026112107-${random}/../seen`,
		'one with something before it': `x2026112107-${random}`,
		'one with a line more': `2026112107-${random}\n`,
	};
	for (const [what, id] of Object.entries(table)) {
		test(what, () => {
			expect(id).not.toMatch(idPattern);
		});
	}
});
