import type { Context } from '@netlify/functions';
import { settings } from '#content/settings.ts';
import { Misconfigured } from './env.ts';
import { log, nameOfError } from './log.ts';
import { plain } from './plain.ts';
import { failurePage, notSetUpPage } from './problem.ts';

type Handler = (request: Request, context: Context) => Promise<Response>;

/** Answers a surprise with a page that says so, and with the project lead's phone number. */
export function guarded(handle: Handler): Handler {
	return async (request, context) => {
		try {
			return await handle(request, context);
		} catch (error) {
			if (error instanceof Misconfigured) {
				log({ event: 'refused', status: 503, why: error.message });
				const page = await notSetUpPage().catch(() => null);
				return page?.response(503) ?? plainFailure(503);
			}
			log({ event: 'failed', error: nameOfError(error) });
			const page = await failurePage().catch(() => null);
			return page?.response(500) ?? plainFailure(500);
		}
	};
}

/** Where even the page cannot be read. */
function plainFailure(status: number): Response {
	const { email, phone } = settings.projectLead;
	return plain(status, `Noget gik galt hos os. Kontakt projektlederen: ${phone}, ${email}`);
}
