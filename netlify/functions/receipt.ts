import type { Config } from '@netlify/functions';
import { readReference } from '#application/confirming/token.ts';
import { environment } from '#netlify/adapters/env.ts';
import { guarded } from '#netlify/adapters/guard.ts';
import { Page } from '#netlify/adapters/page.ts';
import { troublePage, unknownReceiptPage } from '#netlify/adapters/problem.ts';
import { signWith } from '#netlify/adapters/seal.ts';

/** `GET /ansoeg/kvittering?nr=…`: the receipt of an application that is kept, and of nothing else. */
export default guarded(async (request) => {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return (await troublePage('method')).response(405, { Allow: 'GET, HEAD' });
	}
	const signed = new URL(request.url).searchParams.get('nr') ?? '';
	const reference = readReference(signed, signWith(environment().FORM_SECRET));
	if (reference === null) return (await unknownReceiptPage()).response(404);
	return (await Page.open('kvittering')).text('reference', reference).response(200);
});

export const config: Config = { path: ['/ansoeg/kvittering', '/ansoeg/kvittering/'] };
