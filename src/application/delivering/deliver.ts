import { hourOf } from '#application/confirming/id.ts';
import { type Fact, type LetterName, type Refusal, type Try } from './facts.ts';
import type { Kept, KeptApplication, Known } from './kept.ts';
import { type Action, whatNow } from './plan.ts';
import type { Delivering, Outbox } from './ports.ts';

/** What a round over one application came to. */
export interface Step {
	/** What is left to do, now or later. */
	actions: readonly Action[];
	/** Set where the provider asked us to send nothing more for now. */
	paused: boolean;
}

/**
 * Does for one application what is to be done now, for the e-mails asked for, and adds to its facts. Safe to
 * run twice, at the same time, with facts missing, and to be cut off anywhere: every try is written down before
 * it is made.
 */
export async function deliver(
	known: Known,
	mails: readonly LetterName[],
	ports: Delivering,
): Promise<Step> {
	const { id, kept } = known;
	const facts = [...known.facts];
	const record: Outbox['record'] = async (of, fact) => {
		const outcome = await ports.outbox.record(of, fact);
		facts.push(fact);
		return outcome;
	};
	const plan = () => whatNow({ id, kept, facts }, ports.clock.now());
	let paused = false;
	for (const action of plan()) {
		if (kept === 'unreadable' || action.kind !== 'send' || !mails.includes(action.mail)) continue;
		const recording = { ...ports, outbox: { ...ports.outbox, record } };
		paused = (await send(action.mail, action.attempt, kept, recording)) === 'quota';
		if (paused) break;
	}
	const actions = plan();
	if (actions.length === 0) await ports.outbox.settle(id);
	known.facts = facts;
	return { actions, paused };
}

/**
 * The first try, right after an application was kept, and so before anything has happened to it. What it does
 * not manage, a sweep does, and whoever is suspect waits for one.
 */
export async function deliverAtOnce(kept: KeptApplication, ports: Delivering): Promise<void> {
	await deliver({ id: kept.id, kept, facts: [] }, ['lead', 'receipt'], ports);
}

async function send(
	name: LetterName,
	attempt: Omit<Try, 'at'>,
	kept: Kept,
	{ outbox, mailer, clock, writing }: Delivering,
): Promise<Refusal | undefined> {
	const { id } = kept;
	const { n, generation, repeated } = attempt;
	const frozen = kept.letters[name];
	if (!frozen) return undefined;
	const isReceipt = name === 'receipt' && kept.kind === 'application';
	if (isReceipt && !(await mayHaveReceipt(kept, { outbox, clock }))) {
		await outbox.record(id, { kind: 'withheld', mail: name, at: clock.now() });
		return undefined;
	}
	const intent: Fact = { kind: 'attempted', mail: name, at: clock.now(), ...attempt };
	// Somebody else makes this try, or made it and was cut off: the next round knows more.
	if ((await outbox.record(id, intent)) === 'already-recorded') return undefined;
	// The provider compares what comes with a key: only with a new one may the address be a new one.
	const isMovable = generation > 1 && name !== 'receipt';
	const to = isMovable ? writing.programme.projectLead.email : frozen.to;
	const subject = repeated ? `${frozen.subject} (måske sendt før)` : frozen.subject;
	const tags = { application: id, mail: name };
	const sent = await mailer.send({ ...frozen, to, subject }, `${id}/${name}/${generation}`, tags);
	const at = clock.now();
	switch (sent.kind) {
		case 'accepted': {
			const { providerId } = sent;
			await outbox.record(id, { kind: 'accepted', mail: name, at, providerId });
			return undefined;
		}
		case 'refused':
			await outbox.record(id, { kind: 'refused', mail: name, n, at, reason: sent.reason });
			return sent.reason;
		case 'unknown':
			return undefined;
		default:
			return sent satisfies never;
	}
}

/** One mailbox gets one receipt a day, so that the form cannot be used to flood it. */
async function mayHaveReceipt(
	kept: KeptApplication,
	{ outbox, clock }: Pick<Delivering, 'outbox' | 'clock'>,
): Promise<boolean> {
	const day = hourOf(clock.now()).slice(0, 8);
	return (await outbox.claim(`mailbox/${day}/${kept.mailbox}`, kept.id)) === kept.id;
}
