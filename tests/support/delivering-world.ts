import { accept, type Accepted } from '#application/confirming/accept.ts';
import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import { idOf } from '#application/confirming/id.ts';
import type { Letter } from '#application/letters/letter.ts';
import type { Mark } from '#application/letters/to-project-lead.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import type { Report, RoundName, Told } from '#application/delivering/report.ts';
import type { Refusal } from '#application/delivering/facts.ts';
import type { Delivering, Mailer, Outbox, Sent, Tags } from '#application/delivering/ports.ts';
import { recordEvent } from '#application/delivering/provider-event.ts';
import { questionsOf } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import { run, type Ran } from '#application/delivering/run.ts';
import { deliverAtOnce } from '#application/delivering/deliver.ts';
import { originOf } from '#application/confirming/suspicion.ts';
import { settings } from '#content/settings.ts';
import { outboxOn } from '#netlify/adapters/outbox.ts';
import { type Seal, signWith } from '#netlify/adapters/seal.ts';
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
	/** Every call to send, whatever came of it. */
	readonly asked: { key: string; at: number; tags: Tags }[] = [];
	readonly events: Event[] = [];
	mood: Mood = 'well';
	/** What this deploy writes letters from: its settings. */
	writing = writing;
	/** The keys of the outbox: the first one seals and stamps, all of them open. */
	keys: readonly string[] = ['k1'];
	/** Whether the provider tells what becomes of an e-mail. */
	tells = true;
	/** Lets another process that runs at the same time have its turn. */
	turn: () => Promise<void> = () => Promise.resolve();
	/** What was done to the storage: by its key, how often. */
	readonly calls: string[] = [];
	/** Effects that have been asked for. */
	effects = 0;
	kill: Kill | undefined;
	/** From which lines of code each effect was asked for, where somebody wants to know. */
	origins: string[] | undefined;
	/** The next write to a key that begins so is answered with a success that did not happen. */
	lieAbout: string | undefined;
	/** Lists do not show what was written in the last minute, as they may on Netlify. */
	staleLists = false;
	readonly #writtenAt = new Map<string, number>();
	/** The keys whose reading always throws. */
	readonly throwing = new Set<string>();
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
			this.origins?.push(new Error().stack ?? '');
			await this.turn();
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
		const outbox = outboxOn(this.#store(effect), this.#seal());
		const clock = { now: () => this.now, wait: () => Promise.resolve() };
		const mailer = this.#mailer(effect);
		try {
			return await process(sabotage({ outbox, mailer, clock, writing: this.writing, watch }));
		} catch {
			return undefined;
		}
	}

	/** As the real one, without its cost. */
	#seal(): Seal {
		const { keys } = this;
		const write = (text: string, context: string) => `${keys[0] ?? ''}|${context}|${text}`;
		const read = (sealed: string, context: string) => {
			const [key = '', place, ...text] = sealed.split('|');
			if (!keys.includes(key) || place !== context) throw new Error('not ours');
			return text.join('|');
		};
		return { seal: write, open: read, stamp: write, unstamp: read };
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
					this.calls.push(`create ${key}`);
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
			read: (key) =>
				reached(() => {
					this.calls.push(`read ${key}`);
					if (this.throwing.has(key)) throw new Error('this one never answers');
					return this.blobs.get(key) ?? null;
				}),
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
		};
	}

	#send(mail: Letter, key: string, tags: Tags): Sent {
		const payload = JSON.stringify(mail);
		this.asked.push({ key, at: this.now, tags });
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
				if (this.tells)
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

	/** The e-mails that brought the project lead an application, alone or in a digest. */
	bringing(id: string): readonly Sending[] {
		return this.toProjectLead.filter(({ mail }) => mail.text.includes(referenceOf(id)));
	}

	/** The ids under which an application is kept now. */
	get kept(): readonly string[] {
		return this.blobs.keysUnder('application/').flatMap((key) => {
			const id = key.slice('application/'.length);
			return id.includes('-ddd') ? [] : [id];
		});
	}

	/** What was reported last. */
	reportOn(about: RoundName | Told): Report | null {
		const text = this.blobs.get(`${about}/last`)?.split('|').slice(2).join('|') ?? 'null';
		return JSON.parse(text) as Report | null;
	}

	/** The subjects of what the second mailbox got. */
	get alarms(): readonly string[] {
		return this.sendings.flatMap(({ mail, tags }) => (tags.mail === 'alarm' ? [mail.subject] : []));
	}
}

const sign = signWith(Buffer.alloc(32).toString('base64'));
const questions = questionsOf(settings.municipalities);
export const writing = { questions, programme: settings, from: 'Afsender <fra@example.dk>' };
const watch = 'vagt@example.dk';

/** An id of the hour that it is issued in, from a small number. */
export function anId(world: World, n: number): string {
	return idOf(world.now, n.toString(16).padStart(32, '0'));
}

/** How an application is confirmed. */
export interface Press {
	application?: Application;
	/** The address that it is sent from. Without one, everybody has a network of their own. */
	address?: string;
	found?: readonly Mark[];
}

/** As long as an applicant waits, in milliseconds; see netlify/functions/submit-application.ts. */
const patience = 8000;

/** An applicant confirms; the answer is what the receipt is for, or `undefined` for no receipt. */
export async function press(
	world: World,
	id: string,
	{ application = theChecked(), address, found = [] }: Press = {},
	sabotage?: Sabotage,
): Promise<Accepted | undefined> {
	const n = Number.parseInt(id.slice(-6), 16);
	const own = `${20 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}.1`;
	const begun = world.now;
	const confirmed = {
		id,
		now: world.now,
		application,
		fingerprint: fingerprintOf(application, sign),
		...originOf(address ?? own, application.email, sign),
		found,
	};
	const accepted = await world.run(
		({ outbox }) => accept(confirmed, world.writing, outbox),
		sabotage,
	);
	return world.now - begun > patience ? undefined : accepted;
}

/** Somebody on a domain of their own applies; the id that they got. */
export async function accepted(
	world: World,
	n: number,
	found: readonly Mark[] = [],
): Promise<string> {
	const application = theChecked({ email: `nr${n}@by${n}.dk` });
	const answer = await press(world, anId(world, n), { application, found });
	if (!answer) throw new Error('not accepted');
	return answer.id;
}

/** What goes on after the answer to a confirmation. */
export async function sendAtOnce(
	world: World,
	{ fresh }: Accepted,
	sabotage?: Sabotage,
): Promise<void> {
	if (fresh) await world.run((ports) => deliverAtOnce(fresh, ports), sabotage);
}

export function sweepOnce(world: World, sabotage?: Sabotage): Promise<Ran | undefined> {
	return world.run((ports) => run('sweep', ports, Number.POSITIVE_INFINITY), sabotage);
}

export function tidyOnce(world: World, sabotage?: Sabotage): Promise<Ran | undefined> {
	return world.run((ports) => run('tidy', ports, Number.POSITIVE_INFINITY), sabotage);
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
