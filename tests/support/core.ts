import type { Application } from '#application/asking/rules.ts';
import { idOf, referenceOf } from '#application/confirming/id.ts';
import { type Mark, originOf } from '#application/confirming/confirm.ts';
import { fingerprintOf } from '#application/confirming/token.ts';
import { accept } from '#application/outbox/accept.ts';
import { headStart, processOutbox } from '#application/outbox/process.ts';
import { recordDelivery } from '#application/outbox/record.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { deliveryIn } from '#netlify/adapters/resend-event.ts';
import { hour } from '#application/outbox/entry.ts';
import { readOrder } from '../../scripts/outbox-commands.ts';
import { type Event, type Ports, type Sending, sign, type World } from './world.ts';

/** An application that is sent: whose, and what the form saw. */
export interface Press {
	id: string;
	spareId: string;
	application: Application;
	/** The internet address. */
	address: string;
	marks?: readonly Mark[];
	now: number;
}

/** The beginnings of the keys that are created and read back. */
export const keysOf = { application: 'entry/', claim: 'seen/' };

export type Core = ReturnType<typeof coreOn>;

/** The core with what is around it in the functions and in `npm run outbox`. */
export function coreOn({ store, seal, ...others }: Ports) {
	const outbox = outboxOn(store, seal);
	const ports = { ...others, outbox };
	const command = async (now: number, ...args: string[]) => {
		await readOrder(args).work?.({ outbox, now: () => now, print: () => undefined });
	};
	return {
		/** Throws where there is no receipt page. */
		press({ address, marks = [], ...press }: Press) {
			const fingerprint = fingerprintOf(press.application, sign);
			const origin = originOf(address, press.application.email, sign);
			return accept({ ...press, fingerprint, ...origin, marks }, outbox);
		},
		headStart: (id: string) => headStart(id, ports),
		async round(deadline = Number.POSITIVE_INFINITY) {
			const processed = await processOutbox(ports, deadline);
			if (processed.kind === 'failed') throw processed.error;
		},
		/** What the provider posts to the webhook. */
		async event(payload: unknown) {
			const found = deliveryIn(payload);
			if (found) await recordDelivery(found.about, found.delivery, outbox);
		},
		retry: (id: string, now: number) =>
			command(now, 'retry', id === 'bounced' ? id : referenceOf(id), '--yes'),
		discard: (id: string, now: number) =>
			command(now, 'discard', referenceOf(id), '--yes', '--by', 'KL'),
		/** The ids of the applications that can still be read. */
		async stored() {
			const looked = await Promise.all(
				(await outbox.names('entry')).map((id) => outbox.read('entry', id).catch(() => null)),
			);
			return new Set<string>(looked.flatMap((entry) => (entry?.application ? [entry.id] : [])));
		},
	};
}

/** The id of a form that is checked now, from a small number. */
export const anId = (world: World, n: number) => idOf(world.now, n.toString(16).padStart(32, '0'));

/** An address of a network that nobody else has, from a small number. */
export const anAddress = (n: number) => `${20 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}.1`;

export type Sabotage = (ports: Ports) => Ports;

/** Lets a core do something in a process of its own; `undefined` where it did not come to its end. */
export function act<Value>(
	world: World,
	work: (core: Core) => Promise<Value>,
	sabotage: Sabotage = (ports) => ports,
): Promise<Value | undefined> {
	return world.run((ports) => work(coreOn(sabotage(ports))));
}

/** The provider posts an event, also one that it posted before, until it is answered with a success. */
export async function post(world: World, event: Event, tries = 3): Promise<void> {
	for (let n = 0; n < tries; n++) {
		const isTaken = await act(world, (core) => core.event(event.payload).then(() => true));
		event.isTaken ||= isTaken ?? false;
		if (isTaken) return;
	}
}

/** The events that the provider still posts: it gives up after 28 hours. */
export const eventsOf = (world: World) =>
	world.events.filter(({ at }) => world.now - at < 28 * hour);

export async function postAll(world: World): Promise<void> {
	for (const event of eventsOf(world)) await post(world, event);
}

/** What an e-mail is. */
export const kindOf = ({ tags, mail }: Pick<Sending, 'tags' | 'mail'>) =>
	tags.email ?? (mail.subject.includes('ugens ansøgninger') ? 'roll-call' : 'alarm');

export const hasArrived = ({ fate }: Sending) => fate === 'delivered' || fate === 'auto-reply';

/** The e-mails of a kind about an application. */
export const about = (world: World, kind: string, id: string) =>
	world.sendings.filter((sending) => sending.tags.id === id && kindOf(sending) === kind);

/** The e-mails that came into the project lead's mailbox with an application. */
export const brought = (world: World, id: string) => about(world, 'lead', id).filter(hasArrived);

/** The alarms or roll calls that name an application. */
export const naming = (world: World, kind: 'alarm' | 'roll-call', id: string) =>
	world.sendings.filter(
		(sending) => kindOf(sending) === kind && sending.mail.text.includes(referenceOf(id)),
	);
