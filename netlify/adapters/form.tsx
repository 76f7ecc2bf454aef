import type { Context } from '@netlify/functions';
import { questionsOf } from '#application/asking/questions.ts';
import { type Application, check, type Mistake } from '#application/asking/rules.ts';
import { slipsIn, suggestionFor } from '#application/asking/slips.ts';
import { fingerprintOf, issueToken, readToken } from '#application/confirming/token.ts';
import { CheckPage, checkTitle } from '#application/form/check-page.tsx';
import { FormPage, type FormText } from '#application/form/form-page.tsx';
import { refusal } from '#application/form/messages.ts';
import { settings } from '#content/settings.ts';
import { openingHere } from './deployment.ts';
import { type Environment, readEnvironment, whyNot } from './env.ts';
import { log } from './log.ts';
import { failurePage, type Fields, pageResponse, readFrame, troublePage } from './page.tsx';
import { readForm } from './read-form.ts';
import { randomId, signWith } from './seal.ts';

/** Answers without a mistake, where applications are taken. */
export interface Posted {
	/** What was posted, as it was written. */
	fields: Fields;
	/** What it is read as. */
	application: Application;
	env: Environment;
}

type Next = (posted: Posted, context: Context, request: Request) => Promise<Response>;

const questions = questionsOf(settings.municipalities);

/** Reads and checks a posted form. Calls `next` only for answers without a mistake, where applications are taken. */
export function handleForm(next: Next) {
	return async (request: Request, context: Context): Promise<Response> => {
		let fields: Fields | undefined;
		try {
			const form = await readForm(request);
			fields = form.fields;
			if (form.kind === 'form') return await answerForm(form.fields, request, context, next);
			const { status, why } = form;
			log({ event: 'refused', status, why });
			const headers = status === 405 ? { Allow: 'POST' } : {};
			return await troublePage(status, why, { fields, headers });
		} catch (error) {
			return failurePage(error, fields);
		}
	};
}

async function answerForm(
	fields: Fields,
	request: Request,
	context: Context,
	next: Next,
): Promise<Response> {
	if (fields.edit !== undefined) return formPage(200, fields);
	const checked = check(fields, questions);
	if (checked.kind === 'invalid') return formPage(422, fields, checked);
	const read = readEnvironment();
	const opening = openingHere(context, read);
	if (opening.kind === 'open' && read.env) {
		return next({ fields, application: checked.application, env: read.env }, context, request);
	}
	const why = opening.kind === 'unready' ? whyNot(opening.missing) : opening.kind;
	log({ event: 'refused', status: 503, why });
	const isFirst = fields.token === undefined;
	return formPage(503, fields, { notice: refusal(opening, isFirst, settings) });
}

/** The form with what was posted, and what is wrong with that. */
async function formPage(
	status: number,
	fields: Fields,
	{ mistakes = [], notice }: { mistakes?: readonly Mistake[]; notice?: string } = {},
): Promise<Response> {
	const frame = await readFrame();
	const text = JSON.parse(frame.text) as FormText;
	const title = mistakes.length > 0 ? `Fejl: ${text.title}` : text.title;
	const state = { text, programme: settings, questions, fields, mistakes, notice };
	return pageResponse(status, frame, title, <FormPage {...state} />);
}

/**
 * "Tjek dine svar", with the correction that the applicant took.
 *
 * @param token lets exactly these answers be sent; a new one where it is left out
 */
export async function checkPage(
	{ fields, application, env }: Posted,
	{
		status = 200,
		token,
		notice,
	}: {
		status?: number;
		token?: string | undefined;
		notice?: string;
	} = {},
): Promise<Response> {
	const suggestion = fields.take === undefined ? undefined : suggestionFor(application.email);
	const correction = suggestion === undefined ? {} : { email: suggestion };
	const meant = { ...application, ...correction };
	const sign = signWith(env.FORM_SECRET);
	const now = Date.now();
	const seen = { fingerprint: fingerprintOf(application, sign), now };
	const read = readToken(fields.token, seen, sign);
	// A correction is not read again: the time that passed since the answers were shown counts.
	const issued = { now: read.kind === 'valid' ? read.issuedAt : now, random: randomId() };
	const state = {
		questions,
		fields: { ...fields, ...correction },
		application: meant,
		token: token ?? issueToken(meant, issued, sign),
		slips: slipsIn(meant, settings.projectLead.email),
		notice,
	};
	return pageResponse(status, await readFrame(), checkTitle, <CheckPage {...state} />);
}
