import { answerText } from '#application/asking/answer.ts';
import { withoutCprNumbers } from '#application/asking/cpr-number.ts';
import { mailable } from '#application/asking/email-address.ts';
import { inOrder, type Question } from '#application/asking/questions.ts';
import type { Application } from '#application/asking/rules.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { type Letter, type Line, mailLink, phoneLink } from './letter.ts';
import type { Writing } from './writing.ts';
import { writeLetter } from './write.ts';

/** Why an application may not come from a person, for the project lead to judge. */
export type Mark = 'honeypot' | 'hurried';

const marks: Record<Mark, string> = {
	honeypot: 'Bemærk: Et felt, som er skjult for mennesker, var udfyldt.',
	hurried: 'Bemærk: Ansøgningen blev sendt få sekunder efter at svarene var vist.',
};

/**
 * The application as the project lead gets it: every answer under its question, and a reply goes to
 * the applicant. The subject holds nothing that the applicant wrote: a line break in it would lose
 * the letter, and a name does not belong in a list of subjects.
 */
export function letterToProjectLead(
	id: string,
	application: Application,
	{ questions, programme, from, found }: Writing & { found: readonly Mark[] },
): Letter {
	return writeLetter(
		{ from, to: programme.projectLead.email, replyTo: mailable(application.email) },
		{
			subject: `Ny ansøgning ${referenceOf(id)}`,
			blocks: [
				{
					lines: [
						'Der er kommet en ansøgning fra en borger, som vil være tryghedsambassadør. Svar på denne e-mail for at skrive til ansøgeren.',
					],
				},
				...found.map((mark) => ({ look: 'mark' as const, lines: [marks[mark]] })),
				...inOrder(questions).map((question) => ({
					heading: question.heading,
					lines: linesOf(question, application[question.name]),
				})),
			],
		},
	);
}

function linesOf(question: Question, answer: string): Line[] {
	if (question.name === 'email') return [mailLink(answer)];
	if (question.name === 'phone') return [phoneLink(answer)];
	return withoutCprNumbers(answerText(question, answer)).split('\n');
}
