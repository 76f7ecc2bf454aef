import { describe, expect, test } from 'vitest';
import { deliver, deliverAtOnce } from '#application/delivering/deliver.ts';
import type { Fact, LetterName } from '#application/delivering/facts.ts';
import type { Known } from '#application/delivering/kept.ts';
import type { Delivering } from '#application/delivering/ports.ts';
import { theChecked } from '../../../support/application.ts';
import {
	anId,
	day,
	hour,
	type Mood,
	press,
	World,
	writing,
} from '../../../support/delivering-world.ts';

const all: readonly LetterName[] = ['lead', 'receipt', 'lost-receipt'];

/** Keeps an application, with facts about it. */
async function accepted(world: World, n = 1, ...facts: Fact[]): Promise<Known> {
	const answer = await press(world, anId(world, n));
	if (!answer?.fresh) throw new Error('not accepted');
	return { id: answer.id, kept: answer.fresh, facts };
}

/** Takes it a step on. */
const step = (world: World, known: Known, mails = all, change: Partial<Delivering> = {}) =>
	world.run((ports) => deliver(known, mails, { ...ports, ...change }));
const asked = (world: World) => world.asked.map(({ tags }) => tags.mail);
const waiting = (world: World) => world.run(({ outbox }) => outbox.waiting('people'));

test('it sends what is to be sent, and says what is left to do', async () => {
	const world = new World();
	const known = await accepted(world);
	const done = await step(world, known);
	expect(asked(world)).toEqual(['lead', 'receipt']);
	expect(done).toEqual({
		actions: [{ kind: 'wait', until: world.now + day }],
		paused: false,
	});
	const written = await world.run(({ outbox }) => outbox.look(known.id));
	expect(new Set(known.facts)).toEqual(new Set(written?.facts));
	expect(await waiting(world)).toEqual([known.id]);
});

test('only what it is asked for', async () => {
	const world = new World();
	const known = await accepted(world);
	await step(world, known, []);
	expect(asked(world)).toEqual([]);
	await step(world, known, ['receipt']);
	expect(asked(world)).toEqual(['receipt']);
});

test('what waits for nothing leaves its line', async () => {
	const world = new World();
	const delivered = [
		{ kind: 'delivered', mail: 'lead', at: world.now, eventId: 'e' },
		{ kind: 'withheld', mail: 'receipt', at: world.now },
	] as const;
	const known = await accepted(world, 1, ...delivered);
	expect((await step(world, known))?.actions).toEqual([]);
	expect(await waiting(world)).toEqual([]);
});

test('a suspect is not sent, and stays where it waits', async () => {
	const world = new World();
	const answer = await press(world, anId(world, 1), { found: ['hurried'] });
	await world.run(async (ports) => answer?.fresh && deliverAtOnce(answer.fresh, ports));
	expect(world.asked).toEqual([]);
	expect(await world.run(({ outbox }) => outbox.waiting('behind'))).toEqual([answer?.id]);
});

describe('every try is put down before it is made, with what came of it', () => {
	const at = new World().now;
	const attempted = { kind: 'attempted', mail: 'lead', at, n: 1, generation: 1, repeated: false };
	const refused = { kind: 'refused', mail: 'lead', n: 1, at };
	const table: Partial<Record<Mood, object[]>> = {
		well: [attempted, { kind: 'accepted', mail: 'lead', at, providerId: 'p0' }],
		'answer-lost': [attempted],
		'nothing-sent': [attempted],
		content: [attempted, { ...refused, reason: 'content' }],
		configuration: [attempted, { ...refused, reason: 'configuration' }],
		rate: [attempted, { ...refused, reason: 'rate' }],
		quota: [attempted, { ...refused, reason: 'quota' }],
	};
	for (const [mood, facts] of Object.entries(table)) {
		test(`the provider: ${mood}`, async () => {
			const world = new World();
			world.mood = mood as Mood;
			const known = await accepted(world);
			const done = await step(world, known, ['lead']);
			expect(known.facts).toEqual(facts);
			expect(done?.paused).toBe(mood === 'quota');
		});
	}
});

test('where the provider takes no more today, nothing more is asked of it', async () => {
	const world = new World();
	world.mood = 'quota';
	await step(world, await accepted(world));
	expect(asked(world)).toEqual(['lead']);
});

test('two who take the same step make one call', async () => {
	const world = new World();
	const known = await accepted(world);
	await Promise.all([step(world, { ...known }), step(world, { ...known })]);
	expect(asked(world).toSorted()).toEqual(['lead', 'receipt']);
});

test('one mailbox gets one receipt a day, and one more the next day', async () => {
	const world = new World();
	const application = (n: number) => theChecked({ area: `Nummer ${n}` });
	const sent: number[] = [];
	for (const [n, pause] of [0, hour, day].entries()) {
		world.now += pause;
		const answer = await press(world, anId(world, n), { application: application(n) });
		await world.run(async (ports) => answer?.fresh && deliverAtOnce(answer.fresh, ports));
		sent.push(asked(world).filter((mail) => mail === 'receipt').length);
		expect(world.toProjectLead).toHaveLength(n + 1);
		if (n !== 1) continue;
		const known = await world.run(({ outbox }) => outbox.look(anId(world, 1)));
		expect(known?.facts).toContainEqual({ kind: 'withheld', mail: 'receipt', at: world.now });
	}
	expect(sent).toEqual([1, 1, 2]);
});

describe('when there is another project lead', () => {
	const projectLead = { ...writing.programme.projectLead, email: 'ny@politi.dk' };
	const change = { writing: { ...writing, programme: { ...writing.programme, projectLead } } };
	const former = writing.programme.projectLead.email;
	const { now } = new World();
	const tried = (mail: LetterName): Fact[] => [
		{ kind: 'attempted', mail, n: 1, at: now - 30 * hour, generation: 1, repeated: false },
	];

	async function sentTo(mail: LetterName, ...facts: Fact[]) {
		const world = new World();
		const known = await accepted(world, 1, ...facts);
		await step(world, known, [mail], change);
		const [sending] = world.sendings;
		return { to: sending?.mail.to, subject: sending?.mail.subject ?? '' };
	}
	const receiptLost: Fact[] = [
		{ kind: 'accepted', mail: 'lead', at: now, providerId: 'p' },
		{ kind: 'bounced', mail: 'receipt', at: now, eventId: 'e' },
	];

	test('an application that may have gone to the one before goes to the new one, and says so', async () => {
		const { to, subject } = await sentTo('lead', ...tried('lead'));
		expect(to).toBe('ny@politi.dk');
		expect(subject).toMatch(/^.+ \(måske sendt før\)$/);
	});

	test('and so does the letter about a lost receipt', async () => {
		const sent = await sentTo('lost-receipt', ...receiptLost, ...tried('lost-receipt'));
		expect(sent.to).toBe('ny@politi.dk');
	});

	test('but under the same key nothing is changed', async () => {
		const { to, subject } = await sentTo('lead');
		expect(to).toBe(former);
		expect(subject).not.toContain('måske');
	});

	test('and a receipt goes to its applicant', async () => {
		const { to } = await sentTo('receipt', ...tried('receipt'));
		expect(to).toBe(theChecked().email);
	});
});
