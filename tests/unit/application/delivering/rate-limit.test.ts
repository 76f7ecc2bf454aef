import { expect, test } from 'vitest';
import type { Letter } from '#application/letters/letter.ts';
import type { Sent } from '#application/delivering/ports.ts';
import { paced } from '#application/delivering/rate-limit.ts';

const taken: Sent = { kind: 'accepted', providerId: 'p' };
const tooFast: Sent = { kind: 'refused', reason: 'rate' };

/** When the calls reach the provider, in milliseconds, where it answers so, and each is asked for so much later. */
async function arrivals(answers: readonly Sent[], asked: readonly number[] = []) {
	let now = 0;
	const at: number[] = [];
	const left = answers.values();
	const clock = { now: () => now, wait: (time: number) => Promise.resolve(void (now += time)) };
	const send = () => {
		at.push(now);
		return Promise.resolve(left.next().value ?? taken);
	};
	const mailer = paced({ send }, clock);
	for (const n of answers.keys()) {
		now += asked[n] ?? 0;
		await mailer.send({} as Letter, 'key', { application: '', mail: '' });
	}
	return at;
}

test('five calls a second go to the provider', async () => {
	expect(await arrivals([taken, taken, taken])).toEqual([0, 210, 420]);
});

test('whoever comes late is not held up, and time that was not used is not made up for', async () => {
	expect(await arrivals([taken, taken, taken], [0, 1000])).toEqual([0, 1000, 1210]);
});

test('where it says that they come too fast, they pause a second, and come half as fast', async () => {
	expect(await arrivals([tooFast, taken, taken])).toEqual([0, 1100, 1646]);
});

test('and a second time, one a second', async () => {
	expect(await arrivals([tooFast, tooFast, taken, taken])).toEqual([0, 1100, 2200, 3300]);
});

test('no other answer makes them slower', async () => {
	const others = (['content', 'configuration', 'quota'] as const).map((reason) => ({
		kind: 'refused' as const,
		reason,
	}));
	expect(await arrivals([{ kind: 'unknown' }, ...others, taken])).toEqual([0, 210, 420, 630, 840]);
});
