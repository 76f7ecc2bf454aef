import type { Config } from '@netlify/functions';
import { slipsIn, whatWasMeant } from '#application/asking/slips.ts';
import { tokenFor } from '#application/confirming/token.ts';
import { settings } from '#content/settings.ts';
import { guarded, readAnswers } from '#netlify/adapters/form.ts';
import { askedAbout, checkPage } from '#netlify/adapters/page.tsx';
import { randomId, signWith } from '#netlify/adapters/seal.ts';

/** `POST /ansoeg/tjek`: the form with its mistakes, or "Tjek dine svar". */
export default guarded(async (request, context) => {
	const posted = await readAnswers(request, context);
	if (posted instanceof Response) return posted;
	const { fields, application, env } = posted;
	const issued = { now: Date.now(), random: randomId() };
	const taken = fields.take === undefined ? {} : whatWasMeant(application);
	const meant = { ...application, ...taken };
	const token = tokenFor(meant, issued, signWith(env.FORM_SECRET));
	const asked = askedAbout(slipsIn(meant, settings.projectLead.email), meant.email);
	return checkPage(200, { ...fields, ...taken }, meant, token, { asked });
});

export const config: Config = {
	path: ['/ansoeg/tjek', '/ansoeg/tjek/'],
	rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
	region: 'fra',
};
