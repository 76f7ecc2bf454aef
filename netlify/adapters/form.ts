import type { Context } from '@netlify/functions';
import { type Application, check } from '#application/asking/rules.ts';
import type { Opening } from '#application/confirming/opening.ts';
import { closed, notices, unready } from '#application/form/messages.ts';
import { settings } from '#content/settings.ts';
import { openingHere } from './deployment.ts';
import {
	type Environment,
	Misconfigured,
	type ReadEnvironment,
	readEnvironment,
	whyNot,
} from './env.ts';
import { log, nameOfError } from './log.ts';
import { type Fields, formPage, questions, troublePage } from './page.tsx';
import { readForm } from './read-form.ts';

/** Answers in order, where applications are taken. */
export interface Posted {
	/** What was posted, as it was written. */
	fields: Fields;
	/** What it is read as. */
	application: Application;
	env: Environment;
}

/** What an applicant would lose if the rest of the request failed. */
const posted = new WeakMap<Request, Fields>();

/** Reads and checks a posted form; the response, where it stops here. */
export async function readAnswers(request: Request, context: Context): Promise<Posted | Response> {
	const form = await readForm(request);
	if (form.kind === 'refused') {
		const { status, why, fields } = form;
		log({ event: 'refused', status, why });
		const headers = status === 405 ? { Allow: 'POST' } : {};
		return troublePage(status, why, { fields, headers });
	}
	const { fields } = form;
	posted.set(request, fields);
	if (fields.edit !== undefined) return formPage(200, fields);
	const checked = check(fields, questions);
	if (checked.kind === 'invalid') return formPage(422, fields, checked);
	const read = readEnvironment();
	const opening = openingHere(context, read);
	if (opening.kind === 'open' && read.env) {
		return { fields, application: checked.application, env: read.env };
	}
	const [why, notice] = refusal(opening, read);
	log({ event: 'refused', status: 503, why });
	return formPage(503, fields, { notice });
}

/** Why no application is accepted, for the log and for the applicant. */
function refusal(opening: Opening, { problems }: ReadEnvironment): [why: string, notice: string] {
	switch (opening.kind) {
		case 'preview':
			return ['no applications from a preview', notices.preview];
		case 'closed':
			return ['closed in the settings', closed(opening.why, settings)];
		case 'unready':
			return [whyNot(opening.missing), unready(settings)];
		case 'open':
			return [whyNot(problems), unready(settings)];
		default:
			return opening satisfies never;
	}
}

type Handler = (request: Request, context: Context) => Promise<Response>;

/** Answers a surprise with a page that says so, with the project lead's phone number and a way back to the answers. */
export function guarded(handle: Handler): Handler {
	return async (request, context) => {
		try {
			return await handle(request, context);
		} catch (error) {
			const fields = posted.get(request);
			if (!(error instanceof Misconfigured)) {
				log({ event: 'failed', error: nameOfError(error) });
				return troublePage(500, 'failure', { fields });
			}
			log({ event: 'refused', status: 503, why: error.message });
			return troublePage(503, 'not-set-up', { fields });
		}
	};
}
