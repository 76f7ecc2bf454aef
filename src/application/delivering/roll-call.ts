import { issuedHour } from '#application/confirming/id.ts';
import { rollCall, type State } from '#application/letters/roll-call.ts';
import { whatHasHappened } from './facts.ts';
import type { Known } from './kept.ts';
import { type Action, deliveredAt } from './plan.ts';
import type { Delivering } from './ports.ts';
import type { Told } from './report.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** Weeks begin on Monday at 5 in the morning (UTC): so many milliseconds after 1970 did the first one. */
const firstMonday = 4 * day + 5 * hour;

export interface Called {
	known: Known;
	actions: readonly Action[];
}

/**
 * Once a week, names to the project lead and to the second mailbox every application that was accepted before the
 * week began and is still kept: only a person knows whether it was seen. As nothing is kept for less than a week,
 * everyone is called at least once.
 *
 * @returns `called` where there is nothing left to call; until then nothing may be deleted
 */
export async function callTheRoll(
	all: readonly Called[],
	{ outbox, mailer, clock, writing, watch }: Delivering,
): Promise<'called' | 'not-called'> {
	const week = Math.floor((clock.now() - firstMonday) / (7 * day));
	const begin = firstMonday + week * 7 * day;
	const lines = all.flatMap(({ known, actions }) => lineOf(known, actions, begin));
	if (lines.length === 0) return 'called';
	lines.sort((one, other) => one.at - other.at);
	let outcome: 'called' | 'not-called' = 'called';
	for (const [name, to] of [
		['lead', writing.programme.projectLead.email],
		['watch', watch],
	] as const) {
		const subject = `roll-call/${week}/${name}`;
		if (await outbox.holder(subject)) continue;
		const about: Told = `told-${name}`;
		const tags = { application: about, mail: 'roll-call' };
		const sent = await mailer.send(rollCall(lines, { from: writing.from, to }), subject, tags);
		if (sent.kind === 'accepted') await outbox.claim(subject, String(clock.now()));
		else outcome = 'not-called';
	}
	return outcome;
}

interface Entry {
	id: string;
	at: number;
	state: State;
}

function lineOf({ id, kept, facts }: Known, actions: readonly Action[], begin: number): Entry[] {
	if (kept === 'unreadable') {
		const at = issuedHour(id);
		return at < begin ? [{ id, at, state: 'unreadable' }] : [];
	}
	if (kept.kind === 'digest' || kept.acceptedAt >= begin) return [];
	const { mails, abandonedAt } = whatHasHappened(facts);
	const isUnsure = actions.some((one) => one.kind === 'alert' && one.problem === 'unconfirmed');
	const state =
		abandonedAt !== undefined
			? 'abandoned'
			: deliveredAt(mails.lead) !== undefined
				? 'delivered'
				: isUnsure
					? 'unconfirmed'
					: 'waiting';
	return [{ id, at: kept.acceptedAt, state }];
}
