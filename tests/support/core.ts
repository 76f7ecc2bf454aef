import type { Application } from '#application/asking/rules.ts';
import { idOf, referenceOf } from '#application/confirming/id.ts';
import { type Mark, originOf } from '#application/confirming/confirm.ts';
import { fingerprintOf } from '#application/confirming/token.ts';
import { accept } from '#application/outbox/accept.ts';
import type { Ports as CorePorts } from '#application/outbox/ports.ts';
import { headStart, processOutbox } from '#application/outbox/process.ts';
import { recordDelivery } from '#application/outbox/record.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { deliveryIn } from '#netlify/adapters/resend-event.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import { runCommand } from '../../scripts/outbox-commands.ts';
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
	event(payload: unknown): Promise<unknown>;
	/** What a person does, for one application or for all that the mailbox refused. */
	retry(id: string, now: number): Promise<unknown>;
	discard(id: string, now: number): Promise<unknown>;
	/** The ids of the applications that can still be read. */
	kept(): Promise<readonly string[]>;
}

const sign = signWith(Buffer.alloc(32).toString('base64'));

/** The beginnings of the keys that are created and read back. */
export const keysOf = { application: 'entry/', claim: 'seen/' };

/** What is never removed. */
export const isLasting = (key: string) => key === 'round/last';

/** The core with what is around it in the functions and in `npm run outbox`. */
export function coreOn(world: Ports): Core {
	const { store, mailer, clock, seal, writing, watch: alarmMailbox, allowance: perDay } = world;
	const outbox = outboxOn(store, seal);
	const ports: CorePorts = { outbox, mailer, clock, sign, writing, alarmMailbox, perDay };
	const command = (now: number, ...args: string[]) =>
		runCommand(args, () => ({ outbox, now: () => now, print: () => undefined }));
	return {
		press({ id, application, address, marks = [], now }) {
			const fingerprint = fingerprintOf(application, sign);
			const origin = originOf(address, application.email, sign);
			return accept({ id, now, application, fingerprint, ...origin, marks }, outbox);
		},
		headStart: (id) => headStart(id, ports),
		async round(deadline = Number.POSITIVE_INFINITY) {
			const processed = await processOutbox(ports, deadline);
			if (processed.kind === 'failed') throw processed.error;
		},
		async event(payload) {
			const found = deliveryIn(payload);
			if (found) await recordDelivery(found.about, found.delivery, outbox);
		},
		retry: (id, now) => command(now, 'retry', id === 'bounced' ? id : referenceOf(id), '--yes'),
		discard: (id, now) => command(now, 'discard', referenceOf(id), '--yes', '--by', 'KL'),
		async kept() {
			const looked = await Promise.all(
				(await outbox.ids()).map((id) => outbox.look(id).catch(() => null)),
			);
			return looked.flatMap((entry) => (entry?.application ? [entry.id] : []));
		},
	};
}

/** What an e-mail is. */
export const kindOf = ({ tags, mail }: Sending) =>
	tags.email ?? (mail.subject.includes('ugens ansøgninger') ? 'roll-call' : 'alarm');

/** Whether an e-mail to the project lead brings an application. */
export const brings = (id: string, { tags }: Sending) => tags.id === id;

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
		const isTaken = await act(world, (core) => core.event(event.payload).then(() => true));
		event.isTaken ||= isTaken ?? false;
		if (isTaken) return;
	}
}

/** Whether the provider still tells an event: it gives up after 28 hours. */
export const isTold = (world: World, { at }: Event) => world.now - at < 28 * hour;

export async function tellAll(world: World): Promise<void> {
	for (const event of world.events) if (isTold(world, event)) await tell(world, event);
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
