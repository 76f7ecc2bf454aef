/** The e-mails of one application: to the project lead, to the applicant, and to the project lead
 * once more when the applicant's receipt could not be delivered. In the order they matter. */
export const letterNames = ['lead', 'receipt', 'lost-receipt'] as const;
export type LetterName = (typeof letterNames)[number];

/**
 * Why the mail provider definitely did not send: the e-mail itself, our key or domain, too many a
 * second, or too many a day.
 */
export type Refusal = 'content' | 'configuration' | 'rate' | 'quota';

/** What the mail provider tells about an e-mail that it has accepted. */
export const eventKinds = ['delivered', 'bounced', 'delayed', 'complained', 'suppressed'] as const;
export type EventKind = (typeof eventKinds)[number];

/**
 * Something that has happened to an application. Facts are only ever added, in any order, and the
 * same one may be added twice. Times are milliseconds since 1970.
 */
export type Fact =
	| ({ kind: 'attempted'; mail: LetterName } & Try)
	| { kind: 'refused'; mail: LetterName; n: number; at: number; reason: Refusal }
	| { kind: 'accepted'; mail: LetterName; at: number; providerId: string }
	| {
			[Kind in EventKind]: { kind: Kind; mail: LetterName; at: number; eventId: string };
	  }[EventKind]
	| { kind: 'withheld'; mail: LetterName; at: number }
	| { kind: 'released'; mail: LetterName; n: number; at: number }
	| { kind: 'bundled'; at: number; digest: string }
	| { kind: 'confirmed'; at: number; by: string }
	| { kind: 'abandoned'; at: number; by: string };

/** One try to send, written down before it is made. */
export interface Try {
	/** Counts the tries of one e-mail from 1. */
	n: number;
	at: number;
	/** Tries of one generation carry the same idempotency key and the same content. */
	generation: number;
	/** Whether the e-mail may have been sent under an earlier key, and says so in its subject. */
	repeated: boolean;
}

export interface Attempt extends Try {
	/** Set where the provider said a definite no; an attempt without it was perhaps sent. */
	refused?: Refusal;
}

/** What has happened to one e-mail. A time that is not set has not come. */
export interface LetterHistory {
	attempts: readonly Attempt[];
	accepted?: { at: number; providerId: string };
	delivered?: { at: number };
	failed?: { kind: 'bounced' | 'suppressed'; at: number };
	withheld: boolean;
	/** When a person last asked for a new try. */
	releasedAt?: number;
	releases: number;
}

export interface History {
	mails: Record<LetterName, LetterHistory>;
	/** When the same answers were last confirmed once more. */
	confirmedAt?: number;
	/** When a person gave it up, unless it was confirmed or released since: then somebody wants it. */
	abandonedAt?: number;
	/** The digest that brings it to the project lead, and when it was put there. */
	digest?: { id: string; at: number };
}

/** What has happened to an application: a fold over its facts, in any order, with repeats. */
export function whatHasHappened(facts: readonly Fact[]): History {
	const confirmedAt = latest(facts.filter((fact) => fact.kind === 'confirmed'))?.at;
	const abandonedAt = latest(facts.filter((fact) => fact.kind === 'abandoned'))?.at ?? 0;
	const bundled = facts.find((fact) => fact.kind === 'bundled');
	const lead = historyOf('lead', facts);
	const wantedAt = Math.max(confirmedAt ?? 0, lead.releasedAt ?? 0);
	return {
		mails: {
			lead,
			receipt: historyOf('receipt', facts),
			'lost-receipt': historyOf('lost-receipt', facts),
		},
		...(confirmedAt !== undefined && { confirmedAt }),
		...(abandonedAt > wantedAt && { abandonedAt }),
		...(bundled && { digest: { id: bundled.digest, at: bundled.at } }),
	};
}

function historyOf(mail: LetterName, all: readonly Fact[]): LetterHistory {
	const facts = all.filter((fact) => 'mail' in fact && fact.mail === mail);
	const accepted = latest(facts.filter((fact) => fact.kind === 'accepted'));
	// A complaint is about an e-mail that lies in the mailbox: it was delivered.
	const delivered = latest(
		facts.filter((fact) => fact.kind === 'delivered' || fact.kind === 'complained'),
	);
	const failed = latest(
		facts.filter((fact) => fact.kind === 'bounced' || fact.kind === 'suppressed'),
	);
	const releases = facts.filter((fact) => fact.kind === 'released');
	const released = latest(releases);
	return {
		attempts: attemptsIn(facts),
		...(accepted && { accepted: { at: accepted.at, providerId: accepted.providerId } }),
		...(delivered && { delivered: { at: delivered.at } }),
		...(failed && { failed: { kind: failed.kind, at: failed.at } }),
		withheld: facts.some((fact) => fact.kind === 'withheld'),
		releases: new Set(releases.map(({ n }) => n)).size,
		...(released && { releasedAt: released.at }),
	};
}

function attemptsIn(facts: readonly Fact[]): Attempt[] {
	const refusals = new Map<number, Refusal>();
	const attempts = new Map<number, Try>();
	for (const fact of facts) {
		if (fact.kind === 'refused') refusals.set(fact.n, fact.reason);
		if (fact.kind === 'attempted') attempts.set(fact.n, fact);
	}
	return [...attempts.values()]
		.sort((one, other) => one.n - other.n)
		.map(({ n, at, generation, repeated }) => {
			const refused = refusals.get(n);
			return { n, at, generation, repeated, ...(refused && { refused }) };
		});
}

function latest<Timed extends { at: number }>(facts: readonly Timed[]): Timed | undefined {
	return facts.toSorted((one, other) => one.at - other.at).at(-1);
}
