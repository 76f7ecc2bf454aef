import type { Config } from '@netlify/functions';
import { checkAnswers } from '#netlify/adapters/check-answers.ts';
import { guarded, readAnswers } from '#netlify/adapters/form.ts';

/** `POST /ansoeg/tjek`: the form with its mistakes, or "Tjek dine svar". */
export default guarded(async (request, context) => {
	const posted = await readAnswers(request, context);
	return posted instanceof Response ? posted : checkAnswers(posted);
});

export const config: Config = {
	path: ['/ansoeg/tjek', '/ansoeg/tjek/'],
	rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
	region: 'fra',
};
