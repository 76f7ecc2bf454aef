import { describe, expect, test } from 'vitest';
import type { Accepted } from '#application/confirming/accept.ts';
import { measures } from '#application/confirming/suspicion.ts';
import type { Fact } from '#application/delivering/facts.ts';
import { sweep } from '#application/delivering/sweep.ts';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	day,
	hour,
	minute,
	press,
	sendAtOnce,
	sweepOnce,
	tell,
	tidyOnce,
	World,
	writing,
} from '../../../support/delivering-world.ts';

/** Keeps so many applications from different people, none of them sent. */
async function pressed(world: World, count: number): Promise<Accepted[]> {
	const all: Accepted[] = [];
	for (let n = 1; n <= count; n++) {
		const application = theChecked({ email: `nr${n}@by${n}.dk` });
		const accepted = await press(world, anId(world, n), { application });
		if (accepted) all.push(accepted);
	}
	return all;
}

const sentAs = (world: World) =>
	world.sendings.map(({ tags }) => `${tags.mail} ${tags.application.slice(-1)}`);

test('the project lead comes first, then receipts, the oldest application first', async () => {
	const world = new World();
	await pressed(world, 2);
	await sweepOnce(world);
	expect(sentAs(world)).toEqual(['lead 1', 'lead 2', 'receipt 1', 'receipt 2']);
});

test('the provider saying "no more today" ends the round, and the next one goes on', async () => {
	const world = new World();
	await pressed(world, 3);
	world.mood = 'quota';
	await sweepOnce(world);
	expect(world.sendings).toEqual([]);
	expect([...world.blobs.keys()].filter((key) => key.includes('/attempted/'))).toHaveLength(1);
	world.mood = 'well';
	world.now += hour;
	await sweepOnce(world);
	expect(world.toProjectLead).toHaveLength(3);
});

test('no step is begun after the deadline', async () => {
	const world = new World();
	await pressed(world, 3);
	const swept = await world.run((ports) =>
		sweep({ ...ports, clock: { ...ports.clock, now: () => (world.now += 10) } }, world.now + 60),
	);
	expect(swept?.cut).toBe(true);
	expect(world.toProjectLead.length).toBeLessThan(3);
	await sweepOnce(world);
	expect(world.toProjectLead.length).toBe(3);
});

/** Sends for two people in a world where waiting takes time; returns the pauses between calls. */
async function pausesWith(mood: 'well' | 'rate'): Promise<number[]> {
	const world = new World();
	world.mood = mood;
	await pressed(world, 3);
	await world.run((ports) => {
		const wait = (time: number) => Promise.resolve(void (world.now += time));
		return sweep({ ...ports, clock: { ...ports.clock, wait } }, Infinity);
	});
	return world.asked.slice(1).map(({ at }, n) => at - (world.asked[n]?.at ?? 0));
}

test('five calls a second go to the provider, and fewer where it says that they are too many', async () => {
	expect(await pausesWith('well')).toEqual([210, 210, 210, 210, 210]);
	const slower = await pausesWith('rate');
	expect(slower.length).toBeGreaterThan(1);
	expect(Math.min(...slower)).toBeGreaterThanOrEqual(500);
});

test('a flood in one hour is kept and brought in a digest, and nobody in it gets a letter of ours', async () => {
	const world = new World();
	const all = await pressed(world, measures.hour + 5);
	for (const accepted of all) await sendAtOnce(world, accepted);
	expect(world.sendings).toHaveLength(2 * measures.hour);
	await sweepOnce(world);
	expect(world.toProjectLead).toHaveLength(measures.hour + 1);
	expect(world.sendings).toHaveLength(2 * measures.hour + 1);
	for (const { id } of all) expect(world.bringing(id)).toHaveLength(1);
});

test('in the next hour people are people again, and the day has its measure too', async () => {
	const world = new World();
	await pressed(world, measures.hour + 5);
	world.now += hour;
	const next = await press(world, anId(world, 99), {
		application: theChecked({ email: 'n@ny.dk' }),
	});
	expect(next?.fresh?.suspicions).toEqual([]);
	for (let n = 100; n < 100 + measures.day; n++) {
		world.now += hour / 4;
		const application = theChecked({ email: `n@by${n}.dk` });
		await press(world, anId(world, n), { application });
	}
	const late = await press(world, anId(world, 999), {
		application: theChecked({ email: 'n@sen.dk' }),
	});
	expect(late?.fresh?.suspicions).toEqual(['day']);
	world.now += day;
	const tomorrow = await press(world, anId(world, 1000), {
		application: theChecked({ email: 'n@dag.dk' }),
	});
	expect(tomorrow?.fresh?.suspicions).toEqual([]);
});

test('suspects are kept until their digest is delivered, and for a week after it', async () => {
	const world = new World();
	world.tells = false;
	const one = await press(world, anId(world, 1), { found: ['honeypot'] });
	await sweepOnce(world);
	for (let n = 0; n < 10; n++) {
		world.now += day;
		await tidyOnce(world);
		await sweepOnce(world);
	}
	expect(world.kept).toEqual([one?.id]);
	expect(world.alarms).toContain('Ansøgninger er måske ikke afleveret');
	const [sending] = world.toProjectLead;
	const data = { tags: sending?.tags ?? { application: '', mail: '' } };
	const created = new Date(world.now).toISOString();
	await tell(world, { id: 'e', type: 'email.delivered', created_at: created, data });
	await sweepOnce(world);
	world.now += 6 * day;
	await tidyOnce(world);
	expect(world.kept).toEqual([one?.id]);
	world.now += 2 * day;
	await tidyOnce(world);
	expect([...world.blobs.keys()].filter((key) => key.startsWith('application/'))).toEqual([]);
});

test('what cannot be read does not stop the tidying up, and a person is told', async () => {
	const world = new World();
	for (const accepted of await pressed(world, 2)) await sendAtOnce(world, accepted);
	for (const event of world.events) await tell(world, event);
	await sweepOnce(world);
	const damaged = anId(world, 1);
	world.blobs.set(`application/${damaged}`, 'rubbish');
	world.now += 8 * day;
	await tidyOnce(world);
	expect(world.kept).toEqual([damaged]);
	expect(world.alarms).toEqual(['Ansøgninger kan ikke læses']);
});

test('a named person can end even what cannot be read', async () => {
	const world = new World();
	const [one] = await pressed(world, 1);
	const id = one?.id ?? '';
	world.blobs.set(`application/${id}`, 'rubbish');
	await world.run(({ outbox }) =>
		outbox.record(id, { kind: 'abandoned', at: world.now, by: 'KL' }),
	);
	world.now += 7 * day - minute;
	await tidyOnce(world);
	expect(world.kept).toEqual([id]);
	world.now += hour;
	await tidyOnce(world);
	expect(world.kept).toEqual([]);
});

test('once a week the roll is called to both mailboxes, before anything is deleted', async () => {
	const world = new World();
	const [one] = await pressed(world, 1);
	if (one) await sendAtOnce(world, one);
	for (const event of world.events) await tell(world, event);
	const called = () => world.sendings.filter(({ tags }) => tags.mail === 'roll-call');
	for (let hours = 0; hours < 9 * 24; hours++) {
		world.now += hour;
		if (hours > 20 && hours < 100) world.mood = 'nothing-sent';
		else world.mood = 'well';
		await tidyOnce(world);
		if (called().length < 2) expect(world.kept).toEqual([one?.id]);
	}
	const { email } = writing.programme.projectLead;
	expect(called().map(({ mail }) => mail.to)).toEqual([email, 'vagt@example.dk']);
	expect(called()[0]?.mail.text).toContain('afleveret');
	expect(world.kept).toEqual([]);
});

test('the report tells how many wait, and since when the oldest that nobody has taken', async () => {
	const world = new World();
	await sweepOnce(world);
	const nothing = { at: world.now, waiting: 0, behind: 0, problems: {} };
	expect(world.reportOn('sweep')).toEqual(nothing);
	world.mood = 'nothing-sent';
	const oldest = world.now;
	for (const n of [1, 2, 3]) {
		await press(world, anId(world, n), { application: theChecked({ email: `nr${n}@by${n}.dk` }) });
		world.now += minute;
	}
	await sweepOnce(world);
	expect(world.reportOn('sweep')).toEqual({ ...nothing, at: world.now, waiting: 3, oldest });
});

describe('nobody is the oldest any more', () => {
	const { now } = new World();
	const facts: Record<string, Fact> = {
		'once it is accepted': { kind: 'accepted', mail: 'lead', at: now, providerId: 'p' },
		'once it is delivered': { kind: 'delivered', mail: 'lead', at: now, eventId: 'e' },
		'once it was given up': { kind: 'abandoned', at: now, by: 'KL' },
		'once it lies in a digest': { kind: 'bundled', at: now, digest: 'd' },
	};
	for (const [when, fact] of Object.entries(facts)) {
		test(when, async () => {
			const world = new World();
			const [one] = await pressed(world, 1);
			await world.run(({ outbox }) => outbox.record(one?.id ?? '', fact));
			world.mood = 'nothing-sent';
			await sweepOnce(world);
			expect(world.reportOn('sweep')).not.toHaveProperty('oldest');
		});
	}
});

test('where a receipt was sent back, the next sweep tells the project lead', async () => {
	const world = new World();
	const [one] = await pressed(world, 1);
	await sweepOnce(world);
	const bounced = { kind: 'bounced', mail: 'receipt', at: world.now, eventId: 'e' } as const;
	await world.run(({ outbox }) => outbox.record(one?.id ?? '', bounced));
	await sweepOnce(world);
	expect(sentAs(world)).toEqual(['lead 1', 'receipt 1', 'lost-receipt 1']);
});

test('of what cannot be read it is known since which hour it waits', async () => {
	const world = new World();
	const hourAgo = anId(world, 1);
	world.now += hour;
	await pressed(world, 1);
	world.blobs.set(`application/${hourAgo}`, 'rubbish');
	world.blobs.set(`waiting/${hourAgo}`, '1');
	world.mood = 'nothing-sent';
	await sweepOnce(world);
	expect(world.reportOn('sweep')).toMatchObject({ oldest: Date.UTC(2026, 10, 21, 7), waiting: 2 });
});

test('a place in the line that nothing was kept for is left when nobody can come any more', async () => {
	const world = new World();
	const id = anId(world, 1);
	const issued = Date.UTC(2026, 10, 21, 7);
	world.blobs.set(`waiting/${id}`, '1');
	for (const [time, line] of [
		[0, [id]],
		[26 * hour, [id]],
		[26 * hour + 1, []],
	] as const) {
		world.now = issued + time;
		await sweepOnce(world);
		expect(await world.run(({ outbox }) => outbox.waiting('people'))).toEqual(line);
		expect(world.reportOn('sweep')).toEqual({
			at: world.now,
			waiting: 0,
			behind: 0,
			problems: {},
		});
	}
});

test('a round that did everything says so, and one that the provider stopped does not', async () => {
	const world = new World();
	await pressed(world, 1);
	world.mood = 'quota';
	expect(await sweepOnce(world)).toMatchObject({ kind: 'ran', cut: true });
	world.mood = 'well';
	world.now += hour;
	expect(await sweepOnce(world)).toMatchObject({ kind: 'ran', cut: false });
});
