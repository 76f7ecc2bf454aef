import type { Letter } from '#application/letters/letter.ts';
import { letterOfLostReceipt } from '#application/letters/lost-receipt.ts';
import { letterToApplicant } from '#application/letters/to-applicant.ts';
import { letterToProjectLead } from '#application/letters/to-project-lead.ts';
import type { Writing } from '#application/letters/writing.ts';
import { decide } from './decide.ts';
import { type Attempt, answered, attempted, type Email, type Entry, type Sent } from './entry.ts';
import { type Due, inOrder } from './order.ts';
import type { Ports } from './ports.ts';

/** What became of the attempts that were due. */
export interface SentAll {
	/** The entries as they are now. */
	entries: readonly Entry[];
	/** The ids of those whose e-mails could not be sent because of a fault of ours. */
	failed: ReadonlySet<string>;
	isHeldBack: (id: string) => boolean;
	/** Set where there was no time for all. */
	isCut: boolean;
}

/**
 * Makes the attempts that are due and for which there is room, in their order.
 *
 * @param until no attempt begins after it, in milliseconds since 1970
 * @param only the id of the one entry that is meant; all where it is missing
 */
export async function sendDue(
	entries: readonly Entry[],
	ports: Ports,
	until: number,
	only?: string,
): Promise<SentAll> {
	const { clock, perDay } = ports;
	const begun = clock.now();
	const due = entries
		.filter(({ id }) => only === undefined || id === only)
		.flatMap((entry): Due[] =>
			decide(entry, begun).attempts.map((attempt) => ({ entry, attempt })),
		);
	const heldBack = new Set(due.map(({ entry }) => entry.id));
	const current = new Map(entries.map((entry) => [entry.id, entry]));
	const failed = new Set<string>();
	let isPaused = false;
	let isCut = false;
	for (const each of inOrder(due, entries, perDay, begun)) {
		const { id } = each.entry;
		isCut = clock.now() >= until;
		if (isCut || isPaused) break;
		heldBack.delete(id);
		try {
			const { entry, sent } = await twice(() => send(each, ports));
			if (entry) current.set(id, entry);
			isPaused = sent?.kind === 'refused' && sent.reason === 'quota';
		} catch {
			failed.add(id);
		}
	}
	return { entries: [...current.values()], failed, isHeldBack: (id) => heldBack.has(id), isCut };
}

/** Makes one attempt, unless somebody else is making it: then there is no entry in the answer. */
async function send(
	{ entry: { id }, attempt }: Due,
	{ outbox, mailer, clock, writing }: Ports,
): Promise<{ entry?: Entry; sent?: Sent }> {
	const { email: name, generation } = attempt;
	let unsureBefore: number | undefined;
	const noted = await outbox.change(id, (entry) => {
		const email = entry.emails[name];
		const now = clock.now();
		if (!email || !decide(entry, now).attempts.some((each) => isSame(each, attempt))) return;
		unsureBefore = generation === email.generation ? email.unsureAt : undefined;
		return withEmail(
			entry,
			name,
			attempted(email, attempt, () => letterOf(entry, attempt, writing), now),
		);
	});
	const letter = noted?.emails[name]?.letter;
	if (!letter) return {};
	const tags = { id, email: name, generation: String(generation) };
	const sent = await mailer.send(letter, `${id}/${name}/${generation}`, tags);
	const after = await outbox.change(id, (entry) => {
		const email = entry.emails[name];
		if (email?.generation !== generation) return undefined;
		return withEmail(entry, name, answered(email, sent, clock.now(), unsureBefore));
	});
	return { entry: after ?? noted, sent };
}

/** The letter of a new generation, by the settings of now. */
function letterOf(entry: Entry, { email, isRepeat, isPlain }: Attempt, writing: Writing): Letter {
	const { id, acceptedAt: at, application, emails, marks, sameMailboxAs } = entry;
	if (!application) throw new Error('nothing is left to send');
	const received = { id, at, application };
	const hasReceipt = emails.receipt !== undefined;
	const circumstances = { marks, sameMailboxAs, hasReceipt, isPlain };
	const letter = {
		lead: () => letterToProjectLead(received, writing, circumstances),
		receipt: () => letterToApplicant(received, writing),
		'lost-receipt': () => letterOfLostReceipt(id, writing),
	}[email]();
	return isRepeat ? { ...letter, subject: `${letter.subject} (måske sendt før)` } : letter;
}

function isSame(one: Attempt, other: Attempt): boolean {
	return one.email === other.email && one.generation === other.generation;
}

function withEmail(entry: Entry, name: Attempt['email'], email: Email): Entry {
	return { ...entry, emails: { ...entry.emails, [name]: email } };
}

/** What fails once is tried again. */
export function twice<Value>(work: () => Promise<Value>): Promise<Value> {
	return work().catch(work);
}
