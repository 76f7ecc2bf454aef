import { expect, test } from 'vitest';
import { toldOfAlarm, toldOfLetter } from '../../../scripts/rehearse/delivered.ts';

const at = Date.UTC(2026, 10, 24);
const fact = { mail: 'lead', at } as const;

test('a letter is delivered when the webhook has told of that one', () => {
	expect(toldOfLetter('lead', [])).toEqual({ kind: 'nothing' });
	expect(toldOfLetter('receipt', [{ ...fact, kind: 'delivered', eventId: '1' }])).toEqual({
		kind: 'nothing',
	});
	expect(toldOfLetter('lead', [{ ...fact, kind: 'delivered', eventId: '1' }])).toEqual({
		kind: 'delivered',
	});
	expect(toldOfLetter('lead', [{ ...fact, kind: 'bounced', eventId: '1' }])).toEqual({
		kind: 'trouble',
		what: expect.stringContaining('"lead" was bounced') as string,
	});
});

test('an alarm is delivered when something newer is reported of it, and lost where that says so', () => {
	const before = { at, problems: {} };
	const after = { at: at + 1, problems: {} };
	expect(toldOfAlarm(null, null)).toEqual({ kind: 'nothing' });
	expect(toldOfAlarm(before, before)).toEqual({ kind: 'nothing' });
	expect(toldOfAlarm(before, after)).toEqual({ kind: 'delivered' });
	expect(toldOfAlarm(null, after)).toEqual({ kind: 'delivered' });
	expect(toldOfAlarm(before, { ...after, problems: { alarm: 1 } }).kind).toBe('trouble');
});
