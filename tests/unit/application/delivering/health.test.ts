import { describe, expect, test } from 'vitest';
import { healthOf, type Latest } from '#application/delivering/health.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 21, 7, 30);
const ago = (minutes: number) => ({ at: now - minutes * minute, problems: {} });
const open = { kind: 'open' } as const;
const health = (latest: Latest, opening: Parameters<typeof healthOf>[0] = open) =>
	healthOf(opening, latest, now);

describe('all is well', () => {
	const table: Record<string, Latest> = {
		'when the rounds ran lately': { sweep: ago(4), tidy: ago(50) },
		'before the first tidying up': { sweep: ago(0), tidy: null },
		'when up to three rounds were missed': { sweep: ago(19.9), tidy: ago(199.9) },
	};
	for (const [when, latest] of Object.entries(table)) {
		test(when, () => {
			expect(health(latest)).toMatchObject({
				healthy: true,
				applications: 'open',
				missing: [],
				problems: {},
			});
		});
	}
});

describe('something is wrong', () => {
	const well = { sweep: ago(4), tidy: ago(50) };
	const ill = { ...ago(4), problems: { failed: 1 } };
	const table: Record<string, Latest> = {
		'when nothing was ever swept': { tidy: ago(50) },
		'when the storage does not answer': { sweep: null, tidy: null },
		'when nothing was swept for twenty minutes': { ...well, sweep: ago(20) },
		'when nothing was tidied for two hundred minutes': { ...well, tidy: ago(200) },
		'when a sweep met a problem': { ...well, sweep: ill },
		'when tidying up met one': { ...well, tidy: ill },
		'when something did not reach the project lead': { ...well, 'told-lead': ill },
		'when something did not reach the second mailbox': { ...well, 'told-watch': ill },
	};
	for (const [when, latest] of Object.entries(table)) {
		test(when, () => {
			const isTold = Object.values(latest).includes(ill);
			const problems = isTold ? { failed: 1 } : {};
			expect(health(latest)).toMatchObject({ healthy: false, problems });
		});
	}

	test('when the public is not let in', () => {
		const missing = ['OUTBOX_KEY'];
		expect(health(well, { kind: 'unready', missing })).toMatchObject({
			healthy: false,
			applications: 'unready',
			missing,
		});
		expect(health(well, { kind: 'preview' })).toMatchObject({
			healthy: false,
			applications: 'preview',
			missing: [],
		});
	});
});

test('it tells ages in minutes, and how many wait', () => {
	const sweep = { ...ago(4), waiting: 3, behind: 7, oldest: now - 90.4 * minute };
	expect(health({ sweep, tidy: ago(50.6) })).toEqual({
		healthy: true,
		applications: 'open',
		missing: [],
		lastSweepMinutes: 4,
		lastTidyMinutes: 51,
		waiting: 3,
		behind: 7,
		oldestMinutes: 90,
		problems: {},
	});
});

test('and nothing of what it does not know', () => {
	expect(health({})).toMatchObject({
		lastSweepMinutes: null,
		lastTidyMinutes: null,
		waiting: null,
		behind: null,
		oldestMinutes: null,
	});
});
