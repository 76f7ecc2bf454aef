import type { Config } from '@netlify/functions';
import { tokenFor } from '#application/confirming/confirm.ts';
import { withAnswers } from '#netlify/adapters/doorway.ts';
import { checkPage } from '#netlify/adapters/page.tsx';
import { randomId, signWith } from '#netlify/adapters/seal.ts';

/** `POST /ansoeg/tjek`: the form with its mistakes, or "Tjek dine svar". */
export default withAnswers(async ({ fields, application, env }) => {
	const issued = { now: Date.now(), random: randomId() };
	const token = tokenFor(application, issued, signWith(env.FORM_SECRET));
	return checkPage(200, fields, application, token);
});

export const config: Config = {
	path: ['/ansoeg/tjek', '/ansoeg/tjek/'],
	rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};
