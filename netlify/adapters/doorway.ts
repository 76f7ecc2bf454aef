import type { Context } from '@netlify/functions';
import { type Application, check } from '#application/asking/rules.ts';
import { notices, unready } from '#application/form/what-went-wrong.ts';
import { settings } from '#content/settings.ts';
import { acceptance, type Acceptance } from './acceptance.ts';
import { Misconfigured } from './env.ts';
import { log, nameOfError } from './log.ts';
import { type Fields, formPage, questions, troublePage } from './page.tsx';
import { readForm } from './read-form.ts';

type Handler = (request: Request, context: Context) => Promise<Response>;

/** Answers posted by an applicant, in order, where applications are taken. */
export interface Posted extends Omit<Extract<Acceptance, { kind: 'open' }>, 'kind'> {
	/** What was posted, as it was written. */
	fields: Fields;
	/** What it is read as. */
	application: Application;
	context: Context;
}

/** Reads a posted form, and goes on where its answers are in order and can be taken. */
export function withAnswers(goOn: (posted: Posted) => Promise<Response>): Handler {
	return guarded(async (request, context) => {
		const form = await readForm(request);
		if (form.kind === 'refused') {
			const { status, why, fields } = form;
			log({ event: 'refused', status, why });
			const headers = status === 405 ? { Allow: 'POST' } : {};
			return troublePage(status, why, { fields, headers });
		}
		const { fields } = form;
		return orTrouble(() => answerTo(fields, context), fields);
	});

	async function answerTo(fields: Fields, context: Context): Promise<Response> {
		if (fields.edit !== undefined) return formPage(200, fields);
		const checked = check(fields, questions);
		if (checked.kind === 'invalid') return formPage(422, fields, checked);
		const desk = acceptance(context);
		if (desk.kind === 'closed') {
			log({ event: 'refused', status: 503, why: desk.why });
			const notice = desk.notice === 'preview' ? notices.preview : unready(settings);
			return formPage(503, fields, { notice });
		}
		return goOn({ ...desk, fields, application: checked.application, context });
	}
}

/** Answers a surprise with a page that says so, and with the project lead's phone number. */
export function guarded(handle: Handler): Handler {
	return (request, context) => orTrouble(() => handle(request, context));
}

/** @param fields what the applicant would lose */
async function orTrouble(work: () => Promise<Response>, fields?: Fields): Promise<Response> {
	try {
		return await work();
	} catch (error) {
		const [status, why] =
			error instanceof Misconfigured ? ([503, 'not-set-up'] as const) : ([500, 'failure'] as const);
		if (error instanceof Misconfigured) log({ event: 'refused', status, why: error.message });
		else log({ event: 'failed', error: nameOfError(error) });
		return troublePage(status, why, { fields });
	}
}
