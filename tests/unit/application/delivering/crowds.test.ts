import { expect, test, vi } from 'vitest';
import type { Accepted } from '#application/confirming/accept.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	hour,
	minute,
	press,
	type Press,
	sendAtOnce,
	sweepOnce,
	World,
} from '../../../support/delivering-world.ts';

// Thousands live through hours: a busy machine needs longer.
vi.setConfig({ testTimeout: 60_000 });

/** Somebody on a domain and a network of their own presses, and what follows at once is done. */
async function pressed(
	world: World,
	n: number,
	{ id = anId(world, n), found = [] }: Pick<Press, 'found'> & { id?: string } = {},
): Promise<Accepted> {
	const application = theChecked({ email: `n@by${n}.dk` });
	const answer = await press(world, id, { application, found });
	if (!answer) throw new Error('not accepted');
	await sendAtOnce(world, answer);
	return answer;
}

/** Time passes, with a sweep every five minutes. */
async function pass(world: World, time: number): Promise<void> {
	for (const end = world.now + time; world.now < end;) {
		world.now += 5 * minute;
		await sweepOnce(world);
	}
}

test('5: three hundred check pages pressed in the next hour send no flood of receipts', async () => {
	const world = new World();
	const ids = Array.from({ length: 300 }, (_, n) => anId(world, n));
	world.now += 35 * minute;
	for (const [n, id] of ids.entries()) await pressed(world, n, { id });
	await pass(world, 2 * hour);
	expect(world.sendings.filter(({ tags }) => tags.mail === 'receipt').length).toBeLessThan(61);
	expect(ids.filter((id) => world.bringing(id).length === 1)).toHaveLength(300);
});

test('12: two hundred robots a day delay nobody, and are one e-mail each fifty minutes', async () => {
	const world = new World();
	for (let n = 0; n < 200; n++) await pressed(world, n, { found: ['honeypot'] });
	const person = await pressed(world, 500);
	expect(world.sendings.map(({ tags }) => tags.application)).toEqual([person.id, person.id]);
	await pass(world, hour);
	const toLead = world.toProjectLead.filter(({ tags }) => tags.application !== person.id);
	expect(toLead).toHaveLength(1);
	expect(toLead[0]?.mail.text).toContain(referenceOf(anId(new World(), 199)));
});

test('14: three thousand in ten minutes are with the project lead within fifty', async () => {
	const world = new World();
	const ids: string[] = [];
	for (let n = 0; n < 3000; n++) {
		if (n % 1500 === 0) await pass(world, 5 * minute);
		ids.push((await pressed(world, n)).id);
	}
	await pass(world, 50 * minute);
	const brought = world.toProjectLead.map(({ mail }) => mail.text).join('\n');
	const references = new Set(brought.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g));
	expect(ids.filter((id) => !references.has(referenceOf(id)))).toEqual([]);
	expect(world.sendings.length).toBeLessThan(100);
});
