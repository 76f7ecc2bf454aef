import { accept, type Accepted } from '#application/confirming/accept.ts';
import type { Delivering } from '#application/delivering/deliver.ts';
import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import { idOf } from '#application/confirming/id.ts';
import type { Letter } from '#application/letters/letter.ts';
import type { Mailer, Outbox, Refusal, Sent, Tags } from '#application/delivering/ports.ts';
import { recordEvent } from '#application/delivering/provider-event.ts';
import { questionsOf } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import { deliverAtOnce, sweep, tidy } from '#application/delivering/sweep.ts';
import { settings } from '#content/settings.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { signWith } from '#netlify/adapters/seal.ts';
import type { Store } from '#netlify/adapters/store.ts';
import { theChecked } from './application.ts';
import { SortedMap } from './sorted-map.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** What the mail provider does with the next e-mails. */
export type Mood = 'well' | 'answer-lost' | 'nothing-sent' | 'suppressing' | Refusal;

interface Sending {
	providerId: string;
	at: number;
	mail: Letter;
	tags: Tags;
}

interface Event {
	id: string;
	type: string;
	created_at: string;
	data: { tags: Tags };
}

/** Thrown into a process that is killed; everything it tries afterwards throws as well. */
export class Killed extends Error {
	override name = 'Killed';
}

/** Where to kill: at the n-th effect of all, before it happens or after, so that its answer is lost. */
export interface Kill {
	at: number;
	when: 'before' | 'after';
}

/**
 * The storage, the mail provider and the clock in one small world, where every effect can be the last
 * one of the process that asked for it. Storage is atomic, as Netlify's is and its local server is not.
 */
export class World {
	now = Date.UTC(2026, 10, 21, 7, 30);
	readonly blobs = new SortedMap();
	readonly sendings: Sending[] = [];
	readonly events: Event[] = [];
	mood: Mood = 'well';
	/** Effects that have been asked for. */
	effects = 0;
	kill: Kill | undefined;
	/** The next write to a key that begins so is answered with a success that did not happen. */
	lieAbout: string | undefined;
	/** Lists do not show what was written in the last minute, as they may on Netlify. */
	staleLists = false;
	readonly #writtenAt = new Map<string, number>();
	/** How many of the next calls to the storage fail. */
	failingStorage = 0;
	readonly #keys = new Map<string, { payload: string; at: number; providerId: string }>();

	/** Runs a process with ports of its own; returns `undefined` where it was killed or gave up. */
	async run<Value>(
		process: (ports: Delivering) => Promise<Value>,
		sabotage: (ports: Delivering) => Delivering = (ports) => ports,
	): Promise<Value | undefined> {
		let dead = false;
		const effect = async <Result>(happen: () => Result): Promise<Result> => {
			// Lets another process that runs at the same time have its turn.
			await Promise.resolve();
			if (dead) throw new Killed();
			const isLast = this.kill?.at === this.effects++;
			if (isLast && this.kill?.when === 'before') {
				dead = true;
				throw new Killed();
			}
			const result = happen();
			if (isLast) {
				dead = true;
				throw new Killed();
			}
			return result;
		};
		const outbox = outboxOn(this.#store(effect), { seal: (text) => text, open: (text) => text });
		const clock = {
			now: () => this.now,
			wait: () => Promise.resolve(),
		};
		const mailer = this.#mailer(effect);
		const projectLead = settings.projectLead.email;
		try {
			return await process(sabotage({ outbox, mailer, clock, projectLead, crowded: new Set() }));
		} catch {
			return undefined;
		}
	}

	#store(effect: <Result>(happen: () => Result) => Promise<Result>): Store {
		const reached = <Result>(happen: () => Result) =>
			effect(() => {
				if (this.failingStorage > 0) {
					this.failingStorage -= 1;
					throw new Error('the storage does not answer');
				}
				return happen();
			});
		return {
			create: (key, text) =>
				reached(() => {
					if (this.lieAbout !== undefined && key.startsWith(this.lieAbout)) {
						this.lieAbout = undefined;
						return 'created';
					}
					if (this.blobs.has(key)) return 'exists';
					this.blobs.set(key, text);
					this.#writtenAt.set(key, this.now);
					return 'created';
				}),
			replace: (key, text) => reached(() => void this.blobs.set(key, text)),
			read: (key) => reached(() => this.blobs.get(key) ?? null),
			list: (prefix) =>
				reached(() => {
					const isShown = (key: string) =>
						!this.staleLists || this.now - (this.#writtenAt.get(key) ?? 0) >= minute;
					return this.blobs.keysUnder(prefix).filter(isShown);
				}),
			remove: (key) => reached(() => void this.blobs.delete(key)),
		};
	}

	#mailer(effect: <Result>(happen: () => Result) => Promise<Result>): Mailer {
		return {
			send: (mail, key, tags) => effect(() => this.#send(mail, key, tags)),
			lookUp: (providerId) =>
				effect(() =>
					this.sendings.some((sending) => sending.providerId === providerId)
						? 'delivered'
						: 'unknown',
				),
		};
	}

	#send(mail: Letter, key: string, tags: Tags): Sent {
		const payload = JSON.stringify(mail);
		const known = this.#keys.get(key);
		if (known && this.now - known.at < day) {
			const isSame = known.payload === payload && this.mood !== 'answer-lost';
			return isSame ? { kind: 'accepted', providerId: known.providerId } : { kind: 'unknown' };
		}
		switch (this.mood) {
			case 'nothing-sent':
				return { kind: 'unknown' };
			case 'rate':
			case 'quota':
			case 'configuration':
			case 'content':
				return { kind: 'refused', reason: this.mood };
			case 'well':
			case 'suppressing':
			case 'answer-lost': {
				const providerId = `p${this.sendings.length + this.events.length}`;
				this.#keys.set(key, { payload, at: this.now, providerId });
				const isSent = this.mood !== 'suppressing';
				if (isSent) this.sendings.push({ providerId, at: this.now, mail, tags });
				this.events.push({
					id: `e${this.events.length}`,
					type: isSent ? 'email.delivered' : 'email.suppressed',
					created_at: new Date(this.now).toISOString(),
					data: { tags },
				});
				return this.mood === 'answer-lost' ? { kind: 'unknown' } : { kind: 'accepted', providerId };
			}
			default:
				return this.mood satisfies never;
		}
	}

	/** The e-mails that lie in the project lead's mailbox with an application. */
	get toProjectLead(): readonly Sending[] {
		return this.sendings.filter(({ tags }) => tags.mail === 'lead');
	}

	/** Of those, the ones that do not say that they may have been sent before. */
	get unmarked(): readonly Sending[] {
		return this.toProjectLead.filter(({ mail }) => !mail.subject.includes('måske sendt før'));
	}

	/** The ids under which an application is kept now. */
	get kept(): readonly string[] {
		return [...this.blobs.keys()].flatMap((key) =>
			key.startsWith('application/') ? [key.slice('application/'.length)] : [],
		);
	}
}

const sign = signWith(Buffer.alloc(32).toString('base64'));

/** An id of the hour that it is issued in, from a small number. */
export function anId(world: World, n: number): string {
	return idOf(world.now, n.toString(16).padStart(32, '0'));
}

/** An applicant confirms; the answer is what the receipt is for, or `undefined` for no receipt. */
export async function press(
	world: World,
	id: string,
	application: Application = theChecked(),
	sabotage?: (ports: Delivering) => Delivering,
): Promise<Accepted | undefined> {
	const confirmed = {
		id,
		now: world.now,
		application,
		fingerprint: fingerprintOf(application, sign),
		mailbox: sign(application.email),
		found: [],
	};
	const questions = questionsOf(settings.municipalities);
	const writing = { questions, programme: settings, from: 'Afsender <fra@example.dk>' };
	return world.run(({ outbox }) => accept(confirmed, writing, outbox), sabotage);
}

/** What goes on after the answer to a confirmation. */
export async function sendAtOnce(
	world: World,
	{ fresh }: Accepted,
	sabotage?: Sabotage,
): Promise<void> {
	if (fresh) await world.run((ports) => deliverAtOnce(fresh, ports), sabotage);
}

export function sweepOnce(world: World, sabotage?: Sabotage): Promise<unknown> {
	return world.run((ports) => sweep(ports, Number.POSITIVE_INFINITY), sabotage);
}

export function tidyOnce(world: World): Promise<unknown> {
	return world.run((ports) => tidy(ports, Number.POSITIVE_INFINITY));
}

/** The provider tells an event, as often as it takes to be answered with a success. */
export async function tell(world: World, event: Event, tries = 3): Promise<void> {
	for (let n = 0; n < tries; n++) {
		const answer = await world.run(({ outbox }) => recordEvent(event, event.id, outbox));
		if (answer !== undefined) return;
	}
}

export type Sabotage = (ports: Delivering) => Delivering;

/** A sabotage that replaces a part of the outbox. */
export function withOutbox(change: (outbox: Outbox) => Partial<Outbox>): Sabotage {
	return (ports) => ({ ...ports, outbox: { ...ports.outbox, ...change(ports.outbox) } });
}
