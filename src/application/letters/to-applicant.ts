import { mailable } from '#application/asking/email-address.ts';
import type { Application } from '#application/asking/rules.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { type Letter, mailLink, phoneLink } from './letter.ts';
import type { Writing } from './writing.ts';
import { writeLetter } from './write.ts';

/**
 * The receipt. It holds none of the applicant's own words, so that the form cannot be used to send
 * a stranger a message of one's own.
 */
export function letterToApplicant(
	id: string,
	application: Application,
	{ programme, from }: Writing,
): Letter {
	const { projectLead, emergency, service } = programme;
	const reference = referenceOf(id);
	return writeLetter(
		{ from, to: mailable(application.email), replyTo: projectLead.email },
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
