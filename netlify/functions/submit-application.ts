import type { Config } from '@netlify/functions';
import { accept } from '#application/confirming/accept.ts';
import { fingerprintOf } from '#application/confirming/fingerprint.ts';
import type { Mark } from '#application/letters/to-project-lead.ts';
import { readable } from '#application/asking/phone-number.ts';
import { referenceOf } from '#application/confirming/reference.ts';
import { check } from '#application/asking/rules.ts';
import { deliverAtOnce } from '#application/delivering/sweep.ts';
import { readToken, signedReference } from '#application/confirming/token.ts';
import { settings } from '#content/settings.ts';
import { securityHeaders } from '#site/headers.ts';
import { paths } from '#site/paths.ts';
import { acceptance } from '#netlify/adapters/acceptance.ts';
import {
	checkPage,
	checkPageWith,
	formPage,
	honeypot,
	knownFields,
	questions,
} from '#netlify/adapters/application-pages.ts';
import { inTime } from '#netlify/adapters/deadline.ts';
import { readForm } from '#netlify/adapters/form.ts';
import { guarded } from '#netlify/adapters/guard.ts';
import { log, nameOfError } from '#netlify/adapters/log.ts';
import { refuse, turnAway } from '#netlify/adapters/refuse.ts';
import { signWith } from '#netlify/adapters/seal.ts';

/** `POST /ansoeg/send`: keeps the application, then sends the applicant on to the receipt. */
export default guarded(async (request, context) => {
	const posted = await readForm(request, knownFields);
	if (posted.kind === 'refused') return refuse(posted);
	const { fields } = posted;
	const checked = check(fields, questions);
	if (checked.kind === 'invalid') {
		return (await formPage(fields)).mistakes(checked.mistakes).response(422);
	}
	const desk = acceptance(context);
	if (desk.kind === 'closed') return turnAway(desk, await formPage(fields));
	const now = Date.now();
	const { env, ports } = desk;
	const sign = signWith(env.FORM_SECRET);
	const { application } = checked;
	const fingerprint = fingerprintOf(application, sign);
	const token = readToken(fields.token, { fingerprint, now }, sign);
	if (token.kind !== 'valid') {
		const page = await checkPage(fields, application, { now, sign });
		return page.notice(again[token.kind]).response(token.kind === 'stale' ? 409 : 403);
	}
	const confirmed = {
		id: token.id,
		now,
		application,
		fingerprint,
		mailbox: sign(`mailbox ${application.email.toLowerCase()}`),
		found: marksOf(fields, now - token.issuedAt),
	};
	const writing = { questions, programme: settings, from: env.MAIL_FROM };
	try {
		const { id, fresh } = await inTime(patience, accept(confirmed, writing, ports.outbox));
		log({ event: 'kept', reference: referenceOf(id) });
		// A head start for the sweeper, which does what this does not manage.
		if (fresh) context.waitUntil(deliverAtOnce(fresh, ports).catch(() => undefined));
		return receiptAt(signedReference(referenceOf(id), sign));
	} catch (error) {
		log({ event: 'not-kept', error: nameOfError(error) });
		const page = await checkPageWith(fields.token ?? '', fields, application);
		return page.notice(notKept).response(503);
	}
});

/** How long an applicant waits for us to keep the application, in milliseconds. */
const patience = 8000;

const unconfirmed =
	'Din ansøgning er ikke sendt endnu. Se dine svar igennem, og tryk på Send ansøgning.';
const again = {
	missing: unconfirmed,
	forged: unconfirmed,
	stale: `Der er gået mere end et døgn, siden du tjekkede dine svar. ${unconfirmed}`,
};
const notKept = `Vi ved ikke, om din ansøgning er modtaget, for noget gik galt hos os. Dine svar står her på siden. Prøv igen om lidt: Vi modtager den kun én gang. Eller kontakt ${settings.projectLead.name} på telefon ${readable(settings.projectLead.phone)} eller ${settings.projectLead.email}.`;

/** Faster than a person can look at the page, in milliseconds. */
const hurried = 1500;

function marksOf(fields: Record<string, string>, elapsed: number): Mark[] {
	const marks: Mark[] = [];
	if (fields[honeypot]) marks.push('honeypot');
	if (elapsed < hurried) marks.push('hurried');
	return marks;
}

function receiptAt(signed: string): Response {
	const location = `${paths.receipt}?nr=${signed}`;
	return new Response(null, {
		status: 303,
		headers: { ...securityHeaders([]), Location: location, 'Cache-Control': 'no-store' },
	});
}

export const config: Config = {
	path: ['/ansoeg/send', '/ansoeg/send/'],
	rateLimit: { windowLimit: 30, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};
