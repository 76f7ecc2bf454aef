/*
 * The sentences that depend on what happened. The message about a single answer is beside its rule, in `asking`.
 */
import { readable } from '#application/asking/phone-number.ts';
import type { Opening } from '#application/confirming/opening.ts';
import type { Programme } from '#application/programme.ts';

/** A page about what went wrong. */
export interface Trouble {
	title: string;
	paragraphs: readonly string[];
}

const startAnew = 'Begynd forfra på siden Ansøg. Bliver det ved, så ring til projektlederen.';
const goBack =
	'Gå tilbage til dine svar, og prøv igen. Bliver det ved, så ring til projektlederen.';
const notSent = 'Din ansøgning er ikke sendt.';

/** By the reason why a request is refused. */
export const troubles = {
	method: {
		title: 'Siden kan ikke åbnes direkte',
		paragraphs: [
			'Har du ikke set en kvittering, så begynd på siden Ansøg, og brug knapperne på siderne.',
		],
	},
	'cross-site': {
		title: 'Formularen blev sendt fra et andet websted',
		paragraphs: [notSent, `Du kan kun ansøge fra siden Ansøg her på webstedet. ${goBack}`],
	},
	'content-type': {
		title: 'Vi kan ikke læse formularen',
		paragraphs: [notSent, `Den blev sendt i et format, som vi ikke bruger. ${startAnew}`],
	},
	size: {
		title: 'Dine svar fylder for meget',
		paragraphs: [
			notSent,
			'Gå tilbage til dine svar, og skriv dem kortere. Bliver det ved, så ring til projektlederen.',
		],
	},
	encoding: {
		title: 'Vi kan ikke læse dine svar',
		paragraphs: [
			notSent,
			`Der er tegn i dem, som ikke kom rigtigt frem. De står som �, og dem skal du rette. ${goBack}`,
		],
	},
	'unknown-field': {
		title: 'Vi kan ikke læse formularen',
		paragraphs: [notSent, `Der kom et felt med, som ikke findes i formularen. ${goBack}`],
	},
	'repeated-field': {
		title: 'Vi kan ikke læse formularen',
		paragraphs: [notSent, `Det samme felt kom med flere gange. ${goBack}`],
	},
	'unknown-receipt': {
		title: 'Vi kan ikke vise kvitteringen',
		paragraphs: [
			'Linket er ikke rigtigt. Måske mangler der noget af det.',
			'Har du fået en kvittering på e-mail, så har vi modtaget din ansøgning. Er du i tvivl, så spørg projektlederen.',
		],
	},
	'not-set-up': {
		title: 'Vi kan ikke vise siden lige nu',
		paragraphs: ['Der er noget galt med webstedet. Ring eller skriv til projektlederen i stedet.'],
	},
	failure: {
		title: 'Noget gik galt hos os',
		paragraphs: ['Har du ikke set en kvittering, så prøv igen, eller ring til projektlederen.'],
	},
} as const satisfies Record<string, Trouble>;

const unconfirmed =
	'Har du ikke set en kvittering, så se dine svar igennem, og tryk på ”Send ansøgning”.';

/** Notices above the check page, by what is wrong with its token. */
export const notices = {
	missing: unconfirmed,
	forged: unconfirmed,
	stale: `Der er gået mere end et døgn, siden du tjekkede dine svar. ${unconfirmed}`,
} as const;

function whomToAsk({ projectLead: { name, phone, email } }: Programme): string {
	return `${name} på telefon ${readable(phone)} eller e-mail ${email}`;
}

/**
 * The notice above the form where applications are not taken.
 *
 * @param isFirst whether these answers cannot have been sent before
 */
export function refusal(opening: Opening, isFirst: boolean, programme: Programme): string {
	const whom = whomToAsk(programme);
	const todo = isFirst
		? `${notSent} Kontakt ${whom}.`
		: `Har du ikke set en kvittering, så kontakt ${whom}.`;
	switch (opening.kind) {
		case 'preview':
			return 'Dette er en forhåndsvisning af webstedet. Du kan se formularen, men du kan ikke sende en ansøgning herfra.';
		case 'closed':
			return `${opening.why.replace(/(?<![.!?])$/, '.')} ${todo}`;
		case 'open':
		case 'unready':
			return `Webstedet kan ikke tage imod ansøgninger lige nu. ${todo}`;
		default:
			return opening satisfies never;
	}
}

/** The notice above the check page where it is unknown whether the application is stored. */
export function unsure(programme: Programme): string {
	return `Vi ved ikke, om din ansøgning er modtaget, for noget gik galt hos os. Dine svar står her på siden. Prøv igen om lidt: Vi modtager den kun én gang. Eller kontakt ${whomToAsk(programme)}.`;
}
