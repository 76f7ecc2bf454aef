import { expect, test } from 'vitest';
import { days, live, type Outcome } from '../../../../bench/days.ts';

const hour = 60;
const day = 24 * hour;

/** What is promised of each day. All applications come, each in a letter of its own. */
const promised: Record<
	keyof typeof days,
	Partial<Outcome> & { within: number; mostAlarms?: number }
> = {
	'information evening: 40 people in one network, half with Gmail': { receipts: 40, within: 6 },
	'television programme: 300 in an evening': { receipts: 300, within: 6 },
	'the same, and the provider takes 100 e-mails a day': {
		receipts: 300,
		within: 3.2 * day,
		// That the day's allowance is used up.
		mostAlarms: 2,
	},
	'project lead on holiday for two weeks, an automatic reply to each of 14': {
		receipts: 14,
		within: 1,
		stored: 0,
	},
	'project lead’s mailbox full for ten days, 42 applications, then `retry bounced`': {
		receipts: 42,
		within: 10.1 * day,
		// Two of a full mailbox, two of a roll call in it, and one whenever a week of attempts has ended.
		mostAlarms: 20,
		stored: 0,
	},
	'schedule away for 26 hours, 26 applications': { receipts: 26, within: 1 },
	'21 posts a minute all night from one network, and a person': { within: 6 },
	'30 slow posts a night from one network, and a person': { receipts: 31, within: 1 },
	'200 that the form marked, and a person': { receipts: 1, promised: 1, within: 6 },
};

test.each(Object.entries(promised))('%s', async (name, { within, mostAlarms = 0, ...exactly }) => {
	const { arrivals, ...plan } = days[name as keyof typeof days];
	// The first half hour of a night, six rounds, is as good as the whole.
	const some = arrivals.length > 1000 ? arrivals.filter(({ at }) => at < 30 * 60_000) : arrivals;
	const outcome = await live({ ...plan, arrivals: some });
	expect(outcome).toMatchObject({
		applications: some.length,
		own: some.length,
		lost: 0,
		...exactly,
	});
	expect(outcome.lastMinutes).toBeLessThan(within);
	expect(outcome.alarms).toBeLessThanOrEqual(mostAlarms);
	if (exactly.receipts === undefined) expect(outcome.receipts).toBeLessThanOrEqual(150 * 11);
	else expect(outcome.promised).toBe(exactly.receipts);
});
