import { type Action, isSettled, type Problem, whatNow } from './plan.ts';
import { type Fact, type LetterName, type Try, whatHasHappened } from './facts.ts';
import { hourOf } from '#application/confirming/id.ts';
import type { Clock, KeptApplication, Mailer, Outbox, Refusal } from './ports.ts';

export interface Delivering {
	outbox: Outbox;
	mailer: Mailer;
	clock: Clock;
	/** The project lead's address as it is now. */
	projectLead: string;
	/** The hours (`YYYYMMDDHH`) that this process knows to have had too many applications. */
	crowded: Set<string>;
}

/** An application and what is known to have happened to it. */
export interface Known {
	kept: KeptApplication;
	facts: Fact[];
}

/** What a round over one application came to. */
export interface Round {
	problems: readonly Problem[];
	/** Whether there is something more to do now. */
	due: boolean;
	/** Set where the provider asked us to send nothing more for now. */
	paused: boolean;
}

/**
 * Does for one application what is to be done now, for the e-mails asked for, and adds to the facts. Safe to
 * run twice, at the same time, with facts missing, and to be cut off anywhere: every try is written down before
 * it is made.
 */
export async function deliver(
	{ kept, facts }: Known,
	mails: readonly LetterName[],
	ports: Delivering,
): Promise<Round> {
	const outbox: Outbox = {
		...ports.outbox,
		async record(id, fact) {
			const outcome = await ports.outbox.record(id, fact);
			facts.push(fact);
			return outcome;
		},
	};
	const plan = () =>
		whatNow(whatHasHappened(facts), { acceptedAt: kept.acceptedAt, now: ports.clock.now() });
	let paused = false;
	const mine = plan().filter((action) => 'mail' in action && mails.includes(action.mail));
	for (const action of mine) {
		const refusal = await act(action, kept, { ...ports, outbox });
		paused = refusal === 'rate' || refusal === 'quota';
		if (paused) break;
	}
	const actions = plan();
	if (isSettled(actions)) await outbox.settle(kept.id);
	const problems = actions.flatMap((action) => (action.kind === 'alert' ? [action.problem] : []));
	return { problems, due: actions.some((action) => 'mail' in action), paused };
}

async function act(
	action: Action,
	kept: KeptApplication,
	ports: Delivering,
): Promise<Refusal | undefined> {
	switch (action.kind) {
		case 'send':
			return send(action.mail, action.attempt, kept, ports);
		case 'look-up':
			await lookUp(action.mail, action.providerId, kept.id, ports);
			return undefined;
		case 'wait':
		case 'alert':
		case 'delete':
			return undefined;
		default:
			return action satisfies never;
	}
}

async function send(
	name: LetterName,
	attempt: Omit<Try, 'at'>,
	kept: KeptApplication,
	{ outbox, mailer, clock, projectLead }: Delivering,
): Promise<Refusal | undefined> {
	const { id } = kept;
	const { n, generation, repeated } = attempt;
	if (name === 'receipt' && !(await mayHaveReceipt(kept, outbox, clock))) {
		await outbox.record(id, { kind: 'withheld', mail: name, at: clock.now() });
		return undefined;
	}
	const intent = { kind: 'attempted', mail: name, at: clock.now(), ...attempt } as const;
	// Somebody else makes this try, or made it and was cut off: the next round knows more.
	if ((await outbox.record(id, intent)) === 'already-recorded') return undefined;
	const frozen = kept.mails[name];
	// The provider compares what comes with a key: only with a new one may the address be a new one.
	const to = generation > 1 && name !== 'receipt' ? projectLead : frozen.to;
	const subject = repeated ? `${frozen.subject} (måske sendt før)` : frozen.subject;
	const tags = { application: id, mail: name };
	const sent = await mailer.send({ ...frozen, to, subject }, `${id}/${name}/${generation}`, tags);
	const at = clock.now();
	switch (sent.kind) {
		case 'accepted':
			await outbox.record(id, {
				kind: 'accepted',
				mail: name,
				at,
				providerId: sent.providerId,
			});
			return undefined;
		case 'refused':
			await outbox.record(id, { kind: 'refused', mail: name, n, at, reason: sent.reason });
			return sent.reason;
		case 'unknown':
			return undefined;
		default:
			return sent satisfies never;
	}
}

async function lookUp(
	mail: LetterName,
	providerId: string,
	id: string,
	{ outbox, mailer, clock }: Delivering,
): Promise<void> {
	const kind = await mailer.lookUp(providerId);
	if (kind === 'unknown') return;
	await outbox.record(id, { kind, mail, at: clock.now(), eventId: `looked-up-${providerId}` });
}

/** One mailbox gets one receipt a day, so that the form cannot be used to flood it. */
async function mayHaveReceipt(
	{ id, mailbox }: KeptApplication,
	outbox: Outbox,
	clock: Clock,
): Promise<boolean> {
	const day = hourOf(clock.now()).slice(0, 8);
	return (await outbox.claim(`receipt/${day}/${mailbox}`, id)) === id;
}
