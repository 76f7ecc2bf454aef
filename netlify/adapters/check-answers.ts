import { slipsIn, whatWasMeant } from '#application/asking/slips.ts';
import { tokenFor } from '#application/confirming/token.ts';
import { settings } from '#content/settings.ts';
import type { Posted } from './form.ts';
import { checkPage } from './page.tsx';
import { randomId, signWith } from './seal.ts';

/** "Tjek dine svar", with the correction that the applicant took, and a token of its own. */
export function checkAnswers({ fields, application, env }: Posted): Promise<Response> {
	const issued = { now: Date.now(), random: randomId() };
	const taken = fields.take === undefined ? {} : whatWasMeant(application);
	const meant = { ...application, ...taken };
	const token = tokenFor(meant, issued, signWith(env.FORM_SECRET));
	const slips = slipsIn(meant, settings.projectLead.email);
	return checkPage(200, { ...fields, ...taken }, meant, token, { slips });
}
