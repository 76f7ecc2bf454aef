import { readable } from '#application/asking/phone-number.ts';
import type { Programme } from '#application/programme.ts';

/**
 * What an applicant is told when something is not as it should be, in one place. What is wrong with an
 * answer stands with the rule that it breaks, in `asking`.
 */

/** Something that a page of its own tells. */
export interface Trouble {
	title: string;
	paragraphs: readonly string[];
}

const startAnew = 'Begynd forfra på siden Ansøg. Bliver det ved, så ring til projektlederen.';
const goBack =
	'Gå tilbage til dine svar, og prøv igen. Bliver det ved, så ring til projektlederen.';
const notSent = 'Din ansøgning er ikke sendt.';

/** Why a request is answered with a page of its own. */
export const troubles = {
	method: {
		title: 'Siden kan ikke åbnes direkte',
		paragraphs: [notSent, 'Begynd på siden Ansøg, og brug knapperne på siderne.'],
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
		paragraphs: [notSent, `Skriv kortere svar. ${startAnew}`],
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
		paragraphs: ['Webstedet er ikke klar endnu. Skriv eller ring til projektlederen i stedet.'],
	},
	failure: {
		title: 'Noget gik galt hos os',
		paragraphs: [
			'Vi ved ikke, om din ansøgning kom frem. Har du ikke set en kvittering, så prøv igen, eller ring til projektlederen.',
		],
	},
} as const satisfies Record<string, Trouble>;

const unconfirmed =
	'Din ansøgning er ikke sendt endnu. Se dine svar igennem, og tryk på Send ansøgning.';

/** What stands above a page that holds the applicant's answers. */
export const notices = {
	missing: unconfirmed,
	forged: unconfirmed,
	stale: `Der er gået mere end et døgn, siden du tjekkede dine svar. ${unconfirmed}`,
	preview:
		'Dette er en forhåndsvisning af webstedet. Du kan se formularen, men du kan ikke sende en ansøgning herfra.',
} as const;

function whomToAsk({ projectLead: { name, phone, email } }: Programme): string {
	return `${name} på telefon ${readable(phone)} eller ${email}`;
}

/** Where the published site may not take an application, or could not keep it. */
export function unready(programme: Programme): string {
	return `Webstedet er ikke klar endnu, så du kan ikke sende en ansøgning lige nu. ${notSent} Kontakt ${whomToAsk(programme)}.`;
}

/** @param why what staff wrote when they closed the site */
export function closed(why: string, programme: Programme): string {
	return `${why} ${notSent} Kontakt ${whomToAsk(programme)}.`;
}

/** Where it is not known whether an application is kept. */
export function notKept(programme: Programme): string {
	return `Vi ved ikke, om din ansøgning er modtaget, for noget gik galt hos os. Dine svar står her på siden. Prøv igen om lidt: Vi modtager den kun én gang. Eller kontakt ${whomToAsk(programme)}.`;
}
