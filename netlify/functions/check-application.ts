import type { Config } from '@netlify/functions';
import { checkPage, handleForm } from '#netlify/adapters/form.tsx';

/** `POST /ansoeg/tjek`: the form with its mistakes, or "Tjek dine svar". */
export default handleForm((posted) => checkPage(posted));

export const config: Config = {
	path: ['/ansoeg/tjek', '/ansoeg/tjek/'],
	rateLimit: { windowLimit: 180, windowSize: 180, aggregateBy: ['ip', 'domain'] },
	region: 'fra',
};
