import type { Problem } from './plan.ts';
import { hourOf } from '#application/confirming/id.ts';
import type { Letter } from '#application/letters/letter.ts';
import { writeLetter } from '#application/letters/write.ts';
import type { Clock, Mailer, Outbox } from './ports.ts';
import { referenceOf } from '#application/confirming/reference.ts';

/** What each problem means, for the person who gets the alarm. docs/operations.md says what to do. */
const meanings: Record<Problem, string> = {
	undelivered: 'Ansøgningen er ikke taget imod af mailtjenesten. Vi prøver igen hver time.',
	unconfirmed:
		'Mailtjenesten har taget imod ansøgningen, men har ikke meldt den afleveret. Spørg projektlederen, om den er kommet.',
	bounced: 'Projektlederens postkasse afviste ansøgningen. Tjek adressen.',
	suppressed: 'Mailtjenesten sender ikke til projektlederens postkasse. Fjern spærringen.',
	refused: 'Mailtjenesten afviste e-mailen med ansøgningen. En udvikler skal se på den.',
	configuration: 'Mailtjenesten afviste vores nøgle eller vores domæne.',
	quota: 'Vi har sendt så mange e-mails, som mailtjenesten tillader.',
	unreadable: 'Ansøgningen kan ikke læses. Tjek krypteringsnøglen.',
};

/** A problem is told again after so many hours. */
const repeatAfter = 6;

/**
 * Tells a person on another mailbox what is stuck: references and reasons, nothing about applicants.
 * Each kind of problem is told once in six hours.
 *
 * @param problems by the application's id
 */
export async function raiseAlarm(
	problems: ReadonlyMap<string, readonly Problem[]>,
	{ from, to }: { from: string; to: string },
	{ outbox, mailer, clock }: { outbox: Outbox; mailer: Mailer; clock: Clock },
): Promise<void> {
	const slot = slotOf(clock.now());
	for (const kind of Object.keys(meanings) as Problem[]) {
		const ids = [...problems].flatMap(([id, found]) => (found.includes(kind) ? [id] : []));
		const [first] = ids;
		if (!first) continue;
		const key = `alert/${slot}/${kind}`;
		const claimed = await outbox.claim(key, first);
		if (claimed !== first) continue;
		const tags = { application: first, mail: 'alarm' } as const;
		await mailer.send(alarm(kind, ids, { from, to }), key, tags);
	}
}

/**
 * Tells that a setting is missing, as far as the settings that are there allow.
 *
 * @param why names the settings, never their values
 */
export async function raiseConfigurationAlarm(
	why: string,
	{ from, to }: { from: string; to: string },
	{ mailer, clock }: { mailer: Mailer; clock: Pick<Clock, 'now'> },
): Promise<void> {
	const mail = writeLetter(
		{ from, to, replyTo: to },
		{
			subject: 'Webstedet tager ikke imod ansøgninger',
			blocks: [{ lines: ['En indstilling mangler eller er forkert:'] }, { lines: [why] }],
		},
	);
	const key = `alert/${slotOf(clock.now())}/missing-setting`;
	await mailer.send(mail, key, { application: 'none', mail: 'alarm' });
}

function alarm(
	kind: Problem,
	ids: readonly string[],
	addresses: { from: string; to: string },
): Letter {
	const references = ids.map(referenceOf).join(', ');
	const about = ids.length === 1 ? 'ansøgningen' : `${ids.length} ansøgninger:`;
	const paragraphs = [
		meanings[kind],
		`Det gælder ${about} ${references}.`,
		'Hvad du skal gøre, står i docs/operations.md under «Alarms».',
	];
	return writeLetter(
		{ ...addresses, replyTo: addresses.to },
		{
			subject: `Ansøgninger venter: ${kind}`,
			blocks: paragraphs.map((text) => ({ lines: [text] })),
		},
	);
}

function slotOf(time: number): string {
	const day = hourOf(time).slice(0, 8);
	const slot = Math.floor(new Date(time).getUTCHours() / repeatAfter) * repeatAfter;
	return `${day}${String(slot).padStart(2, '0')}`;
}
