import type { Programme } from '#application/programme.ts';
import { answerText } from '#application/asking/answer.ts';
import { type Line, type Mail, mailLink, phoneLink, writeMail } from './letter.ts';
import { inOrder, type Question, type Questions } from '#application/asking/questions.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import type { Application } from '#application/asking/rules.ts';

/** What the e-mails of an application are written from. */
export interface Writing {
	questions: Questions;
	programme: Programme;
	/** The sender, `Name <address>`, on a domain that the mail provider has verified. */
	from: string;
}

/** Why an application may not come from a person, for the project lead to judge. */
export type Mark = 'honeypot' | 'hurried';

const marks: Record<Mark, string> = {
	honeypot: 'Bemærk: Et felt, som er skjult for mennesker, var udfyldt.',
	hurried: 'Bemærk: Ansøgningen blev sendt få sekunder efter, at svarene var vist.',
};

/**
 * The application as the project lead gets it: every answer under its question, and a reply goes to
 * the applicant. The subject holds nothing that the applicant wrote: a line break in it would lose
 * the e-mail, and a name does not belong in a list of subjects.
 */
export function mailToProjectLead(
	id: string,
	application: Application,
	{ questions, programme, from, found }: Writing & { found: readonly Mark[] },
): Mail {
	return writeMail(
		{ from, to: programme.projectLead.email, replyTo: application.email },
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
	return answerText(question, answer).split('\n');
}

/**
 * The receipt. It holds none of the applicant's own words, so that the form cannot be used to send
 * a stranger a message of one's own.
 */
export function mailToApplicant(
	id: string,
	application: Application,
	{ programme, from }: Writing,
): Mail {
	const { projectLead, emergency, service } = programme;
	const reference = referenceOf(id);
	return writeMail(
		{ from, to: application.email, replyTo: projectLead.email },
		{
			subject: `Vi har modtaget din ansøgning (${reference})`,
			title: 'Vi har modtaget din ansøgning',
			blocks: [
				{ lines: ['Du har søgt om at blive tryghedsambassadør. Dit referencenummer er:'] },
				{ look: 'reference', lines: [reference] },
				{
					heading: 'Hvad sker der nu?',
					lines: ['Projektlederen får din ansøgning. Du kan få svar på e-mail eller telefon.'],
				},
				{
					heading: 'Hvem kan du spørge?',
					lines: [
						`Svar på denne e-mail, eller kontakt ${projectLead.name}, ${projectLead.title}. Skriv eller sig dit referencenummer.`,
						mailLink(projectLead.email),
						phoneLink(projectLead.phone),
					],
				},
				{
					lines: [
						`Har du akut brug for hjælp, så ring ${emergency.number}. Vil du anmelde noget eller give et tip, så ring ${service.number}.`,
					],
				},
				{
					lines: [
						'Har du ikke søgt om at blive tryghedsambassadør? Så har en anden skrevet din e-mailadresse, måske ved en fejl. Svar på denne e-mail, så vi ved det.',
					],
				},
				{ lines: [programme.name, programme.authority.name] },
			],
		},
	);
}

/** Tells the project lead that the applicant has not been told; it holds only the reference. */
export function noticeOfLostReceipt(id: string, { programme, from }: Writing): Mail {
	const to = programme.projectLead.email;
	return writeMail(
		{ from, to, replyTo: to },
		{
			subject: `Kvitteringen for ansøgning ${referenceOf(id)} kom ikke frem`,
			blocks: [
				{
					lines: [
						'Vi kunne ikke aflevere kvitteringen til ansøgeren. E-mailadressen er måske skrevet forkert.',
					],
				},
				{
					lines: [
						'Du har stadig fået selve ansøgningen. Ring til ansøgeren. Telefonnummeret står i den.',
					],
				},
			],
		},
	);
}
