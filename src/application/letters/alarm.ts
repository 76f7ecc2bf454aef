import type { Problem } from '#application/delivering/problem.ts';
import type { Letter } from './letter.ts';
import { writeLetter } from './write.ts';

/** What each problem means, for the person who gets the alarm. docs/operations.md says what to do. */
const meanings: Record<Problem, string> = {
	undelivered:
		'Mailtjenesten har ikke taget imod ansøgningen i fire timer. Vi prøver igen hver time.',
	unconfirmed:
		'Mailtjenesten har taget imod ansøgningen, men har ikke meldt den afleveret. Spørg projektlederen, om den er kommet.',
	bounced: 'Projektlederens postkasse afviste ansøgningen. Tjek adressen.',
	suppressed: 'Mailtjenesten sender ikke til projektlederens postkasse. Fjern spærringen.',
	refused: 'Mailtjenesten afviste e-mailen med ansøgningen. En udvikler skal se på den.',
	configuration: 'Mailtjenesten afviste vores nøgle eller vores domæne.',
	quota: 'Vi har sendt så mange e-mails, som mailtjenesten tillader.',
	'side-letter':
		'Ansøgeren fik ingen kvittering, og vi kan ikke sende den e-mail, der fortæller projektlederen det. Giv besked.',
	unreadable:
		'Ansøgningen kan ikke læses, eller noget i lageret er ikke skrevet af os. Tjek krypteringsnøglen.',
	failed:
		'Noget gik galt hos os, to gange i træk. Vi prøver igen om lidt. En udvikler skal se på loggen.',
};

const subjects: Record<Problem, string> = {
	undelivered: 'Ansøgninger er ikke sendt',
	unconfirmed: 'Ansøgninger er måske ikke afleveret',
	bounced: 'Ansøgninger blev afvist af postkassen',
	suppressed: 'Ansøgninger er spærret hos mailtjenesten',
	refused: 'Ansøgninger blev afvist af mailtjenesten',
	configuration: 'Mailtjenesten afviser os',
	quota: 'Vi har ikke flere e-mails i dag',
	'side-letter': 'En ansøger fik ingen kvittering',
	unreadable: 'Ansøgninger kan ikke læses',
	failed: 'Noget gik galt hos os',
};

/**
 * Tells what is stuck. It says the same whenever it is written about the same.
 *
 * @param about the references, or at least how many they are
 */
export function alarm(
	problem: Problem,
	about: readonly string[] | number,
	{ from, to }: { from: string; to: string },
): Letter {
	const which =
		typeof about === 'number' ? `mindst ${about} ansøgninger` : `disse numre: ${about.join(', ')}`;
	return writeLetter(
		{ from, to, replyTo: to },
		{
			subject: subjects[problem],
			blocks: [
				{ lines: [meanings[problem]] },
				{ lines: [`Det gælder ${which}.`] },
				{ lines: [`Hvad du skal gøre, står i docs/operations.md under ”${problem}”.`] },
			],
		},
	);
}

/** @param missing names the settings that are missing or malformed, never their values */
export function configurationAlarm(
	missing: readonly string[],
	{ from, to }: { from: string; to: string },
): Letter {
	return writeLetter(
		{ from, to, replyTo: to },
		{
			subject: 'Webstedet tager ikke imod ansøgninger',
			blocks: [
				{ lines: ['Disse indstillinger mangler eller er forkerte:', ...missing] },
				{ lines: ['Hvad du skal gøre, står i docs/operations.md.'] },
			],
		},
	);
}
