import { issuedHour } from '#application/confirming/id.ts';
import { rollCall, type RollState } from '#application/letters/roll-call.ts';
import type { Problems, Sending } from './alarms.ts';
import { deliveredAt, type Entry, hour } from './entry.ts';
import { recipients, type Report } from './report.ts';

const week = 7 * 24 * hour;

/** Monday 05:00 UTC of the first week after the epoch. */
const firstMonday = 4 * 24 * hour + 5 * hour;

/** So long, in milliseconds, people have to report that an application of the roll call is missing. */
const answerTime = 3 * 24 * hour;

/**
 * Once a week, names to the project lead and to the mailbox for alarms every application that came before the week
 * began and is still stored: only a person knows whether it was seen. What cannot be opened is named too.
 *
 * @returns when each recipient's latest roll call was accepted, and whether one was not accepted now
 */
export async function callRoll(
	entries: readonly Entry[],
	problems: Problems,
	called: Report['called'],
	{ mailer, writing, alarmMailbox, sign }: Sending,
	now: number,
): Promise<{ called: Report['called']; isRefused: boolean }> {
	const after = { ...called };
	let isRefused = false;
	const begin = beginOf(now);
	// Lists may lack an entry of the last minutes, and what could not be read comes in a later round.
	const isComplete = now >= begin + hour / 6 && ![...problems.values()].flat().includes('failed');
	if (!isComplete) return { called, isRefused };
	const unreadable = [...problems].filter(([, found]) => found.includes('unreadable'));
	const lines = [
		...entries.flatMap((entry) => lineOf(entry, problems)),
		...unreadable.map(([id]) => ({ id, at: issuedHour(id), state: 'unreadable' as const })),
	]
		.filter(({ at }) => at < begin)
		.sort((one, other) => one.at - other.at);
	const addresses = { lead: writing.programme.projectLead.email, alarms: alarmMailbox };
	for (const recipient of recipients) {
		if ((called[recipient] ?? 0) >= begin) continue;
		const letter = rollCall(lines, { ...writing, to: addresses[recipient] });
		const key = `roll-call/${begin}/${recipient}/${sign(letter.to + letter.text)}`;
		const send = () => mailer.send(letter, key, { notice: recipient });
		if (lines.length === 0 || (await send()).kind === 'accepted') after[recipient] = now;
		else isRefused = true;
	}
	return { called: after, isRefused };
}

/** Whether an application of this time was in a roll call that both recipients have accepted, and had time to answer. */
export function isCalled(
	acceptedAt: number,
	{ lead = 0, alarms = 0 }: Report['called'],
	now: number,
): boolean {
	return acceptedAt < beginOf(Math.min(lead, alarms)) && now - Math.max(lead, alarms) >= answerTime;
}

function lineOf(
	{ id, acceptedAt, emails, discarded }: Entry,
	problems: Problems,
): { id: string; at: number; state: RollState }[] {
	if (!emails.lead || discarded) return [];
	const isSent = problems.get(id)?.some((one) => one === 'unconfirmed' || one === 'deferred');
	const waits = isSent ? 'unconfirmed' : 'waiting';
	const state = deliveredAt(emails.lead) === undefined ? waits : 'delivered';
	return [{ id, at: acceptedAt, state }];
}

/** When the week of a time began. */
function beginOf(time: number): number {
	return firstMonday + Math.floor((time - firstMonday) / week) * week;
}
