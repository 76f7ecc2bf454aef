import type { Config } from '@netlify/functions';
import { check } from '#application/asking/rules.ts';
import { acceptance } from '#netlify/adapters/acceptance.ts';
import {
	checkPage,
	formPage,
	knownFields,
	questions,
} from '#netlify/adapters/application-pages.ts';
import { readForm } from '#netlify/adapters/form.ts';
import { guarded } from '#netlify/adapters/guard.ts';
import { refuse, turnAway } from '#netlify/adapters/refuse.ts';
import { signWith } from '#netlify/adapters/seal.ts';

/** `POST /ansoeg/tjek`: the form with its mistakes, or "Tjek dine svar". */
export default guarded(async (request, context) => {
	const posted = await readForm(request, knownFields);
	if (posted.kind === 'refused') return refuse(posted);
	const { fields } = posted;
	if (fields.edit !== undefined) return (await formPage(fields)).response(200);
	const checked = check(fields, questions);
	if (checked.kind === 'invalid') {
		return (await formPage(fields)).mistakes(checked.mistakes).response(422);
	}
	const desk = acceptance(context);
	if (desk.kind === 'closed') return turnAway(desk, await formPage(fields));
	const sign = signWith(desk.env.FORM_SECRET);
	return (await checkPage(fields, checked.application, { now: Date.now(), sign })).response(200);
});

export const config: Config = {
	path: ['/ansoeg/tjek', '/ansoeg/tjek/'],
	rateLimit: { windowLimit: 60, windowSize: 60, aggregateBy: ['ip', 'domain'] },
};
