import { referencePattern } from '#application/confirming/id.ts';
import type { Programme } from '#application/programme.ts';
import type { Letter, Line } from './letter.ts';
import { writeLetter } from './write.ts';

const emails: Line = { text: 'Se e-mailen hos mailtjenesten', href: 'https://resend.com/emails' };
const functions: Line = { text: 'Se loggen hos Netlify', href: 'https://app.netlify.com/' };
const askDeveloper = 'Skriv det til den, der passer webstedet.';
const oneSetting = 'Denne indstilling mangler eller er forkert:';
const askLead = 'Skriv det til projektlederen, og spørg, om e-mailen er kommet.';

interface Meaning {
	/** # is replaced by "En ansøgning" or "Ansøgninger". */
	subject: string;
	text: string;
	/** What the person who gets the alarm does, and where. */
	todo: string;
	where?: Line;
}

/** What each problem means, for the person who gets the alarm. docs/incidents.md says more. */
const meanings = {
	undelivered: {
		subject: '# er ikke sendt',
		text: 'Mailtjenesten har ikke taget imod vores e-mails i fire timer. Vi prøver igen hver time.',
		todo: 'Se, om mailtjenesten har driftsproblemer.',
		where: { text: 'Se mailtjenestens drift', href: 'https://resend-status.com/' },
	},
	unconfirmed: {
		subject: '# er måske ikke afleveret',
		text: 'Mailtjenesten har taget imod e-mailen, men har ikke meldt, at den er afleveret.',
		todo: askLead,
		where: emails,
	},
	deferred: {
		subject: 'Projektlederens postkasse tager ikke imod e-mails lige nu',
		text: 'Måske er postkassen fuld. Vi prøver igen hver dag i en uge.',
		todo: 'Ring til projektlederen, og få ryddet op i postkassen.',
	},
	bounced: {
		subject: '# blev afvist af postkassen',
		text: 'Projektlederens postkasse tog ikke imod e-mailen.',
		todo: 'Ring til projektlederen. Tjek, om adressen er rigtig, og om postkassen er fuld. Bed så den, der passer webstedet, om at sende igen.',
		where: emails,
	},
	suppressed: {
		subject: '# kan ikke sendes: Projektlederens adresse er spærret',
		text: 'Mailtjenesten sender ikke til projektlederens postkasse.',
		todo: 'Fjern spærringen hos mailtjenesten, og bed den, der passer webstedet, om at sende igen.',
		where: emails,
	},
	refused: {
		subject: '# blev afvist af mailtjenesten',
		text: 'Mailtjenesten afviste e-mailen.',
		todo: askDeveloper,
		where: emails,
	},
	configuration: {
		subject: 'Mailtjenesten afviser os',
		text: 'Mailtjenesten afviste vores nøgle eller vores domæne.',
		todo: 'Tjek, at domænet stadig er godkendt, og at nøglen ikke er slettet.',
		where: { text: 'Se domænet hos mailtjenesten', href: 'https://resend.com/domains' },
	},
	quota: {
		subject: 'Vi kan ikke sende flere e-mails lige nu',
		text: 'Vi har sendt så mange e-mails, som vi må for tiden. Resten bliver sendt, når vi må igen.',
		todo: 'Sker det flere dage i træk, så køb flere e-mails.',
		where: { text: 'Se forbruget hos mailtjenesten', href: 'https://resend.com/settings/usage' },
	},
	'lost-receipt': {
		subject: 'En ansøger fik ingen kvittering',
		text: 'Vi kan heller ikke sende den e-mail, der fortæller projektlederen det.',
		todo: 'Skriv det til projektlederen, så ansøgeren bliver ringet op.',
	},
	unreadable: {
		subject: '# kan ikke læses',
		text: 'Indholdet i lageret kan ikke åbnes, eller det er ikke skrevet af os.',
		todo: `Er krypteringsnøglen ændret, så sæt den gamle ind igen. ${askDeveloper}`,
	},
	missing: {
		subject: '# er forsvundet fra lageret',
		text: 'Vi har ikke selv slettet noget.',
		todo: askLead,
	},
	failed: {
		subject: 'Noget gik galt hos os',
		text: 'Vi kunne ikke læse, gemme, sende eller slette noget. Vi prøver igen om lidt.',
		todo: askDeveloper,
		where: functions,
	},
	'roll-call': {
		subject: 'Ugens oversigt er ikke sendt',
		text: 'Mailtjenesten har ikke taget imod ugens oversigt over ansøgninger.',
		todo: 'Se, hvad mailtjenesten siger om den.',
		where: emails,
	},
	notice: {
		subject: 'En alarm eller ugens oversigt kom ikke frem',
		text: 'E-mailen kom tilbage fra postkassen.',
		todo: 'Tjek, at adressen er rigtig, og at postkassen ikke er fuld.',
		where: emails,
	},
	cut: {
		subject: 'Vi når ikke alle ansøgninger',
		text: 'I fire timer har vi ikke nået at sende alle e-mails.',
		todo: askDeveloper,
		where: functions,
	},
	unready: {
		subject: 'Webstedet tager ikke imod ansøgninger',
		text: 'Disse indstillinger mangler eller er forkerte:',
		todo: askDeveloper,
		where: { text: 'Se indstillingerne hos Netlify', href: 'https://app.netlify.com/' },
	},
	stopped: {
		subject: 'Udsendelsen kører ikke, som den skal',
		text: 'Funktionen deliver-outbox kører ikke. En anden funktion gør arbejdet, men har mindre tid.',
		todo: askDeveloper,
		where: functions,
	},
} as const satisfies Record<string, Meaning>;

/** What a person must act on, as it is named in alarms, in `/api/health` and in docs/incidents.md. */
export type Problem = keyof typeof meanings;
export const problemNames = Object.keys(meanings) as Problem[];

/** Sender and recipient of an alarm, and the facts of the site. */
export interface AlarmAddresses {
	from: string;
	to: string;
	programme: Programme;
}

/**
 * Writes an alarm. The same arguments give the same letter, so that a retry does not differ.
 *
 * @param about what has the problem: references of applications, names of settings, or other names
 */
export function alarm(
	problem: Problem,
	about: readonly string[],
	{ from, to, programme }: AlarmAddresses,
): Letter {
	const { subject, text, todo, where }: Meaning = meanings[problem];
	const isOne = about.length === 1;
	const title = subject.replace('#', isOne ? 'En ansøgning' : 'Ansøgninger');
	const paragraphs: (readonly Line[])[] = [
		problem === 'unready' ? [isOne ? oneSetting : text, ...about] : [text],
		...referenceParagraph(about),
		where ? [todo, where] : [todo],
		[chapterLine(problem, programme)],
	];
	return writeLetter(
		{ from, programme },
		{
			to,
			subject: `${programme.name}: ${title}`,
			title,
			blocks: paragraphs.map((lines) => ({ lines })),
		},
	);
}

/** A paragraph that names the applications with the problem, if there are any. */
function referenceParagraph(about: readonly string[]): string[][] {
	const references = about.filter((name) => referencePattern.test(name));
	if (references.length === 0) return [];
	const names = references.join(', ');
	return [[references.length === 1 ? `Det gælder ${names}.` : `Det gælder disse: ${names}.`]];
}

/** A link to a chapter of docs/incidents.md, or its name while `editing.repository` is not set. */
function chapterLine(chapter: string, { editing: { repository } }: Programme): Line {
	if (!repository) return `Der står mere i docs/incidents.md under ”${chapter}”.`;
	const href = `https://github.com/${repository}/blob/main/docs/incidents.md#${chapter}`;
	return { text: `Læs mere om ”${chapter}”`, href };
}
