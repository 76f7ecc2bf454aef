import { type Markup, markup } from './markup.ts';
import { readable } from './phone.ts';
import { inOrder, type Question, type Questions } from './questions.ts';
import { referenceOf } from './reference.ts';
import type { Application } from './schema.ts';

/** An e-mail, finished. It is frozen when an application is accepted, so that a retry never differs. */
export interface Mail {
	from: string;
	to: string;
	replyTo: string;
	subject: string;
	text: string;
	html: string;
}

/** The facts that the e-mails tell; they come from the settings. */
export interface Programme {
	name: string;
	authority: { name: string };
	projectLead: { name: string; title: string; email: string; phone: string };
	emergency: { number: string; name: string };
	service: { number: string; name: string };
}

/** Why an application may not come from a person, for the project lead to judge. */
export type Mark = 'honeypot' | 'hurried';

const marks: Record<Mark, string> = {
	honeypot: 'Et felt, som er skjult for mennesker, var udfyldt.',
	hurried: 'Formularen blev sendt få sekunder efter, at den var vist.',
};

export const unansweredText = 'Ikke besvaret';

/** An answer as a person reads it, on the check page and in the e-mail alike. */
export function answerText(question: Question, answer: string): string {
	if (answer === '') return unansweredText;
	if (question.kind === 'confirmation') return question.statement;
	return question.name === 'phone' ? readable(answer) : answer;
}

/**
 * The application as the project lead gets it: every answer under its question, and a reply goes to
 * the applicant. The subject holds nothing that the applicant wrote: a line break in it would lose
 * the e-mail, and a name does not belong in a list of subjects.
 */
export function mailToProjectLead(
	id: string,
	application: Application,
	{ questions, programme, from, found }: Writing & { found: readonly Mark[] },
): Mail {
	const reference = referenceOf(id);
	const subject = `Ny ansøgning ${reference}`;
	const warnings = found.map((mark) => marks[mark]);
	const answers = inOrder(questions).map((question) => ({
		question,
		text: answerText(question, application[question.name]),
	}));
	const intro = `Der er kommet en ansøgning fra en borger, som vil være tryghedsambassadør. Svar på denne e-mail for at skrive til ansøgeren.`;
	return {
		from,
		to: programme.projectLead.email,
		replyTo: application.email,
		subject,
		text: textOf([
			subject,
			intro,
			...warnings.map((warning) => `Bemærk: ${warning}`),
			...answers.map(({ question, text }) => `${question.heading}\n${text}`),
		]),
		html: documentOf(
			subject,
			markup`<h1>${subject}</h1>
<p>${intro}</p>
${warnings.map((warning) => markup`<p class="mark"><strong>Bemærk:</strong> ${warning}</p>\n`)}
${answers.map(({ question, text }) => markup`<h2>${question.heading}</h2>\n<p>${answerMarkup(question, application[question.name], text)}</p>\n`)}`,
		),
	};
}

/**
 * The receipt. It holds none of the applicant's own words, so that the form cannot be used to send
 * a stranger a message of one's own.
 */
export function mailToApplicant(
	id: string,
	application: Application,
	{ programme, from }: Writing,
): Mail {
	const { projectLead, emergency, service } = programme;
	const reference = referenceOf(id);
	const subject = `Vi har modtaget din ansøgning (${reference})`;
	const received = `Vi har modtaget din ansøgning om at blive tryghedsambassadør. Dit referencenummer er`;
	const next = `Projektlederen får din ansøgning og læser den. Du kan få svar på e-mail eller telefon.`;
	const ask = `Har du spørgsmål, så svar på denne e-mail, eller kontakt ${projectLead.name}, ${projectLead.title}. Oplys dit referencenummer.`;
	const urgent = `Har du akut brug for hjælp, så ring ${emergency.number}. Vil du anmelde noget eller give et tip, så ring ${service.number}.`;
	const mistaken = `Har du ikke søgt om at blive tryghedsambassadør? Så har en anden skrevet din e-mailadresse, måske ved en fejl. Svar på denne e-mail, så vi ved det.`;
	return {
		from,
		to: application.email,
		replyTo: projectLead.email,
		subject,
		text: textOf([
			`${received} ${reference}.`,
			`Hvad sker der nu?\n${next}`,
			`Hvem kan du spørge?\n${ask}\nE-mail: ${projectLead.email}\nTelefon: ${readable(projectLead.phone)}`,
			urgent,
			mistaken,
			`${programme.name}\n${programme.authority.name}`,
		]),
		html: documentOf(
			subject,
			markup`<h1>Vi har modtaget din ansøgning</h1>
<p>${received}:</p>
<p class="reference">${reference}</p>
<h2>Hvad sker der nu?</h2>
<p>${next}</p>
<h2>Hvem kan du spørge?</h2>
<p>${ask}</p>
<p>E-mail: ${mailLink(projectLead.email)}<br>Telefon: ${phoneLink(projectLead.phone)}</p>
<p>${urgent}</p>
<p>${mistaken}</p>
<p>${programme.name}<br>${programme.authority.name}</p>`,
		),
	};
}

/** Tells the project lead that the applicant has not been told; it holds only the reference. */
export function noticeOfLostReceipt(id: string, { programme, from }: Writing): Mail {
	const to = programme.projectLead.email;
	return letter(
		{ from, to, replyTo: to },
		`Kvitteringen for ansøgning ${referenceOf(id)} kom ikke frem`,
		[
			'Vi kunne ikke aflevere kvitteringen til ansøgeren. E-mailadressen er måske skrevet forkert.',
			'Du har stadig fået selve ansøgningen. Ring til ansøgeren. Telefonnummeret står i den.',
		],
	);
}

/** A short e-mail of plain paragraphs under its subject. */
export function letter(
	addresses: Pick<Mail, 'from' | 'to' | 'replyTo'>,
	subject: string,
	paragraphs: readonly string[],
): Mail {
	const body = markup`<h1>${subject}</h1>${paragraphs.map((text) => markup`\n<p>${text}</p>`)}`;
	return { ...addresses, subject, text: textOf(paragraphs), html: documentOf(subject, body) };
}

/** What the e-mails are written from. */
export interface Writing {
	questions: Questions;
	programme: Programme;
	/** The sender, `Name <address>`, on a domain that the mail provider has verified. */
	from: string;
}

function answerMarkup(
	question: Question,
	answer: string,
	text: string,
): Markup | readonly Markup[] {
	if (question.name === 'email') return mailLink(answer);
	if (question.name === 'phone') return phoneLink(answer);
	return text.split('\n').map((line, at) => (at ? markup`<br>${line}` : markup`${line}`));
}

function mailLink(address: string): Markup {
	return markup`<a href="mailto:${encodeURIComponent(address).replace('%40', '@')}">${address}</a>`;
}

function phoneLink(number: string): Markup {
	return markup`<a href="tel:${number}">${readable(number)}</a>`;
}

function textOf(paragraphs: readonly string[]): string {
	return `${paragraphs.join('\n\n')}\n`;
}

/** One column, no picture, styles in the head: Outlook on Windows lays out with Word and reads these. */
function documentOf(title: string, body: Markup): string {
	return markup`<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { margin: 0; padding: 16px; max-width: 640px; font: 16px/1.5 Arial, sans-serif; color: #1a1a1a; background: #ffffff; }
h1 { margin: 0 0 16px; font-size: 24px; line-height: 1.25; }
h2 { margin: 24px 0 4px; font-size: 16px; line-height: 1.5; color: #454545; }
p { margin: 0 0 12px; }
a { color: #004d99; }
.mark { padding: 8px 12px; border-left: 4px solid #b35900; background: #fff4e5; }
.reference { font-size: 28px; font-weight: bold; letter-spacing: 1px; }
</style>
</head>
<body>
${body}
</body>
</html>
`.html;
}
