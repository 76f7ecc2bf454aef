import { settings } from '#content/settings.ts';
import type { Trouble } from './form.ts';
import { Page } from './page.ts';

interface Problem {
	title: string;
	paragraphs: readonly string[];
}

const goBack =
	'Gå tilbage i din browser. Så står dine svar der stadig. Du kan også begynde forfra på siden Ansøg.';
const notSent = 'Din ansøgning er ikke sendt.';

const troubles: Record<Trouble, Problem> = {
	method: {
		title: 'Siden kan ikke åbnes direkte',
		paragraphs: [notSent, 'Begynd på siden Ansøg, og brug knapperne på siderne.'],
	},
	'cross-site': {
		title: 'Formularen blev sendt fra et andet websted',
		paragraphs: [notSent, 'Du kan kun ansøge fra siden Ansøg her på webstedet.'],
	},
	'content-type': {
		title: 'Vi kan ikke læse formularen',
		paragraphs: [notSent, `Den blev sendt i et format, som vi ikke bruger. ${goBack}`],
	},
	size: {
		title: 'Dine svar fylder for meget',
		paragraphs: [notSent, `Gør dine svar kortere. ${goBack}`],
	},
	encoding: {
		title: 'Vi kan ikke læse dine svar',
		paragraphs: [notSent, `Der er tegn i dem, som ikke kom rigtigt frem. ${goBack}`],
	},
	'unknown-field': {
		title: 'Vi kan ikke læse formularen',
		paragraphs: [notSent, `Der kom et felt med, som ikke findes i formularen. ${goBack}`],
	},
	'repeated-field': {
		title: 'Vi kan ikke læse formularen',
		paragraphs: [notSent, `Det samme felt kom med flere gange. ${goBack}`],
	},
};

/** A page that says what went wrong and what to do. */
async function problemPage({ title, paragraphs }: Problem): Promise<Page> {
	const page = await Page.open('fejl');
	return page
		.title(() => `${title} – ${settings.name}`)
		.text('problem-title', title)
		.texts('problem-text', paragraphs);
}

export async function troublePage(why: Trouble): Promise<Page> {
	return problemPage(troubles[why]);
}

export async function unknownReceiptPage(): Promise<Page> {
	return problemPage({
		title: 'Vi kan ikke vise kvitteringen',
		paragraphs: [
			'Adressen er ikke rigtig. Måske mangler der noget af den.',
			'Har du fået en kvittering på e-mail, så har vi modtaget din ansøgning. Er du i tvivl, så spørg projektlederen.',
		],
	});
}

export async function notSetUpPage(): Promise<Page> {
	return problemPage({
		title: 'Vi kan ikke vise siden lige nu',
		paragraphs: [
			'Det er, fordi webstedet ikke er sat færdigt op. Skriv eller ring til projektlederen i stedet.',
		],
	});
}

export async function failurePage(): Promise<Page> {
	return problemPage({
		title: 'Noget gik galt hos os',
		paragraphs: [
			'Vi ved ikke, om din ansøgning kom frem. Har du ikke set en kvittering, så prøv igen, eller ring til projektlederen.',
		],
	});
}
