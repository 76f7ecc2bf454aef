import { idPattern } from '#application/confirming/id.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { alarm, configurationAlarm } from '#application/letters/alarm.ts';
import type { Delivering } from './ports.ts';
import { type Problems, problemNames } from './problem.ts';

/** A problem is told again after six hours. */
const repeatAfter = 6 * 60 * 60 * 1000;

/** More applications than this are told by their number, and again when that has doubled. */
const namedOneByOne = 16;

/**
 * Tells a person on another mailbox what is stuck: references and reasons, nothing about applicants. Each kind of
 * problem once in six hours, and at once when other applications have it. Nothing is written down: the provider
 * sends one e-mail for one key, so an alarm that it did not take is simply sent again by the next round.
 *
 * @returns how many alarms the provider did not take
 */
export async function raiseAlarm(
	problems: Problems,
	{ mailer, clock, writing, watch }: Omit<Delivering, 'outbox'>,
): Promise<number> {
	let untold = 0;
	for (const kind of problemNames) {
		const ids = [...problems].flatMap(([id, found]) => (found.includes(kind) ? [id] : []));
		if (ids.length === 0) continue;
		const names = ids.map(nameOf).toSorted();
		const about = names.length > namedOneByOne ? 2 ** Math.floor(Math.log2(names.length)) : names;
		const mail = alarm(kind, about, { from: writing.from, to: watch });
		const key = `alarm/${slotOf(clock.now())}/${kind}/${String(about)}`;
		const sent = await mailer.send(mail, key, { application: 'told-watch', mail: 'alarm' });
		if (sent.kind !== 'accepted') untold += 1;
	}
	return untold;
}

/**
 * Tells that a setting is missing, as far as the settings that are there allow.
 *
 * @param missing names the settings, never their values
 */
export async function raiseConfigurationAlarm(
	missing: readonly string[],
	addresses: { from: string; to: string },
	{ mailer, clock }: { mailer: Delivering['mailer']; clock: { now: () => number } },
): Promise<void> {
	const key = `alarm/${slotOf(clock.now())}/missing-setting`;
	const tags = { application: 'told-watch', mail: 'alarm' };
	await mailer.send(configurationAlarm(missing, addresses), key, tags);
}

/** The reference of an application, or the name of what else was tried. */
function nameOf(id: string): string {
	return idPattern.test(id) ? referenceOf(id) : id;
}

function slotOf(time: number): number {
	return Math.floor(time / repeatAfter);
}
