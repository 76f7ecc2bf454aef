import { expect, test, vi } from 'vitest';
import type { Email } from '#application/outbox/entry.ts';
import type { Ports } from '#application/outbox/ports.ts';
import { isAlarmDelivered, isLetterDelivered, rehearse } from '../../../scripts/rehearse.ts';

const at = Date.UTC(2026, 10, 24);
const sent: Email = { attempts: 1, generation: 1, since: at, acceptedAt: at };

test('a letter is delivered when the webhook has reported that, and lost when it reports otherwise', () => {
	expect(isLetterDelivered('lead', sent)).toBe(false);
	expect(isLetterDelivered('lead', { ...sent, deliveredAt: at })).toBe(true);
	expect(() => isLetterDelivered('lead', { ...sent, failedAt: at, failure: 'bounced' })).toThrow(
		'"lead" was bounced',
	);
	expect(() => isLetterDelivered('lead', { ...sent, refused: 'quota' })).toThrow('was quota');
	expect(() => isLetterDelivered('receipt', undefined)).toThrow('three receipts today');
});

test('an alarm is delivered when that is reported of the newest one, and lost when it came back', () => {
	expect(isAlarmDelivered(undefined, at)).toBe(false);
	expect(isAlarmDelivered({ kind: 'bounced', at: at - 1 }, at)).toBe(false);
	expect(isAlarmDelivered({ kind: 'delivered', at }, at)).toBe(true);
	expect(() => isAlarmDelivered({ kind: 'bounced', at }, at)).toThrow('bounced');
});

test('where the storage does not answer, no application is sent, and why is said', async () => {
	const fetched = vi.spyOn(globalThis, 'fetch');
	const outbox = { names: () => Promise.reject(new Error('401')) };
	const ports = { outbox, writing: {} } as unknown as Ports;
	await expect(rehearse(new URL('http://127.0.0.1:1'), 'a@b.dk', ports)).rejects.toThrow(
		'storage does not answer from here: do NETLIFY_SITE_ID and NETLIFY_AUTH_TOKEN fit',
	);
	expect(fetched).not.toHaveBeenCalled();
});
