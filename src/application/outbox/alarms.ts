import { idPattern, referenceOf } from '#application/confirming/id.ts';
import { alarm, type Problem, problemNames } from '#application/letters/alarm.ts';
import type { Ports } from './ports.ts';
import type { Report } from './report.ts';
import { day, hour } from './entry.ts';

/** What is reported to a person, by the id of an entry or by the name of what else has the problem. */
export type Problems = ReadonlyMap<string, readonly Problem[]>;

/** What e-mails about the outbox itself are sent with. */
export type Sending = Pick<Ports, 'mailer' | 'writing' | 'alarmMailbox' | 'sign'>;

/** When an alarm is repeated, in milliseconds, if not after six hours: these end without anybody's help. */
const repeatAfter: Partial<Record<Problem, number>> = { deferred: 7 * day, notice: day };

/**
 * Sends one alarm for each kind of problem, with references and reasons and nothing about applicants: every six
 * hours, and within the hour where it names something new.
 *
 * @returns the latest alarm of each kind, and how many alarms the provider did not accept
 */
export async function raiseAlarms(
	problems: Problems,
	before: Report['alarmed'],
	{ mailer, writing, alarmMailbox, sign }: Sending,
	now: number,
): Promise<{ alarmed: Report['alarmed']; refused: number }> {
	const alarmed = { ...before };
	let refused = 0;
	for (const problem of problemNames) {
		const about = [...problems].flatMap(([id, found]) =>
			found.includes(problem) ? [idPattern.test(id) ? referenceOf(id) : id] : [],
		);
		const { at = 0, about: named = [] } = alarmed[problem] ?? {};
		// A mailbox that is full is the same problem for all that wait for it.
		const isNew = (name: string) => !named.includes(name);
		const isNews = problem === 'deferred' ? about.every(isNew) : about.some(isNew);
		const pause = isNews ? hour : (repeatAfter[problem] ?? 6 * hour);
		if (about.length === 0 || now - at < pause) continue;
		// Where the mailbox for alarms refuses them, the project lead gets this one.
		const isLost = about.includes('alarms');
		const to = isLost ? writing.programme.projectLead.email : alarmMailbox;
		const letter = alarm(problem, about.toSorted(), { ...writing, to });
		const key = `alarm/${Math.floor(now / (6 * hour))}/${sign(letter.to + letter.text)}`;
		const sent = await mailer.send(letter, key, { notice: isLost ? 'lead' : 'alarms' });
		if (sent.kind === 'accepted') alarmed[problem] = { at: now, about };
		else refused += 1;
	}
	return { alarmed, refused };
}
