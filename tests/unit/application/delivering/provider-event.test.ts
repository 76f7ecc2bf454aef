import { describe, expect, test } from 'vitest';
import { recordEvent } from '#application/delivering/provider-event.ts';
import { anId, World } from '../../../support/delivering-world.ts';

const id = anId(new World(), 1);
const created_at = '2026-11-21T07:31:00.000Z';
const at = Date.parse(created_at);
const ours = { application: id, mail: 'lead' };
const listed = (tags: Record<string, string>) =>
	Object.entries(tags).map(([name, value]) => ({ name, value }));

/** What an event comes to in a world. */
async function told(type: string, tags: unknown = ours, change: object = {}) {
	const world = new World();
	const event = {
		type,
		created_at,
		data: { tags, to: ['lead@example.dk'], subject: 'x' },
		...change,
	};
	const outcome = await world.run(({ outbox }) => recordEvent(event, 'e1', outbox));
	const waiting = await world.run(({ outbox }) => outbox.waiting('people'));
	const facts = world.blobs
		.keysUnder('fact/')
		.map((key) => JSON.parse(world.blobs.get(key)?.split('|')[2] ?? '') as unknown);
	return { outcome, facts, waiting, world };
}

describe('what Resend tells about a letter of ours is written down, and somebody acts on it', () => {
	const kinds = {
		'email.delivered': 'delivered',
		'email.bounced': 'bounced',
		'email.failed': 'bounced',
		'email.delivery_delayed': 'delayed',
		'email.complained': 'complained',
		'email.suppressed': 'suppressed',
	};
	for (const [type, kind] of Object.entries(kinds)) {
		test(type, async () => {
			const fact = { kind, mail: 'lead', at, eventId: 'e1' };
			for (const tags of [ours, listed(ours)]) {
				expect(await told(type, tags)).toMatchObject({
					outcome: 'recorded',
					facts: [fact],
					waiting: [id],
				});
			}
		});
	}

	test('also where its time is another zone’s, and where the version before had named the letter', async () => {
		const notice = { application: id, mail: 'notice' };
		const change = { created_at: '2026-11-21T08:31:00+01:00' };
		const { facts } = await told('email.delivered', notice, change);
		expect(facts).toEqual([{ kind: 'delivered', mail: 'lost-receipt', at, eventId: 'e1' }]);
	});
});

describe('of what was told to a mailbox it is reported whether it arrived', () => {
	const isLost = {
		'email.bounced': true,
		'email.suppressed': true,
		'email.delivered': false,
		'email.complained': false,
	};
	for (const about of ['told-lead', 'told-watch'] as const) {
		for (const [type, lost] of Object.entries(isLost)) {
			test(`${about}: ${type}`, async () => {
				const { outcome, facts, waiting, world } = await told(type, listed({ application: about }));
				expect([outcome, facts, waiting]).toEqual(['recorded', [], []]);
				expect(world.reportOn(about)).toEqual({ at, problems: lost ? { alarm: 1 } : {} });
			});
		}
	}
});

describe('ignored is', () => {
	const table: Record<string, Parameters<typeof told>> = {
		'an event that is of no interest': ['email.opened'],
		'one that is named like a part of every object': ['constructor'],
		'one without our tags': ['email.delivered', {}],
		'one about no application': ['email.delivered', { ...ours, application: 'x' }],
		'one about more than an application': ['email.delivered', { ...ours, application: `${id}/x` }],
		'one about a letter that we do not write': ['email.delivered', { ...ours, mail: 'x' }],
		'one with tags of another shape': ['email.delivered', ['lead']],
		'one without a time': ['email.delivered', ours, { created_at: 'i dag' }],
		'one without anything in it': ['email.delivered', ours, { data: null }],
	};
	for (const [what, event] of Object.entries(table)) {
		test(what, async () => {
			const { outcome, world } = await told(...event);
			expect(outcome).toBe('ignored');
			expect([...world.blobs.keys()]).toEqual([]);
		});
	}
});
