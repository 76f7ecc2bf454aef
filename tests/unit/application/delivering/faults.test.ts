import { describe, expect, test, vi } from 'vitest';
import type { Accepted } from '#application/confirming/accept.ts';
import { healthOf } from '#application/delivering/health.ts';
import { run } from '#application/delivering/run.ts';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	day,
	hour,
	minute,
	press,
	type Press,
	sendAtOnce,
	sweepOnce,
	tell,
	tidyOnce,
	withOutbox,
	World,
} from '../../../support/delivering-world.ts';

// Each was found in the first version, and was red against it. A few live through days: a busy machine needs longer.
vi.setConfig({ testTimeout: 60_000 });

/** From somebody on a domain and a network of their own. */
const somebody = (n: number): Press => ({ application: theChecked({ email: `n@by${n}.dk` }) });

async function accepted(world: World, n = 1, how: Press = somebody(n)): Promise<Accepted> {
	const answer = await press(world, anId(world, n), how);
	if (!answer) throw new Error('not accepted');
	return answer;
}

async function delivered(world: World, n = 1): Promise<Accepted> {
	const one = await accepted(world, n);
	await sendAtOnce(world, one);
	for (const event of world.events) await tell(world, event);
	await sweepOnce(world);
	return one;
}

const abandon = (world: World, id: string) =>
	world.run(({ outbox }) => outbox.record(id, { kind: 'abandoned', at: world.now, by: 'KL' }));

/** Time passes as it does, with a sweep in every step and tidying up in every hour. */
async function pass(world: World, time: number, step = hour): Promise<void> {
	for (const end = world.now + time; world.now < end;) {
		world.now += step;
		await sweepOnce(world);
		if (world.now % hour < step) await tidyOnce(world);
	}
}

const health = (world: World) =>
	healthOf(
		{ kind: 'open' },
		{ sweep: world.reportOn('sweep'), 'told-watch': world.reportOn('told-watch') },
		world.now,
	);

test('1: what was given up and is confirmed again is sent', async () => {
	const world = new World();
	world.mood = 'nothing-sent';
	const { id } = await accepted(world);
	await abandon(world, id);
	await sweepOnce(world);
	world.mood = 'well';
	world.now += hour;
	expect(await press(world, anId(world, 2), somebody(1))).toMatchObject({ id });
	await sweepOnce(world);
	expect(world.bringing(id)).toHaveLength(1);
	await pass(world, 6 * day);
	expect(world.kept).toEqual([id]);
});

test('2: however many are unconfirmed, a newcomer is sent and tidying up goes on', async () => {
	const world = new World();
	const old = await delivered(world, 99);
	world.tells = false;
	for (let n = 1; n <= 28; n++) await sendAtOnce(world, await accepted(world, n));
	world.now += 2 * day;
	world.mood = 'rate';
	const newcomer = await accepted(world, 50);
	await sendAtOnce(world, newcomer);
	world.mood = 'well';
	const begun = world.now;
	await pass(world, 10 * minute, 5 * minute);
	const [sent] = world.bringing(newcomer.id);
	expect((sent?.at ?? Infinity) - begun).toBeLessThanOrEqual(10 * minute);
	expect(world.asked.filter(({ at }) => at > begun).length).toBeLessThan(10);
	await pass(world, 8 * day);
	expect(world.kept).not.toContain(old.id);
});

describe('3: whatever cannot be read is told, and stops nobody', () => {
	const damages: Record<string, (world: World, id: string) => void> = {
		'a fact that is not JSON': (world, id) => world.blobs.set(`fact/${id}/lead/x`, '}'),
		'an application that is not ours': (world, id) => world.blobs.set(`application/${id}`, 'x'),
		'an application whose reading throws': (world, id) => world.throwing.add(`application/${id}`),
	};
	for (const [name, damage] of Object.entries(damages)) {
		test(name, async () => {
			const world = new World();
			const { id } = await accepted(world, 1);
			damage(world, id);
			const other = await delivered(world, 2);
			expect(world.alarms).toHaveLength(1);
			expect(health(world).healthy).toBe(false);
			await pass(world, 9 * day);
			expect(world.kept).toContain(id);
			expect(world.kept).not.toContain(other.id);
			expect(world.bringing(other.id)).toHaveLength(1);
		});
	}

	test('a list that cannot be had', async () => {
		const world = new World();
		const ran = await world.run((ports) =>
			run(
				'sweep',
				{ ...ports, outbox: { ...ports.outbox, waiting: () => Promise.reject(new Error()) } },
				Infinity,
			),
		);
		expect(ran?.kind).toBe('failed');
		expect(world.alarms).toHaveLength(1);
	});
});

describe('4: a press during a deletion', () => {
	/** Presses at each step of a round that deletes. */
	async function pressAt(
		step: number,
	): Promise<{ world: World; answers: Accepted[]; steps: number }> {
		const world = new World();
		await delivered(world);
		world.now += 7 * day + hour;
		const answers: Accepted[] = [];
		let taken = 0;
		let isPressing = false;
		world.turn = async () => {
			if (isPressing || taken++ !== step) return;
			isPressing = true;
			for (const tab of [7, 8]) {
				const answer = await press(world, anId(world, tab), somebody(1));
				if (answer) answers.push(answer);
			}
			isPressing = false;
		};
		await tidyOnce(world);
		return { world, answers, steps: taken };
	}

	test('gets a receipt for what is kept and sent, and the same one each time', async () => {
		const { steps } = await pressAt(-1);
		expect(steps).toBeGreaterThan(10);
		for (let step = 0; step < steps; step++) {
			const { world, answers } = await pressAt(step);
			const again = await press(world, anId(world, 9), somebody(1));
			const [one, other] = answers;
			expect([one?.id, other?.id, again?.id], `at ${step}`).toEqual([one?.id, one?.id, one?.id]);
			expect(world.kept).toContain(one?.id);
			await pass(world, hour, 5 * minute);
			expect(world.bringing(one?.id ?? ''), `at ${step}`).toHaveLength(1);
		}
	});
});

describe('6: an alarm', () => {
	test('that the provider did not take is sent again by the next sweep, and health says so', async () => {
		const world = new World();
		const { id } = await accepted(world);
		world.blobs.set(`application/${id}`, 'x');
		world.mood = 'nothing-sent';
		await sweepOnce(world);
		expect(health(world).problems).toMatchObject({ alarm: 1 });
		world.mood = 'well';
		world.now += 5 * minute;
		await sweepOnce(world);
		await sweepOnce(world);
		expect(world.alarms).toHaveLength(1);
		expect(health(world).problems).not.toHaveProperty('alarm');
	});

	test('that does not reach its mailbox makes health say so, until one does', async () => {
		const world = new World();
		const { id } = await accepted(world);
		world.blobs.set(`application/${id}`, 'x');
		world.mood = 'suppressing';
		await sweepOnce(world);
		for (const event of world.events) await tell(world, event);
		expect(health(world).problems).toMatchObject({ alarm: 1 });
		world.mood = 'well';
		world.now += 6 * hour;
		await sweepOnce(world);
		for (const event of world.events) await tell(world, event);
		expect(health(world).problems).not.toHaveProperty('alarm');
	});

	test('tells the second problem as soon as the first', async () => {
		const world = new World();
		for (const n of [1, 2]) {
			const { id } = await accepted(world, n);
			world.blobs.set(`application/${id}`, 'x');
			await sweepOnce(world);
			expect(world.alarms).toHaveLength(n);
		}
	});
});

test('8: a week after a deletion nothing is left that leads to the applicant', async () => {
	const world = new World();
	await delivered(world);
	await pass(world, 15 * day);
	const keys = [...world.blobs.keys()].filter(
		(key) => !/^(claim\/roll-call|[\w-]+\/last)/.test(key),
	);
	expect(world.kept).toEqual([]);
	expect(keys).toEqual([]);
});

describe('9: the letter about a lost receipt', () => {
	test('is told to somebody else where it cannot be sent', async () => {
		const world = new World();
		const { id } = await delivered(world);
		await world.run(({ outbox }) =>
			outbox.record(id, { kind: 'bounced', mail: 'receipt', at: world.now, eventId: 'b' }),
		);
		await world.run(({ outbox }) => outbox.enqueue(id, 'people'));
		world.mood = 'content';
		await sweepOnce(world);
		world.mood = 'well';
		await sweepOnce(world);
		expect(world.alarms).toEqual(['En ansøger fik ingen kvittering']);
	});

	test('never comes before the application, however long the outage', async () => {
		for (let hours = 72; hours < 98; hours += 5) {
			const world = new World();
			world.mood = 'nothing-sent';
			const { id } = await accepted(world);
			await pass(world, hours * hour);
			world.mood = 'well';
			await pass(world, 2 * day);
			const sent = world.sendings.filter(({ tags }) => tags.application === id);
			expect(sent.map(({ tags }) => tags.mail)[0], `after ${hours} hours`).toBe('lead');
			expect(sent).toHaveLength(2);
		}
	});
});

test('10: tidying up begins nothing after its deadline, and does many at once', async () => {
	const world = new World();
	for (let n = 0; n < 60; n++) {
		world.blobs.set(`fact/${anId(world, n)}/lead/x`, 'x');
	}
	world.now += 3 * day;
	const begun = world.calls.length;
	await world.run((ports) => run('tidy', ports, world.now));
	expect(world.calls.length - begun).toBeLessThan(20);
	expect(world.blobs.keysUnder('fact/')).toHaveLength(60);
	let open = 0;
	let most = 0;
	await tidyOnce(
		world,
		withOutbox((outbox) => ({
			async remove(key) {
				most = Math.max(most, ++open);
				await outbox.remove(key);
				open -= 1;
			},
		})),
	);
	expect(most).toBe(10);
	expect(world.blobs.keysUnder('fact/')).toHaveLength(0);
});

describe('11: a fact that we did not write there is not believed', () => {
	const forgeries: Record<string, (world: World, to: string, from: string) => void> = {
		'made up': (world, to) =>
			world.blobs.set(
				`fact/${to}/lead/delivered/x`,
				JSON.stringify({ kind: 'delivered', mail: 'lead', at: world.now, eventId: 'x' }),
			),
		'copied from another application': (world, to, from) => {
			for (const key of world.blobs.keysUnder(`fact/${from}/`)) {
				world.blobs.set(key.replace(from, to), world.blobs.get(key) ?? '');
			}
		},
		'stamped with another key': (world, to) => {
			const key = `fact/${to}/lead/delivered/x`;
			const fact = { kind: 'delivered', mail: 'lead', at: world.now, eventId: 'x' };
			world.blobs.set(key, `k9|${key}|${JSON.stringify(fact)}`);
		},
	};
	for (const [name, forge] of Object.entries(forgeries)) {
		test(name, async () => {
			const world = new World();
			const other = await delivered(world, 2);
			world.mood = 'nothing-sent';
			const { id } = await accepted(world, 1);
			forge(world, id, other.id);
			world.mood = 'well';
			await pass(world, 9 * day);
			expect(world.kept).toContain(id);
			expect(world.alarms.length).toBeGreaterThan(0);
		});
	}
});

test('13: one mailbox gets one receipt a day, however it is spelt', async () => {
	const world = new World();
	const spellings = ['a.b@gmail.com', 'ab@gmail.com', 'ab+1@gmail.com', 'A.B+2@googlemail.com'];
	for (const [n, email] of spellings.entries()) {
		await sendAtOnce(world, await accepted(world, n, { application: theChecked({ email }) }));
	}
	const receipts = world.sendings.filter(({ tags }) => tags.mail === 'receipt');
	expect(receipts.map(({ mail }) => mail.to)).toEqual(['a.b@gmail.com']);
	expect(world.toProjectLead).toHaveLength(4);
});
