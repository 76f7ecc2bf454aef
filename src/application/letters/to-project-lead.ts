import { answerText, inOrder, type QuestionName } from '#application/asking/questions.ts';
import { masked } from '#application/asking/cpr-number.ts';
import { referenceOf } from '#application/confirming/id.ts';
import type { Mark } from '#application/confirming/confirm.ts';
import type { Programme } from '#application/programme.ts';
import { type Letter, type Line, mailLink, phoneLink } from './letter.ts';
import { inWords } from '#application/danish-date.ts';
import { cellsOf } from './spreadsheet.ts';
import { writeLetter } from './write.ts';
import type { Received, Writing } from './writing.ts';

const markTexts: Record<Mark, string> = {
	honeypot: 'Et felt, som mennesker ikke kan se, var udfyldt.',
	hurried: 'Der gik under 2 sekunder, fra svarene blev vist, til ansøgningen blev sendt.',
};
const noReceipt =
	'Ansøgeren har ikke fået en kvittering på e-mail. Den blev kun vist på webstedet.';
const reply =
	'Svar på denne e-mail. Eller tryk på e-mailadressen: Så står der allerede en hilsen og referencenummeret.';
const noReply =
	'Svar ikke på denne e-mail: Svaret kommer ikke til ansøgeren, for mailtjenesten tog ikke imod adressen. Ring i stedet.';
const judge = 'Ring til ansøgeren, og hør, om ansøgningen er ægte.';

/** The questions at the top of the letter, which let the project lead call at once. */
const onTop: readonly QuestionName[] = [
	'name',
	'area',
	'municipality',
	'phone',
	'email',
	'callTime',
];

/** What else the project lead should know. */
export interface Circumstances {
	marks?: readonly Mark[];
	/** The id of another application from the same mailbox within a week. */
	sameMailboxAs?: string | undefined;
	/** Whether the applicant gets a receipt by e-mail. */
	hasReceipt?: boolean;
	/** Whether the mail provider refused the applicant's address, so that it cannot be Reply-To. */
	isPlain?: boolean;
}

/**
 * The application for the project lead: name, place, phone, e-mail and when to call, then the other answers under
 * their headings. A reply goes to the applicant. The subject contains nothing that the applicant wrote: a line break
 * would make the e-mail invalid, and names do not belong in a list of subjects.
 */
export function letterToProjectLead(
	{ id, at, application: written }: Received,
	{ questions, programme, from }: Writing,
	{ marks = [], sameMailboxAs, hasReceipt = true, isPlain = false }: Circumstances = {},
): Letter {
	const application = masked(written);
	const { name, area, municipality, phone, email, callTime } = application;
	const reference = referenceOf(id);
	const received = inWords(at);
	const to = programme.projectLead.email;
	const others = inOrder(questions).filter((question) => !onTop.includes(question.name));
	return writeLetter(
		{ from, programme },
		{
			to,
			replyTo: isPlain ? to : email,
			subject: `Ny ansøgning ${reference}: ${programme.name}, ${municipality}`,
			title: `${name}, ${area}`,
			blocks: [
				{
					look: 'reach',
					lines: [phoneLink(phone), replyLink(email, { name, reference }, programme)],
				},
				{
					lines: [
						`${questions.callTime.heading}: ${answerText(questions.callTime, callTime)}`,
						`${questions.municipality.heading}: ${municipality}`,
					],
				},
				{ lines: [`Modtaget ${received}`, `Referencenummer ${reference}`] },
				...(marks.length === 0
					? []
					: [
							{
								look: 'mark' as const,
								lines: [...marks.map((mark) => `Bemærk: ${markTexts[mark]}`), judge],
							},
						]),
				...(hasReceipt ? [] : [{ lines: [noReceipt] }]),
				...(sameMailboxAs === undefined
					? []
					: [{ lines: [`Samme e-mail som i ansøgning ${referenceOf(sameMailboxAs)}.`] }]),
				{ lines: [isPlain ? noReply : reply] },
				...others.map((question) => ({
					heading: question.heading,
					lines: answerText(question, application[question.name]).split('\n'),
				})),
				{
					heading: 'Til et regneark: Kopiér linjen, og sæt den ind i en række',
					look: 'cells',
					lines: [cellsOf({ id, at, application })],
				},
			],
		},
	);
}

/** A link that opens a reply to the applicant, with a greeting and the reference where there is room for them. */
function replyLink(
	email: string,
	{ name, reference }: { name: string; reference: string },
	{ projectLead }: Programme,
): Line {
	const link = mailLink(email, {
		subject: `Din ansøgning om at blive tryghedsambassadør (${reference})`,
		body: `Kære ${name}\n\nTak for din ansøgning.\n\n\n\nVenlig hilsen\n${projectLead.name}, ${projectLead.title}`,
	});
	// A line of an e-mail has at most 998 bytes, and a link cannot be broken.
	return `${link.text}${link.href}`.length < 900 ? link : mailLink(email);
}
