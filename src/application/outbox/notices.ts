import { idPattern, issuedHour, referenceOf } from '#application/confirming/id.ts';
import {
	alarm,
	type AlarmAddresses,
	configurationAlarm,
	type Problem,
	problemNames,
} from '#application/letters/alarm.ts';
import { rollCall, type RollState } from '#application/letters/roll-call.ts';
import type { Decision } from './decide.ts';
import { deliveredAt, type Entry } from './entry.ts';
import type { Ports } from './ports.ts';
import { type Recipient, recipients, type Report } from './report.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** A problem is reported again after so long, in milliseconds; one that mends itself only once. */
const repeatAfter = (problem: Problem) => (problem === 'deferred' ? 7 * day : 6 * hour);

/** Up to so many applications are named in an alarm; more are counted, and reported again when they have doubled. */
const mostNamed = 16;

/** Monday 05:00 UTC of the first week after the epoch. */
const firstMonday = 4 * day + 5 * hour;

/** What a person must hear of, by the id of an entry or by what else has the problem. */
export type Problems = ReadonlyMap<string, readonly Problem[]>;

type Sending = Pick<Ports, 'mailer' | 'writing' | 'alarmMailbox' | 'sign'>;

/**
 * Sends one alarm for each kind of problem, with references and reasons and nothing about applicants: once in six
 * hours, and at once when other applications have it.
 *
 * @returns when each alarm was last sent, and how many the provider did not accept
 */
export async function raiseAlarms(
	problems: Problems,
	before: Report['alarmed'],
	{ mailer, writing, alarmMailbox, sign }: Sending,
	now: number,
): Promise<{ alarmed: Report['alarmed']; refused: number }> {
	const alarmed = Object.fromEntries(Object.entries(before).filter(([, at]) => now - at < 7 * day));
	let refused = 0;
	for (const problem of problemNames) {
		const names = [...problems].flatMap(([id, found]) =>
			found.includes(problem) ? [nameOf(id)] : [],
		);
		if (names.length === 0) continue;
		const isMany = names.length > mostNamed;
		const about = isMany ? 2 ** Math.floor(Math.log2(names.length)) : names.toSorted();
		// A mailbox that takes nothing at the moment is one problem, whichever applications wait for it.
		const whose = problem === 'deferred' ? [''] : isMany ? [String(about)] : names;
		const whats = whose.map((name) => `${problem} ${name}`);
		const isKnown = (what: string) => now - (alarmed[what] ?? -Infinity) < repeatAfter(problem);
		if (whats.every(isKnown)) continue;
		// Where the mailbox for alarms does not take them, the project lead must hear it.
		const isLost = names.includes('alarms');
		const to = isLost ? writing.programme.projectLead.email : alarmMailbox;
		const letter = alarm(problem, about, { ...writing, to });
		const key = `alarm/${Math.floor(now / (6 * hour))}/${sign(letter.to + letter.text)}`;
		const sent = await mailer.send(letter, key, { notice: isLost ? 'lead' : 'alarms' });
		if (sent.kind === 'accepted') for (const what of whats) alarmed[what] = now;
		else refused += 1;
	}
	return { alarmed, refused };
}

/**
 * Reports that a setting is missing, as far as the settings that are there allow.
 *
 * @param missing names the settings, never their values
 */
export async function raiseConfigurationAlarm(
	missing: readonly string[],
	addresses: AlarmAddresses,
	{ mailer }: Pick<Ports, 'mailer'>,
	now: number,
): Promise<void> {
	const key = `alarm/${Math.floor(now / (6 * hour))}/missing-setting/${missing.join()}`;
	await mailer.send(configurationAlarm(missing, addresses), key.slice(0, 256), {
		notice: 'alarms',
	});
}

/**
 * Once a week, names to the project lead and to the mailbox for alarms every application that came before the week
 * began and is still stored: only a person knows whether it was seen.
 *
 * @param problems of entries that could not be looked at; what cannot be opened is named too
 * @returns the latest week whose roll call each recipient has accepted, and whether one did not accept it now
 */
export async function callRoll(
	decisions: ReadonlyMap<Entry, Decision>,
	problems: Problems,
	called: Report['called'],
	{ mailer, writing, alarmMailbox, sign }: Sending,
	now: number,
): Promise<{ called: Report['called']; isRefused: boolean }> {
	const week = Math.floor((now - firstMonday) / (7 * day));
	const found = [...problems.values()].flat();
	// Lists may lack an entry of the last minutes, and what could not be looked at comes in a later round.
	if (now < beginOf(week) + 10 * 60_000 || found.includes('failed')) {
		return { called, isRefused: false };
	}
	const lines = [
		...[...decisions].flatMap(([entry, decision]) => lineOf(entry, decision)),
		...[...problems].flatMap(([id, names]) =>
			names.includes('unreadable')
				? [{ id, at: issuedHour(id), state: 'unreadable' as const }]
				: [],
		),
	].filter(({ at }) => at < beginOf(week));
	lines.sort((one, other) => one.at - other.at);
	const addresses = { lead: writing.programme.projectLead.email, alarms: alarmMailbox };
	const after = { ...called };
	let isRefused = false;
	for (const recipient of recipients) {
		if ((called[recipient] ?? 0) >= week) continue;
		if (lines.length > 0) {
			const letter = rollCall(lines, { ...writing, to: addresses[recipient] });
			const key = `roll-call/${week}/${recipient}/${sign(letter.to + letter.text)}`;
			const sent = await mailer.send(letter, key, { notice: recipient });
			if (sent.kind !== 'accepted') {
				isRefused = true;
				continue;
			}
		}
		after[recipient] = week;
	}
	return { called: after, isRefused };
}

/** Whether an application of this time was in a roll call that both recipients have accepted. */
export function isCalled(acceptedAt: number, { lead = 0, alarms = 0 }: Report['called']): boolean {
	return acceptedAt < beginOf(Math.min(lead, alarms));
}

/** The recipients whose latest alarm or roll call came back, for two days or until another one arrives. */
export function lostNotices(
	notices: Report['notices'],
	entries: readonly Entry[],
	now: number,
): Recipient[] {
	return recipients.filter((recipient) => {
		const { failedAt = 0, deliveredAt: at = 0 } = notices[recipient] ?? {};
		const isReached = ({ emails: { lead } }: Entry) =>
			recipient === 'lead' && (deliveredAt(lead) ?? 0) > failedAt;
		return now - failedAt < 2 * day && failedAt > at && !entries.some(isReached);
	});
}

function lineOf(
	{ id, acceptedAt, emails, discarded }: Entry,
	{ problems }: Decision,
): { id: string; at: number; state: RollState }[] {
	if (!emails.lead || discarded) return [];
	const isUnconfirmed = problems.some((one) => one === 'unconfirmed' || one === 'deferred');
	const state =
		deliveredAt(emails.lead) !== undefined
			? 'delivered'
			: isUnconfirmed
				? 'unconfirmed'
				: 'waiting';
	return [{ id, at: acceptedAt, state }];
}

function beginOf(week: number): number {
	return firstMonday + week * 7 * day;
}

/** The reference of an application, or the name of what else has the problem. */
function nameOf(id: string): string {
	return idPattern.test(id) ? referenceOf(id) : id;
}
