import type { Application } from '#application/asking/rules.ts';
import type { Suspicion } from '#application/confirming/suspicion.ts';
import type { Letter } from '#application/letters/letter.ts';
import type { Fact, LetterName } from './facts.ts';

/** The e-mails of what is kept, exactly as they will be sent. Each has one to the project lead. */
export type Letters = { lead: Letter } & Partial<Record<LetterName, Letter>>;

/** An application as it is kept: the answers and the finished e-mails. */
export interface KeptApplication {
	version: 2;
	kind: 'application';
	id: string;
	/** Milliseconds since 1970. */
	acceptedAt: number;
	fingerprint: string;
	application: Application;
	letters: Letters;
	/** A digest of the applicant's mailbox, to limit the receipts that it gets. */
	mailbox: string;
	/** Why it may not come from a person; where there is any reason, it waits behind people. */
	suspicions: readonly Suspicion[];
}

/** One e-mail that brings the project lead many suspect applications, kept and delivered like one. */
export interface KeptDigest {
	version: 2;
	kind: 'digest';
	id: string;
	acceptedAt: number;
	letters: Letters;
	/** The ids of the applications in it. */
	members: readonly string[];
}

export type Kept = KeptApplication | KeptDigest;

/** What is kept under an id and what has happened to it. */
export interface Known {
	id: string;
	/** `unreadable` where it cannot be opened, or where a fact beside it is not ours. */
	kept: Kept | 'unreadable';
	facts: readonly Fact[];
}

/** The application that is kept, where it is one and can be read. */
export function applicationIn({ kept }: Known): KeptApplication | undefined {
	return kept !== 'unreadable' && kept.kind === 'application' ? kept : undefined;
}

/** The digest that is kept, likewise. */
export function digestIn({ kept }: Known): KeptDigest | undefined {
	return kept !== 'unreadable' && kept.kind === 'digest' ? kept : undefined;
}
