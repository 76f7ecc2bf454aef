import { referenceOf } from '#application/confirming/id.ts';
import { inWords } from '#application/danish-date.ts';
import type { Letter } from './letter.ts';
import type { AlarmAddresses } from './alarm.ts';
import { writeLetter } from './write.ts';

const states = {
	delivered: 'afleveret',
	unconfirmed: 'sendt, men ikke meldt afleveret',
	waiting: 'venter på at blive afleveret',
	unreadable: 'kan ikke læses',
} as const;

/** How far an application has come. */
export type RollState = keyof typeof states;

/**
 * Lists the reference and time of every application that is still stored, with nothing about the applicant. A person
 * compares the list with the project lead's mailbox.
 */
export function rollCall(
	all: readonly { id: string; at: number; state: RollState }[],
	{ from, to, programme }: AlarmAddresses,
): Letter {
	return writeLetter(
		{ from, programme },
		{
			to,
			subject: `${programme.name}: Er alle ugens ansøgninger kommet frem?`,
			title: 'Er alle ugens ansøgninger kommet frem?',
			blocks: [
				{
					lines: [
						all.length === 1
							? 'Her er den ansøgning, som vi stadig har en kopi af. Find den i projektlederens postkasse.'
							: 'Her er de ansøgninger, som vi stadig har en kopi af. Find dem i projektlederens postkasse.',
					],
				},
				{
					lines: all.map(
						({ id, at, state }) => `${referenceOf(id)}: ${inWords(at)}, ${states[state]}`,
					),
				},
				{
					lines: [
						'Mangler der en? Skriv det til den, der passer webstedet, inden for to dage. Derefter kan vi slette kopien.',
					],
				},
			],
		},
	);
}
