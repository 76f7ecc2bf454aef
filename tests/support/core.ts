import type { Application } from '#application/asking/rules.ts';
import { accept } from '#application/confirming/accept.ts';
import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import { idOf } from '#application/confirming/id.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { originOf } from '#application/confirming/suspicion.ts';
import { deliver } from '#application/delivering/deliver.ts';
import { whatHasHappened } from '#application/delivering/facts.ts';
import type { Known } from '#application/delivering/kept.ts';
import { recordEvent } from '#application/delivering/provider-event.ts';
import { run } from '#application/delivering/run.ts';
import type { Mark } from '#application/letters/to-project-lead.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import { type Event, hour, type Ports, type Sending, type World } from './world.ts';

/** An application that is sent: whose, and what the form saw. */
export interface Press {
	id: string;
	application: Application;
	/** The internet address. */
	address: string;
	marks?: readonly Mark[];
	now: number;
}

/** Everything that the tests of the whole outbox know of it. Each method throws where it cannot be sure. */
export interface Core {
	/** What the receipt page is for, and whether it promises a receipt by e-mail. */
	press(press: Press): Promise<{ id: string; hasReceipt: boolean }>;
	/** What goes on after the answer to a press. */
	headStart(id: string): Promise<unknown>;
	/** What runs by itself. Nothing is begun after the deadline. */
	round(deadline?: number): Promise<unknown>;
	/** What the provider's webhook gets. */
	event(payload: unknown, id: string): Promise<unknown>;
	/** What a person does. */
	retry(id: string, now: number): Promise<unknown>;
	discard(id: string, now: number): Promise<unknown>;
	/** The ids of the applications that can still be read. */
	kept(): Promise<readonly string[]>;
}

const sign = signWith(Buffer.alloc(32).toString('base64'));

/** The beginnings of the keys that are created and never written over. */
export const keysOf = { application: 'application/', claim: 'claim/' };

/** What is never removed. */
export const isLasting = (key: string) => /^(claim\/roll-call\/|[\w-]+\/last$)/.test(key);

export function coreOn({ store, mailer, clock, seal, writing, watch }: Ports): Core {
	const texts = {
		...store,
		read: async (key: string) => (await store.read(key))?.text ?? null,
		async replace(key: string, text: string) {
			const found = await store.read(key);
			if (found) await store.replace(key, text, found.version);
			else await store.create(key, text);
		},
	};
	const outbox = outboxOn(texts, {
		...seal,
		stamp: (...text) => seal.seal(...text),
		unstamp: (...text) => seal.open(...text),
	});
	const ports = { outbox, mailer, clock, writing, watch };
	const decide = async (
		id: string,
		factOf: (known: Known) => Parameters<typeof outbox.record>[1],
	) => {
		const known = await outbox.look(id);
		if (known) await outbox.record(id, factOf(known));
		await outbox.enqueue(id, 'people');
	};
	return {
		async press({ id, application, address, marks = [], now }) {
			const fingerprint = fingerprintOf(application, sign);
			const origin = originOf(address, application.email, sign);
			const confirmed = { id, now, application, fingerprint, ...origin, found: marks };
			const accepted = await accept(confirmed, writing, outbox);
			return { id: accepted.id, hasReceipt: marks.length === 0 };
		},
		async headStart(id) {
			const known = await outbox.look(id);
			if (known) await deliver(known, ['lead', 'receipt'], ports);
		},
		async round(deadline = Number.POSITIVE_INFINITY) {
			await run('tidy', ports, deadline);
			await run('sweep', ports, deadline);
		},
		event: (payload, id) => recordEvent(payload, id, outbox),
		retry: (id, now) =>
			decide(id, ({ facts }) => {
				const n = whatHasHappened(facts).mails.lead.releases + 1;
				return {
					kind: 'released',
					mail: 'lead',
					n,
					at: Math.max(now, ...facts.map(({ at }) => at + 1)),
				};
			}),
		discard: (id, now) => decide(id, () => ({ kind: 'abandoned', at: now, by: 'KL' })),
		async kept() {
			const all = await Promise.all((await outbox.kept()).map((id) => outbox.look(id)));
			return all.flatMap((known) => (known && known.kept !== 'unreadable' ? [known.id] : []));
		},
	};
}

/** What an e-mail is. */
export const kindOf = ({ tags }: Sending) => tags.mail;

/** Whether an e-mail to the project lead brings an application. */
export const brings = (id: string, { mail }: Sending) => mail.text.includes(referenceOf(id));

/** The id of a form that is checked now, from a small number. */
export const anId = (world: World, n: number) => idOf(world.now, n.toString(16).padStart(32, '0'));

/** An address of a network that nobody else has, from a small number. */
export const anAddress = (n: number) => `${20 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}.1`;

/** Lets a core do something in a process of its own; `undefined` where it did not come to its end. */
export function act<Value>(
	world: World,
	work: (core: Core) => Promise<Value>,
	sabotage: Sabotage = (ports) => ports,
): Promise<Value | undefined> {
	return world.run((ports) => work(coreOn(sabotage(ports))));
}
export type Sabotage = (ports: Ports) => Ports;

/** The ids of the applications that can still be read. */
export const keptIn = async (world: World) => new Set(await coreOn(world.still).kept());

/** The provider tells an event, once more where it was told before, until it is answered with a success. */
export async function tell(world: World, event: Event, tries = 3): Promise<void> {
	for (let n = 0; n < tries; n++) {
		const isTaken = await act(world, (core) =>
			core.event(event.payload, event.id).then(() => true),
		);
		event.isTaken ||= isTaken ?? false;
		if (isTaken) return;
	}
}

/** The provider tells everything of the last 28 hours, after which it gives up. */
export async function tellAll(world: World): Promise<void> {
	for (const event of world.events) if (world.now - event.at < 28 * hour) await tell(world, event);
}

/** The e-mails that came into the project lead's mailbox with an application. */
export const brought = (world: World, id: string) =>
	world.sendings.filter(
		(sending) => hasArrived(sending) && kindOf(sending) === 'lead' && brings(id, sending),
	);

export const hasArrived = ({ fate }: Sending) => fate === 'delivered' || fate === 'auto-reply';

/** Whether a letter of a kind, whether to one mailbox or another, names an application. */
export const naming = (world: World, kind: 'alarm' | 'roll-call', id: string) =>
	world.sendings.filter(
		(sending) => kindOf(sending) === kind && sending.mail.text.includes(referenceOf(id)),
	);
