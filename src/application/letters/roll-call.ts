import { referenceOf } from '#application/confirming/reference.ts';
import type { Letter } from './letter.ts';
import { inWords } from '#application/received.ts';
import { writeLetter } from './write.ts';

/** How far an application has come. */
export type State = 'delivered' | 'unconfirmed' | 'waiting' | 'abandoned' | 'unreadable';

const states: Record<State, string> = {
	delivered: 'afleveret',
	unconfirmed: 'sendt, men ikke meldt afleveret',
	waiting: 'venter på at blive afleveret',
	abandoned: 'opgivet',
	unreadable: 'kan ikke læses',
};

/**
 * Names every application that we still have, with the time of its receipt and nothing about the applicant, so
 * that a person can see whether one is missing in the mailbox.
 */
export function rollCall(
	all: readonly { id: string; at: number; state: State }[],
	{ from, to }: { from: string; to: string },
): Letter {
	return writeLetter(
		{ from, to, replyTo: to },
		{
			subject: 'Ugens ansøgninger: Har du fået dem alle?',
			blocks: [
				{
					lines: [
						'Her er de ansøgninger, som vi stadig har en kopi af. Find dem i projektlederens postkasse.',
					],
				},
				{
					lines: all.map(
						({ id, at, state }) => `${referenceOf(id)}: ${inWords(at)}, ${states[state]}`,
					),
				},
				{
					lines: [
						'Mangler der en? Så sig det i denne uge. Vi sletter kopien en uge efter afleveringen.',
					],
				},
			],
		},
	);
}
