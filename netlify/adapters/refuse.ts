import type { Acceptance } from './acceptance.ts';
import type { Posted } from './form.ts';
import { log } from './log.ts';
import type { Page } from './page.ts';
import { troublePage } from './problem.ts';

/** Answers a post that our own form cannot have sent. */
export async function refuse({
	status,
	why,
}: Extract<Posted, { kind: 'refused' }>): Promise<Response> {
	log({ event: 'refused', status, why });
	return (await troublePage(why)).response(status, status === 405 ? { Allow: 'POST' } : {});
}

/** Says that no application can be taken, on a page that still holds what was written. */
export function turnAway(
	{ notice, why }: Extract<Acceptance, { kind: 'closed' }>,
	page: Page,
): Response {
	log({ event: 'refused', status: 503, why });
	return page.notice(notice).response(503);
}
