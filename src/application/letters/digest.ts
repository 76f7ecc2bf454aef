import { answerText } from '#application/asking/answer.ts';
import { masked } from '#application/asking/cpr-number.ts';
import { inOrder } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import type { Suspicion } from '#application/confirming/suspicion.ts';
import type { KeptApplication } from '#application/delivering/kept.ts';
import type { Writing } from './writing.ts';
import type { Block, Letter } from './letter.ts';
import { writeLetter } from './write.ts';

const reasons: Record<Suspicion, string> = {
	honeypot: 'Et felt, som er skjult for mennesker, var udfyldt.',
	hurried: 'Den blev sendt få sekunder efter at svarene var vist.',
	network: 'Der kom mange fra det samme netværk på en time.',
	domain: 'Der kom mange med e-mailadresser fra det samme sted på en time.',
	hour: 'Der kom mange ansøgninger på en time.',
	day: 'Der kom mange ansøgninger den dag.',
};

/**
 * Brings the project lead many applications that may not come from people, in one e-mail: every answer under its
 * question, and why each of them stands here. The applicants have had no e-mail from us.
 */
export function writeDigest(
	id: string,
	members: readonly KeptApplication[],
	{ questions, programme, from }: Writing,
): Letter {
	const to = programme.projectLead.email;
	const answers = (application: Application): Block[] =>
		inOrder(questions).map((question) => ({
			lines: [
				`${question.heading}:`,
				...answerText(question, application[question.name]).split('\n'),
			],
		}));
	return writeLetter(
		{ from, to, replyTo: to },
		{
			subject: `${members.length === 1 ? 'Én ansøgning' : `${members.length} ansøgninger`}, som du bør se efter (${referenceOf(id)})`,
			title: 'Ansøgninger, som måske ikke er fra mennesker',
			blocks: [
				{
					lines: [
						'Vi samler dem her, så de ikke står i vejen for andre. De kan sagtens være ægte. Ansøgerne har set en kvittering på siden, men har ikke fået en e-mail fra os.',
					],
				},
				...members.flatMap((member): Block[] => [
					{
						heading: referenceOf(member.id),
						look: 'mark',
						lines: member.suspicions.map((suspicion) => reasons[suspicion]),
					},
					...answers(masked(member.application)),
				]),
			],
		},
	);
}
