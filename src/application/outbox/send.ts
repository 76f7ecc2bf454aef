import { questionNames } from '#application/asking/questions.ts';
import type { Letter } from '#application/letters/letter.ts';
import { letterOfLostReceipt } from '#application/letters/lost-receipt.ts';
import { letterToApplicant } from '#application/letters/to-applicant.ts';
import { letterToProjectLead } from '#application/letters/to-project-lead.ts';
import type { Writing } from '#application/letters/writing.ts';
import { type Attempt, decide } from './decide.ts';
import {
	answered,
	attempted,
	type Email,
	type EmailName,
	type Entry,
	type Sent,
	withEmail,
} from './entry.ts';
import { type Due, inOrder } from './order.ts';
import type { Ports } from './ports.ts';

/**
 * Makes the attempts that are due and for which there is room, in their order.
 *
 * @param until no attempt begins after it, in milliseconds since 1970
 * @param isMeant whether an attempt is one to make
 * @returns the entries as they are now; the ids of those whose e-mails failed because of a fault of ours; why there was
 * no room or no time for others, by their ids
 */
export async function sendDue(
	entries: readonly Entry[],
	ports: Ports,
	until: number,
	isMeant: (due: Due) => boolean = () => true,
): Promise<{
	entries: readonly Entry[];
	failed: ReadonlySet<string>;
	late: ReadonlyMap<string, 'quota' | 'cut'>;
}> {
	const { clock, perDay } = ports;
	const begun = clock.now();
	const due = entries
		.flatMap((entry) => decide(entry, begun).attempts.map((attempt) => ({ entry, attempt })))
		.filter(isMeant);
	const late = new Map<string, 'quota' | 'cut'>(due.map(({ entry }) => [entry.id, 'quota']));
	const current = new Map(entries.map((entry) => [entry.id, entry]));
	const failed = new Set<string>();
	for (const each of inOrder(due, entries, perDay, begun)) {
		const { id } = each.entry;
		if (clock.now() >= until) {
			if (late.has(id)) late.set(id, 'cut');
			continue;
		}
		late.delete(id);
		try {
			const { entry, sent } = await twice(() => send(each, ports));
			if (entry) current.set(id, entry);
			if (sent?.kind === 'refused' && sent.reason === 'quota') break;
		} catch {
			failed.add(id);
		}
	}
	return { entries: [...current.values()], failed, late };
}

/** Makes one attempt, unless somebody else is making it: then there is no entry in the answer. */
async function send(
	{ entry: { id }, attempt }: Due,
	{ outbox, mailer, clock, writing }: Ports,
): Promise<{ entry?: Entry; sent?: Sent }> {
	const { email: name, generation } = attempt;
	let before: Email | undefined;
	const noted = await outbox.change('entry', id, (entry) => {
		const now = clock.now();
		const isDue = (each: Attempt) => each.email === name && each.generation === generation;
		before = entry && decide(entry, now).attempts.some(isDue) ? entry.emails[name] : undefined;
		if (!entry || !before) return undefined;
		const write = (made: Email) => letterOf(entry, name, made, writing);
		return withEmail(entry, name, attempted(before, generation, write, now));
	});
	const letter = noted?.emails[name]?.letter;
	if (!before || !letter) return {};
	const was = before;
	const tags = { id, email: name, generation: String(generation) };
	const sent = await mailer.send(letter, `${id}/${name}/${generation}`, tags);
	const after = await outbox.change('entry', id, (entry) => {
		const email = entry?.emails[name];
		if (email?.generation !== generation) return undefined;
		return entry && withEmail(entry, name, answered(email, sent, clock.now(), was));
	});
	return { entry: after ?? noted, sent };
}

/** For what was stored before a deploy that adds a question. */
const unanswered = Object.fromEntries(questionNames.map((name) => [name, '']));

/** The letter of a new generation, by the settings of now. */
function letterOf(
	entry: Entry,
	name: EmailName,
	{ isRepeat, isPlain = false }: Email,
	writing: Writing,
): Letter {
	const { id, acceptedAt: at, application: stored, emails, marks, sameMailboxAs } = entry;
	if (!stored) throw new Error('nothing is left to send');
	const received = { id, at, application: { ...unanswered, ...stored } };
	const hasReceipt = emails.receipt !== undefined;
	const letter = {
		lead: () =>
			letterToProjectLead(received, writing, { marks, sameMailboxAs, hasReceipt, isPlain }),
		receipt: () => letterToApplicant(received, writing),
		'lost-receipt': () => letterOfLostReceipt(id, writing),
	}[name]();
	return isRepeat ? { ...letter, subject: `${letter.subject} (måske sendt før)` } : letter;
}

/** What fails once is tried again. */
export function twice<Value>(work: () => Promise<Value>): Promise<Value> {
	return work().catch(work);
}
