import { letterOfLostReceipt } from '#application/letters/lost-receipt.ts';
import { letterToApplicant } from '#application/letters/to-applicant.ts';
import { letterToProjectLead, type Mark } from '#application/letters/to-project-lead.ts';
import type { Writing } from '#application/letters/writing.ts';
import type { Application } from '#application/asking/rules.ts';
import { applicationIn, type KeptApplication, type Letters } from '#application/delivering/kept.ts';
import { isAmong, whatNow } from '#application/delivering/plan.ts';
import type { Outbox } from '#application/delivering/ports.ts';
import { hourOf, issuedHour } from './id.ts';
import { entryOf, type Origin, suspicionsOf } from './suspicion.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/**
 * For how long the same answers are surely the same application. A day shorter than the grace: what a claim of
 * this span names cannot be deleted within it, so a press and a deletion never meet.
 */
export const span = 6 * day;

/** An application that the applicant has confirmed, with the id of the confirmation. */
export interface Confirmed extends Origin {
	id: string;
	/** Milliseconds since 1970. */
	now: number;
	application: Application;
	fingerprint: string;
	found: readonly Mark[];
}

/** What an application is kept as, and since when; `fresh` where it was not kept before. */
export interface Accepted {
	id: string;
	/** Milliseconds since 1970: of the first press. */
	at: number;
	fresh?: KeptApplication;
}

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
	const [id, entries] = await Promise.all([
		idOfAnswers(confirmed, outbox),
		// Nobody is refused because we could not count.
		outbox.entries(hourOf(now).slice(0, 8)).catch(() => []),
	]);
	const suspicions = suspicionsOf(found, confirmed, entries, now);
	const received = { id, at: now, application };
	const lead = letterToProjectLead(received, { ...writing, found });
	const forPeople = () => ({
		receipt: letterToApplicant(received, writing),
		'lost-receipt': letterOfLostReceipt(id, writing),
	});
	const isSuspect = suspicions.length > 0;
	const letters: Letters = { lead, ...(!isSuspect && forPeople()) };
	const kept: KeptApplication = {
		version: 2,
		kind: 'application',
		id,
		acceptedAt: now,
		fingerprint,
		application,
		letters,
		mailbox,
		suspicions,
	};
	const [standing] = await Promise.all([
		outbox.keep(kept),
		isSuspect || outbox.enter(entryOf(id, confirmed, now)).catch(() => undefined),
	]);
	if (standing === kept) return { id, at: now, fresh: kept };
	// Somebody wants it: it is not given up any more, and its grace begins again.
	await confirm(id, confirmed, outbox);
	return { id, at: standing.acceptedAt };
}

async function confirm(id: string, { now, id: by }: Confirmed, outbox: Outbox): Promise<void> {
	await Promise.all([
		outbox.record(id, { kind: 'confirmed', at: now, by }),
		outbox.enqueue(id, 'people'),
	]);
}

/**
 * The id that these answers have in this span of days: the one they had in the span before, while that lives
 * on, and otherwise the first that asks. Claims go by time alone, long after the last press that could read
 * them, so none is ever taken from under somebody.
 */
async function idOfAnswers(confirmed: Confirmed, outbox: Outbox): Promise<string> {
	const { fingerprint, id, now } = confirmed;
	const subject = (at: number) => `seen/${fingerprint}/${at}`;
	const current = Math.floor(now / span);
	// A press of the span before may still be under way: whoever asks there first is first in this one as well.
	const isTurn = now % span < hour;
	const earlier = await Promise.all([
		isTurn ? outbox.claim(subject(current - 1), id) : outbox.holder(subject(current - 1)),
		// As it was written by the version without spans.
		outbox.holder(`seen/${fingerprint}`),
	]);
	for (const first of earlier) {
		if (first === null || first === id || !(await livesOn(first, confirmed, outbox))) continue;
		await confirm(first, confirmed, outbox);
		return outbox.claim(subject(current), first);
	}
	return outbox.claim(subject(current), id);
}

/** Whether the same answers are kept under the id, and will be for a day at least. */
async function livesOn(id: string, confirmed: Confirmed, outbox: Outbox): Promise<boolean> {
	const known = await outbox.look(id);
	// Too young to have been deleted: it is being kept at this moment.
	if (!known) return issuedHour(id) > confirmed.now - 2 * day;
	if (applicationIn(known)?.fingerprint !== confirmed.fingerprint) return false;
	return !isAmong('delete', whatNow(known, confirmed.now + day));
}
