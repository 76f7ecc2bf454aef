import { emergency, service, nextStep } from '#application/programme.ts';
import { referenceOf } from '#application/confirming/id.ts';
import { type Letter, mailLink, phoneLink } from './letter.ts';
import { inWords } from '#application/danish-date.ts';
import { writeLetter } from './write.ts';
import type { Received, Writing } from './writing.ts';

/**
 * The receipt by e-mail. It contains none of the applicant's own words. Otherwise anybody could use the form to send
 * a message to a stranger.
 */
export function letterToApplicant(
	{ id, at, application }: Received,
	{ programme, from }: Writing,
): Letter {
	const { projectLead } = programme;
	const reference = referenceOf(id);
	return writeLetter(
		{ from, programme },
		{
			to: application.email,
			replyTo: projectLead.email,
			subject: `Vi har modtaget din ansøgning (${reference})`,
			title: 'Vi har modtaget din ansøgning',
			blocks: [
				{
					lines: [
						`Du har ansøgt om at blive tryghedsambassadør. Vi modtog din ansøgning den ${inWords(at)}.`,
						'Dit referencenummer er:',
					],
				},
				{ look: 'reference', lines: [reference] },
				{
					heading: 'Hvad sker der nu?',
					lines: [
						`Projektlederen får din ansøgning. ${nextStep(programme)} Dine svar står ikke i denne e-mail.`,
					],
				},
				{
					heading: 'Har du spørgsmål?',
					lines: [
						`Svar på denne e-mail, eller kontakt ${projectLead.title} ${projectLead.name}. Skriv eller sig dit referencenummer.`,
						mailLink(projectLead.email, { subject: `Min ansøgning ${reference}` }),
						phoneLink(projectLead.phone),
					],
				},
				{
					heading: 'Er det akut?',
					lines: [
						`Er det akut, så ring ${emergency.number}. Vil du anmelde noget, der ikke haster, så ring ${service.number}.`,
					],
				},
				{
					heading: 'Pas på dine oplysninger',
					lines: ['Send aldrig CPR-nummer, kodeord eller kortoplysninger på e-mail.'],
				},
				{
					heading: 'Har du ikke ansøgt?',
					lines: [
						'Så har en anden skrevet din e-mailadresse, måske ved en fejl. Svar på denne e-mail, så vi ved det.',
					],
				},
			],
		},
	);
}
