import type { Block, Letter } from './letter.ts';
import { writeLetter } from './write.ts';

/** What each problem means, for the person who gets the alarm. docs/incidents.md says what to do. */
const meanings = {
	undelivered: {
		subject: 'Ansøgninger er ikke sendt',
		text: 'Mailtjenesten har ikke taget imod ansøgningen i fire timer. Vi prøver igen hver time.',
	},
	unconfirmed: {
		subject: 'Ansøgninger er måske ikke afleveret',
		text: 'Mailtjenesten har taget imod ansøgningen, men har ikke meldt den afleveret. Spørg projektlederen, om den er kommet.',
	},
	deferred: {
		subject: 'Projektlederens postkasse tager ikke imod lige nu',
		text: 'Måske er postkassen fuld. Vi prøver igen hver dag i en uge. Sig det til projektlederen.',
	},
	bounced: {
		subject: 'Ansøgninger blev afvist af postkassen',
		text: 'Projektlederens postkasse afviste ansøgningen. Tjek adressen, og om postkassen er fuld.',
	},
	suppressed: {
		subject: 'Ansøgninger er spærret hos mailtjenesten',
		text: 'Mailtjenesten sender ikke til projektlederens postkasse. Fjern spærringen.',
	},
	refused: {
		subject: 'Ansøgninger blev afvist af mailtjenesten',
		text: 'Mailtjenesten afviste e-mailen med ansøgningen. En udvikler skal se på den.',
	},
	configuration: {
		subject: 'Mailtjenesten afviser os',
		text: 'Mailtjenesten afviste vores nøgle eller vores domæne.',
	},
	quota: {
		subject: 'Vi har ikke flere e-mails i dag',
		text: 'Vi har sendt så mange e-mails, som mailtjenesten tillader. Resten bliver sendt, når vi må igen.',
	},
	'lost-receipt': {
		subject: 'En ansøger fik ingen kvittering',
		text: 'Vi kan heller ikke sende den e-mail, der fortæller projektlederen det. Giv projektlederen besked.',
	},
	unreadable: {
		subject: 'Ansøgninger kan ikke læses',
		text: 'Ansøgningen kan ikke læses, eller noget i lageret er ikke skrevet af os. Tjek krypteringsnøglen.',
	},
	missing: {
		subject: 'Ansøgninger er forsvundet fra lageret',
		text: 'Ansøgningen lå i lageret og gør det ikke mere, og vi har ikke slettet den. Spørg projektlederen, om den er kommet.',
	},
	failed: {
		subject: 'Noget gik galt hos os',
		text: 'Noget gik galt hos os, to gange i træk. Vi prøver igen om lidt. En udvikler skal se på loggen.',
	},
	'roll-call': {
		subject: 'Ugens oversigt er ikke sendt',
		text: 'Mailtjenesten har ikke taget imod ugens oversigt over ansøgninger.',
	},
	notice: {
		subject: 'En alarm eller ugens oversigt kom ikke frem',
		text: 'E-mailen kom tilbage fra postkassen. Tjek adressen.',
	},
	cut: {
		subject: 'Vi når ikke alle ansøgninger',
		text: 'Hver gang er tiden gået, før alt var gjort. En udvikler skal se på det.',
	},
	stopped: {
		subject: 'Udsendelsen kører ikke, som den skal',
		text: 'Funktionen deliver-outbox kører ikke. En anden gør arbejdet, men har mindre tid. En udvikler skal se på det.',
	},
} as const;

export interface AlarmAddresses {
	from: string;
	to: string;
	/** `owner/name` at GitHub, where the guide is; `null` while it is not set. */
	repository: string | null;
}

/** What a person must act on, as it is named in alarms, in `/api/health` and in docs/incidents.md. */
export type Problem = keyof typeof meanings;
export const problemNames = Object.keys(meanings) as Problem[];

/**
 * Says what is stuck, in the same words whenever it is about the same.
 *
 * @param about the references, or at least how many they are
 */
export function alarm(
	problem: Problem,
	about: readonly string[] | number,
	addresses: AlarmAddresses,
): Letter {
	const which =
		typeof about === 'number' ? `mindst ${about} ansøgninger` : `disse numre: ${about.join(', ')}`;
	const { subject, text } = meanings[problem];
	return toAlarmMailbox(addresses, subject, problem, [
		{ lines: [text] },
		{ lines: [`Det gælder ${which}.`] },
	]);
}

/** @param missing names the settings that are missing or malformed, never their values */
export function configurationAlarm(missing: readonly string[], addresses: AlarmAddresses): Letter {
	return toAlarmMailbox(addresses, 'Webstedet tager ikke imod ansøgninger', 'unready', [
		{ lines: ['Disse indstillinger mangler eller er forkerte:', ...missing] },
	]);
}

function toAlarmMailbox(
	{ from, to, repository }: AlarmAddresses,
	subject: string,
	chapter: string,
	blocks: readonly Block[],
): Letter {
	const text = `docs/incidents.md, ”${chapter}”`;
	const href = `https://github.com/${repository ?? ''}/blob/main/docs/incidents.md#${chapter}`;
	const guide = { lines: ['Hvad du skal gøre, står her:', repository ? { text, href } : text] };
	return writeLetter({ from, to, replyTo: to }, { subject, blocks: [...blocks, guide] });
}
