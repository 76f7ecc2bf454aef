import { expect, test } from 'vitest';
import { healthOf } from '#application/outbox/health.ts';
import { firstReport } from '#application/outbox/report.ts';
import { minute } from '#application/outbox/entry.ts';

const now = Date.UTC(2026, 10, 21, 7, 30);
const at = now - 20 * minute + 1;
const report = { ...firstReport, at, waiting: 2, oldest: now - 90 * minute };

test.each([
	['open, with a round in the last 20 minutes', 'open', {}, true],
	['the last round was 20 minutes ago', 'open', { at: at - 1 }, false],
	['a problem', 'open', { problems: { bounced: 1 } }, false],
	['closed on purpose', 'closed', {}, true],
	['a preview', 'preview', {}, false],
] as const)('health: %s', (_what, kind, changes, healthy) => {
	expect(healthOf({ kind, why: '' }, { ...report, ...changes }, now)).toMatchObject({
		...{ healthy, applications: kind, missing: [], problems: {} },
		...{ lastRoundMinutes: 20, waiting: 2, oldestMinutes: 90 },
	});
});

test('health before the first round, and where a setting is missing', () => {
	const nothing = { lastRoundMinutes: null, waiting: null, oldestMinutes: null, problems: {} };
	const missing = ['OUTBOX_KEY'];
	const unready = { healthy: false, applications: 'unready', missing, ...nothing };
	expect(healthOf({ kind: 'unready', missing }, undefined, now)).toEqual(unready);
});
