import type { Letter } from '#application/letters/letter.ts';
import type { Writing } from '#application/letters/writing.ts';
import { day, minute, type Refusal, type Sent } from '#application/outbox/entry.ts';
import type { Mailer, Ports as CorePorts, Tags } from '#application/outbox/ports.ts';
import { settings } from '#content/settings.ts';
import { type Seal, signWith } from '#netlify/adapters/seal.ts';
import type { Store } from '#netlify/adapters/store.ts';
import { questions } from './application.ts';

/** What the mail provider answers. `reply-to`: it refuses an address to reply to that an applicant chose. */
export type Answer = 'accepted' | 'answer lost' | 'down' | 'reply-to' | Refusal;

/** What becomes of an e-mail that the provider has accepted; `failed …` with the provider's reason. */
export type Fate =
	| 'delivered'
	| 'auto-reply'
	| 'mailbox full'
	| 'bounced'
	| 'suppressed'
	| 'failed reached_daily_quota'
	| 'failed invalid_from_address';

/** An e-mail that the provider has accepted. */
export interface Sending {
	at: number;
	mail: Letter;
	tags: Tags;
	fate: Fate;
	events: readonly Event[];
}

/** An event that the provider posts to the webhook, until it is answered with a success. */
export interface Event {
	at: number;
	payload: unknown;
	isTaken?: boolean;
}

/** The ports of the core, on a store in place of an outbox. */
export type Ports = Omit<CorePorts, 'outbox'> & { store: Store; seal: Seal };

type Read = NonNullable<Awaited<ReturnType<Store['read']>>>;
type Effect = <Result>(happen: () => Result) => Promise<Result>;

export const writing: Writing = {
	questions,
	programme: settings,
	from: 'Afsender <fra@example.dk>',
};
export const alarmMailbox = 'vagt@example.dk';
export const sign = signWith(Buffer.alloc(32).toString('base64'));

/** Thrown into a process that is killed; everything that it tries afterwards throws as well. */
class Killed extends Error {}

/**
 * The storage, the mail provider and the clock in one small world, where every effect can be the last one of the
 * process that asked for it, and everything can go wrong that a test asks for. Storage is atomic.
 */
export class World {
	now = Date.UTC(2026, 10, 21, 7, 30);
	readonly texts = new Map<string, Read & { at: number; before: Read | null }>();
	/** When a key was created or removed. */
	readonly #listedAt = new Map<string, number>();
	readonly sendings: Sending[] = [];
	/** What the provider was called with, whatever it answered. */
	readonly attempts: { mail: Letter; key: string; tags: Tags }[] = [];
	readonly events: Event[] = [];
	answer: Answer = 'accepted';
	answerTo: (mail: Letter) => Answer = () => this.answer;
	fate: (mail: Letter) => Fate = () => 'delivered';
	/** How many e-mails the provider takes in 24 hours; `null` for any number. */
	perDay: number | null = null;
	/** Whether the webhook is called. */
	hasWebhook = true;
	/** What the present deploy writes letters from. */
	writing = writing;
	/** The keys of the outbox: the first one seals, all of them open. */
	keys: readonly string[] = ['k1'];
	/** How long a call takes, in milliseconds. */
	cost = { store: 0, send: 0 };
	/** Lets another process that runs at the same time have its turn. */
	turn: () => Promise<void> = () => Promise.resolve();
	/** Effects that have been asked for. */
	effects = 0;
	/** Kills at the n-th effect of all, before it happens or after, so that its answer is lost. */
	kill: { at: number; when: 'before' | 'after' } | undefined;
	/** The next creation of a key that begins so is answered with a success that did not happen. */
	lieAbout: string | undefined;
	/** After so many more changes, what an entry was before a slow writer's quarter of an hour comes back. */
	comesBack = { after: 0 };
	hasComeBack = false;
	readonly #older: { at: number; text: string }[] = [];
	/** Lists do not show what was created in the last minute, and still show what was removed. */
	hasStaleLists = false;
	/** How many of the next calls go wrong so. */
	readonly faults = { fails: 0, answerLost: 0, lateRead: 0, ignoredSwap: 0 };
	#versions = 0;
	/** What the provider remembers of an idempotency key. */
	readonly #sent = new Map<string, { payload: string; at: number }>();

	/** Runs a process with ports of its own; returns `undefined` where it was killed or gave up. */
	async run<Value>(process: (ports: Ports) => Promise<Value>): Promise<Value | undefined> {
		let isDead = false;
		const effect: Effect = async (happen) => {
			await this.turn();
			const isLast = this.kill?.at === this.effects++;
			isDead ||= isLast && this.kill?.when === 'before';
			if (isDead) throw new Killed();
			const result = happen();
			isDead = isLast;
			if (isDead) throw new Killed();
			return result;
		};
		try {
			return await process(this.#ports(effect));
		} catch (error) {
			if (error instanceof TypeError || error instanceof ReferenceError) throw error;
			return undefined;
		}
	}

	/** Somebody else writes under a key. */
	put(key: string, text: string): void {
		this.texts.set(key, { text, version: `v${++this.#versions}`, at: this.now, before: null });
	}

	/** Ports on which nothing goes wrong, to look at what is there. */
	get still(): Ports {
		const ports = this.#ports((happen) => Promise.resolve(happen()));
		const read = (key: string) => Promise.resolve(this.texts.get(key) ?? null);
		const list = (prefix: string) => Promise.resolve(this.#keysUnder(prefix));
		return { ...ports, store: { ...ports.store, read, list } };
	}

	#ports(effect: Effect): Ports {
		const { writing, keys, perDay } = this;
		const mailer: Mailer = {
			send: (mail, key, tags) => effect(() => this.#send(mail, key, tags)),
		};
		const seal = {
			seal: (text: string, context: string) => `${keys[0] ?? ''}|${context}|${text}`,
			open: (sealed: string, context: string) => {
				const [key = '', place] = sealed.split('|', 2);
				if (!keys.includes(key) || place !== context) throw new Error('not ours');
				return sealed.slice(key.length + context.length + 2);
			},
		};
		const clock = { now: () => this.now };
		return { store: this.#store(effect), mailer, clock, seal, sign, writing, alarmMailbox, perDay };
	}

	#store(effect: Effect): Store {
		const call: Effect = (happen) =>
			effect(() => {
				this.now += this.cost.store;
				if (this.#goesWrong('fails')) throw new Error('the storage does not answer');
				return happen();
			});
		const write: Effect = (happen) =>
			call(() => {
				const result = happen();
				if (this.#goesWrong('answerLost')) throw new Error('the answer is lost');
				return result;
			});
		const put = (key: string, text: string, before: Read | null) =>
			this.texts.set(key, { text, version: `v${++this.#versions}`, at: this.now, before });
		return {
			create: (key, text) =>
				write(() => {
					if (this.texts.has(key)) return 'exists';
					const isLie = this.lieAbout !== undefined && key.startsWith(this.lieAbout);
					if (isLie) this.lieAbout = undefined;
					else {
						put(key, text, null);
						this.#listedAt.set(key, this.now);
					}
					return 'created';
				}),
			read: (key) =>
				call(() => {
					const found = this.texts.get(key);
					const isLate = found && this.now - found.at < minute && this.#goesWrong('lateRead');
					return (isLate ? found.before : found) ?? null;
				}),
			replace: (key, text, version) =>
				write(() => {
					const found = this.texts.get(key);
					if (!found || (found.version !== version && !this.#goesWrong('ignoredSwap')))
						return false;
					put(key, key.startsWith('entry/') ? this.#olderOf(text, found) : text, found);
					return true;
				}),
			list: (prefix) =>
				call(() => {
					if (!this.hasStaleLists) return this.#keysUnder(prefix);
					const changed = [...this.#listedAt].filter(([key]) => key.startsWith(prefix));
					const isOf = (at: number, key: string) => this.now - at < minute !== this.texts.has(key);
					return changed.flatMap(([key, at]) => (isOf(at, key) ? [key] : [])).sort();
				}),
			remove: (key) =>
				write(() => {
					if (this.texts.delete(key)) this.#listedAt.set(key, this.now);
				}),
		};
	}

	/** The older state of an entry that comes back now; what is put where there is none. */
	#olderOf(text: string, before: Read): string {
		this.#older.push({ at: this.now, text: before.text });
		this.hasComeBack ||= this.comesBack.after === 1;
		if (this.comesBack.after-- !== 1) return text;
		return this.#older.find(({ at }) => this.now - at <= 15 * minute)?.text ?? text;
	}

	#keysUnder(prefix: string): string[] {
		return [...this.texts.keys()].filter((key) => key.startsWith(prefix)).sort();
	}

	#goesWrong(how: keyof World['faults']): boolean {
		return this.faults[how] > 0 && this.faults[how]-- > 0;
	}

	#send(mail: Letter, key: string, tags: Tags): Sent {
		this.now += this.cost.send;
		this.attempts.push({ mail, key, tags });
		const { now, perDay } = this;
		const answer = this.answerTo(mail);
		const isChosen = mail.replyTo.endsWith('@eksempel.dk');
		if (answer === 'down') return { kind: 'unknown' };
		if (answer === 'reply-to' && isChosen) return { kind: 'refused', reason: 'content' };
		const isAccepted = answer === 'accepted' || answer === 'answer lost' || answer === 'reply-to';
		if (!isAccepted) return { kind: 'refused', reason: answer };
		const payload = JSON.stringify(mail);
		const sent = this.#sent.get(key);
		const isKnown = sent !== undefined && now - sent.at < day;
		// The provider refuses another text under the same key with a 409.
		if (isKnown && sent.payload !== payload) return { kind: 'unknown' };
		if (!isKnown) {
			if (perDay !== null && now - (this.sendings.at(-perDay)?.at ?? 0) < day)
				return { kind: 'refused', reason: 'quota' };
			this.#sent.set(key, { payload, at: now });
			const fate = this.fate(mail);
			const events = eventsOf(fate).map(([type, more], after): Event => {
				const at = now + after;
				const data = { to: [mail.to], subject: mail.subject, tags, ...more };
				return { at, payload: { type, created_at: new Date(at).toISOString(), data } };
			});
			this.sendings.push({ at: now, mail, tags, fate, events });
			if (this.hasWebhook) this.events.push(...events);
		}
		return { kind: answer === 'answer lost' ? 'unknown' : 'accepted' };
	}
}

/** What the provider reports of an e-mail: types and more data, a millisecond between them. */
function eventsOf(fate: Fate): [type: string, more: object][] {
	const bounced = (type: string, subType: string): [string, object] => [
		...(['email.bounced', { bounce: { type, subType, message: 'Worded by the server' } }] as const),
	];
	switch (fate) {
		case 'delivered':
			return [['email.delivered', {}]];
		case 'auto-reply':
			// As Amazon SES reports an out-of-office answer.
			return [['email.delivered', {}], bounced('Transient', 'General')];
		case 'mailbox full':
			return [['email.delivery_delayed', {}], bounced('Transient', 'MailboxFull')];
		case 'bounced':
			return [bounced('Permanent', 'General')];
		case 'suppressed':
			return [['email.suppressed', { suppressed: { type: 'OnAccountSuppressionList' } }]];
		default:
			return [['email.failed', { failed: { reason: fate.slice('failed '.length) } }]];
	}
}
