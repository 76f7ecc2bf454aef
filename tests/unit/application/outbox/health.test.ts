import { expect, test } from 'vitest';
import type { Opening } from '#application/confirming/opening.ts';
import { healthOf } from '#application/outbox/health.ts';
import { emptyReport } from '#application/outbox/report.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 21, 7, 30);
const open: Opening = { kind: 'open' };
const at = now - 20 * minute + 1;

test.each([
	['open, with a round in the last 20 minutes and no problem', open, { at }, true],
	['the last round was 20 minutes ago', open, { at: at - 1 }, false],
	['no round yet', open, {}, false],
	['a problem', open, { at, problems: { bounced: 1 } }, false],
	['a preview', { kind: 'preview' }, { at }, false],
] as const)('health: %s', (_what, opening, changes, healthy) => {
	expect(healthOf(opening, { ...emptyReport, ...changes }, now).healthy).toBe(healthy);
});

test('health is names, ages and counts', () => {
	const report = { at, waiting: 2, oldest: now - 90 * minute, problems: { bounced: 1 } };
	expect(healthOf(open, { ...emptyReport, ...report }, now)).toEqual({
		...{ healthy: false, applications: 'open', missing: [], lastRoundMinutes: 20, waiting: 2 },
		...{ oldestMinutes: 90, problems: { bounced: 1 } },
	});
	expect(healthOf({ kind: 'unready', missing: ['OUTBOX_KEY'] }, null, now)).toEqual({
		...{ healthy: false, applications: 'unready', missing: ['OUTBOX_KEY'], waiting: null },
		...{ lastRoundMinutes: null, oldestMinutes: null, problems: {} },
	});
});
