import type { Letter } from '#application/letters/letter.ts';
import type { Writing } from '#application/letters/writing.ts';
import { settings } from '#content/settings.ts';
import { questions } from './application.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** What the mail provider answers. `reply-to`: it refuses an address to reply to that an applicant chose. */
export type Answer =
	'accepted' | 'answer lost' | 'down' | 'rate' | 'quota' | 'configuration' | 'content' | 'reply-to';

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
	tags: Record<string, string>;
	fate: Fate;
	events: readonly Event[];
}

/** What the provider's webhook tells; `isTaken` once it was answered with a success. */
export interface Event {
	id: string;
	at: number;
	payload: unknown;
	isTaken?: boolean;
}

/** A text, and the version that it has until it is replaced. */
interface Read {
	text: string;
	version: string;
}

/** What a core is made on. */
export interface Ports {
	store: {
		create(key: string, text: string): Promise<'created' | 'exists'>;
		read(key: string): Promise<Read | null>;
		/** Writes only over the version that was read. */
		replace(key: string, text: string, version: string): Promise<boolean>;
		list(prefix: string): Promise<readonly string[]>;
		remove(key: string): Promise<void>;
	};
	mailer: {
		send(mail: Letter, key: string, tags: Record<string, string>): Promise<Sent>;
	};
	clock: { now(): number; wait(milliseconds: number): Promise<void> };
	seal: {
		seal(text: string, context: string): string;
		open(sealed: string, context: string): string;
	};
	writing: Writing;
	/** The alarm mailbox. */
	watch: string;
}

type Sent =
	| { kind: 'accepted'; providerId: string }
	| { kind: 'refused'; reason: 'content' | 'configuration' | 'rate' | 'quota' }
	| { kind: 'unknown' };
type Effect = <Result>(happen: () => Result) => Promise<Result>;

export const writing: Writing = {
	questions,
	programme: settings,
	from: 'Afsender <fra@example.dk>',
};
export const watch = 'vagt@example.dk';

/** Thrown into a process that is killed; everything that it tries afterwards throws as well. */
class Killed extends Error {}

/**
 * The storage, the mail provider and the clock in one small world, where every effect can be the last one of the
 * process that asked for it, and everything can go wrong that a test asks for. Storage is atomic.
 */
export class World {
	now = Date.UTC(2026, 10, 21, 7, 30);
	readonly texts = new Map<string, Read & { at: number; before: Read | null }>();
	readonly sendings: Sending[] = [];
	readonly events: Event[] = [];
	answer: Answer = 'accepted';
	fate: (mail: Letter) => Fate = () => 'delivered';
	/** How many e-mails the provider takes in 24 hours. */
	allowance = Number.POSITIVE_INFINITY;
	/** Whether the webhook is called. */
	tells = true;
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
	/** Lists do not show what was created in the last minute. */
	hasStaleLists = false;
	/** How many of the next calls go wrong so. */
	readonly faults = { fails: 0, answerLost: 0, lateRead: 0, ignoredSwap: 0 };
	#versions = 0;
	readonly #sent = new Map<string, { payload: string; at: number; providerId: string }>();

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

	/** Ports on which nothing goes wrong, to look at what is there. */
	get still(): Ports {
		const store = {
			...this.#store((happen) => Promise.resolve(happen())),
			read: (key: string) => Promise.resolve(this.texts.get(key) ?? null),
			list: (prefix: string) => Promise.resolve(this.#keysUnder(prefix)),
		};
		return { ...this.#ports((happen) => Promise.resolve(happen())), store };
	}

	#ports(effect: Effect): Ports {
		const clock = {
			now: () => this.now,
			wait: (milliseconds: number) => Promise.resolve(void (this.now += milliseconds)),
		};
		const mailer: Ports['mailer'] = {
			send: (mail, key, tags) => effect(() => this.#send(mail, key, tags)),
		};
		const { writing, keys } = this;
		const seal = {
			seal: (text: string, context: string) => `${keys[0] ?? ''}|${context}|${text}`,
			open: (sealed: string, context: string) => {
				const [key = '', place] = sealed.split('|', 2);
				if (!keys.includes(key) || place !== context) throw new Error('not ours');
				return sealed.slice(key.length + context.length + 2);
			},
		};
		return { store: this.#store(effect), mailer, clock, seal, writing, watch };
	}

	#store(effect: Effect): Ports['store'] {
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
					if (this.lieAbout !== undefined && key.startsWith(this.lieAbout))
						this.lieAbout = undefined;
					else put(key, text, null);
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
					put(key, text, found);
					return true;
				}),
			list: (prefix) =>
				call(() => {
					const isShown = (key: string) =>
						!this.hasStaleLists || this.now - (this.texts.get(key)?.at ?? 0) >= minute;
					return this.#keysUnder(prefix).filter(isShown);
				}),
			remove: (key) => write(() => void this.texts.delete(key)),
		};
	}

	#keysUnder(prefix: string): string[] {
		return [...this.texts.keys()].filter((key) => key.startsWith(prefix)).sort();
	}

	#goesWrong(how: keyof World['faults']): boolean {
		return this.faults[how] > 0 && this.faults[how]-- > 0;
	}

	#send(mail: Letter, key: string, tags: Record<string, string>): Sent {
		this.now += this.cost.send;
		const { answer, now } = this;
		if (answer === 'down') return { kind: 'unknown' };
		if (answer === 'reply-to' && mail.replyTo.endsWith('@eksempel.dk'))
			return { kind: 'refused', reason: 'content' };
		if (!['accepted', 'answer lost', 'reply-to'].includes(answer))
			return { kind: 'refused', reason: answer as 'content' };
		const payload = JSON.stringify(mail);
		const sent = this.#sent.get(key);
		const isKnown = sent && now - sent.at < day;
		// The provider refuses another text under the same key with a 409.
		if (isKnown && sent.payload !== payload) return { kind: 'unknown' };
		const providerId = isKnown ? sent.providerId : `p${this.sendings.length}`;
		if (!isKnown) {
			const { allowance } = this;
			if (allowance <= this.sendings.length && now - (this.sendings.at(-allowance)?.at ?? 0) < day)
				return { kind: 'refused', reason: 'quota' };
			this.#sent.set(key, { payload, at: now, providerId });
			const fate = this.fate(mail);
			const events = eventsOf(fate, now).map(([type, more, at], n): Event => {
				const data = { email_id: providerId, to: [mail.to], subject: mail.subject, tags, ...more };
				const payload = { type, created_at: new Date(at).toISOString(), data };
				return { id: `${providerId}-${n}`, at, payload };
			});
			this.sendings.push({ at: now, mail, tags, fate, events });
			if (this.tells) this.events.push(...events);
		}
		return answer === 'answer lost' ? { kind: 'unknown' } : { kind: 'accepted', providerId };
	}
}

/** What the provider tells of an e-mail: type, more data, and when it happened. */
function eventsOf(fate: Fate, at: number): [type: string, more: object, at: number][] {
	const bounced = (type: string, subType: string, when = at): [string, object, number] => [
		'email.bounced',
		{ bounce: { type, subType, message: 'as the receiving server worded it' } },
		when,
	];
	switch (fate) {
		case 'delivered':
			return [['email.delivered', {}, at]];
		case 'auto-reply':
			// As Amazon SES tells an out-of-office answer.
			return [['email.delivered', {}, at], bounced('Transient', 'General', at + 1)];
		case 'mailbox full':
			return [['email.delivery_delayed', {}, at], bounced('Transient', 'MailboxFull', at + 1)];
		case 'bounced':
			return [bounced('Permanent', 'General')];
		case 'suppressed':
			return [['email.suppressed', { suppressed: { type: 'OnAccountSuppressionList' } }, at]];
		default:
			return [['email.failed', { failed: { reason: fate.slice('failed '.length) } }, at]];
	}
}
