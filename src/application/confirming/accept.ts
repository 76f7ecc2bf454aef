import { letterOfLostReceipt } from '#application/letters/lost-receipt.ts';
import type { Writing } from '#application/letters/writing.ts';
import { letterToApplicant } from '#application/letters/to-applicant.ts';
import { letterToProjectLead, type Mark } from '#application/letters/to-project-lead.ts';
import type { KeptApplication, Outbox } from '#application/delivering/ports.ts';
import type { Application } from '#application/asking/rules.ts';

/** An application that the applicant has confirmed, with the id of the confirmation. */
export interface Confirmed {
	id: string;
	/** Milliseconds since 1970. */
	now: number;
	application: Application;
	fingerprint: string;
	mailbox: string;
	found: readonly Mark[];
}

/** What an application is kept as; `fresh` where it was not kept before. */
export type Accepted = Pick<KeptApplication, 'id'> & { fresh?: KeptApplication };

/**
 * Keeps a confirmed application. The same answers, pressed again or confirmed in two tabs, are one
 * application with one id: the first one's.
 *
 * Throws where it cannot be sure that the application is kept.
 */
export async function accept(
	confirmed: Confirmed,
	writing: Writing,
	outbox: Outbox,
): Promise<Accepted> {
	const { application, fingerprint, mailbox, now, found } = confirmed;
	const id = await outbox.claim(`seen/${fingerprint}`, confirmed.id);
	const lead = letterToProjectLead(id, application, { ...writing, found });
	const receipt = letterToApplicant(id, application, writing);
	const notice = letterOfLostReceipt(id, writing);
	const kept: KeptApplication = {
		version: 1,
		id,
		acceptedAt: now,
		fingerprint,
		application,
		mails: { lead, receipt, notice },
		mailbox,
	};
	if ((await outbox.keep(kept)) === 'kept') return { id, fresh: kept };
	// It must not be deleted while this confirmation can still be pressed again.
	await outbox.record(id, { kind: 'confirmed', at: now, by: confirmed.id });
	return { id };
}
