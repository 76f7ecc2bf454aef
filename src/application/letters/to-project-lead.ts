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

const seen: Record<Mark, string> = {
	honeypot: 'Et felt, som mennesker ikke kan se, var udfyldt.',
	hurried: 'Der gik kun få sekunder, fra svarene blev vist, til ansøgningen blev sendt.',
};
const noReceipt = 'Ansøgeren har ikke fået en kvittering på e-mail. Den står kun på siden.';
const reply =
	'Svar på denne e-mail. Eller tryk på e-mailadressen: Så står der allerede en hilsen og referencenummeret.';
const noReply =
	'Svar ikke på denne e-mail: Svaret kommer ikke til ansøgeren, for mailtjenesten tog ikke imod adressen. Ring i stedet.';
const judge = 'Ring til ansøgeren, og hør, om ansøgningen er ægte.';

/** What stands on top of the letter, so that the project lead can call at once. */
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
	/** Whether it goes without the applicant's address as Reply-To, because the provider refused that. */
	isPlain?: boolean;
}

/**
 * The application as the project lead gets it: who, where, how to reach them and when, then the other answers
 * under their questions. A reply goes to the applicant. The subject holds nothing that the applicant wrote: a
 * line break in it would lose the letter, and a name does not belong in a list of subjects.
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
								lines: [...marks.map((mark) => `Bemærk: ${seen[mark]}`), judge],
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

/** The applicant's address, which begins a reply with a greeting and the reference. */
function replyLink(
	email: string,
	{ name, reference }: { name: string; reference: string },
	{ projectLead }: Programme,
): Line {
	// A line of a letter holds 998 bytes, and the link is one word.
	const greeted = encodeURIComponent(name).length < 300 ? ` ${name}` : '';
	return mailLink(email, {
		subject: `Din ansøgning om at blive tryghedsambassadør (${reference})`,
		body: `Kære${greeted}\n\nTak for din ansøgning.\n\n\n\nVenlig hilsen\n${projectLead.name}, ${projectLead.title}`,
	});
}
