import { expect, test } from 'vitest';
import { emptyReport } from '#application/outbox/report.ts';
import { heardOfAlarm, heardOfLetter } from '../../../scripts/rehearse/delivered.ts';

const at = Date.UTC(2026, 10, 24);
const sent = { attempts: 1, generation: 1, acceptedAt: at };

test('a letter is delivered when the webhook has reported so, and what was refused is trouble', () => {
	expect(heardOfLetter('lead', sent)).toEqual({ kind: 'nothing' });
	expect(heardOfLetter('lead', { ...sent, deliveredAt: at })).toEqual({ kind: 'delivered' });
	for (const bad of [{ failure: 'bounced' }, { refused: 'content' }] as const) {
		expect(heardOfLetter('lead', { ...sent, ...bad })).toEqual({
			kind: 'trouble',
			what: expect.stringContaining(`"lead" was ${Object.values(bad).join()}`) as string,
		});
	}
	expect(heardOfLetter('receipt', undefined)).toEqual({
		kind: 'trouble',
		what: expect.stringContaining('three receipts') as string,
	});
});

test('an alarm is delivered when that is reported after it was sent', () => {
	const reported = (alarms: { deliveredAt?: number; failedAt?: number }) =>
		heardOfAlarm({ ...emptyReport, notices: { alarms } }, at).kind;
	expect(heardOfAlarm(null, at)).toEqual({ kind: 'nothing' });
	expect(reported({ deliveredAt: at - 1 })).toBe('nothing');
	expect(reported({ deliveredAt: at })).toBe('delivered');
	expect(reported({ failedAt: at - 1 })).toBe('nothing');
	expect(reported({ deliveredAt: at, failedAt: at })).toBe('trouble');
});
