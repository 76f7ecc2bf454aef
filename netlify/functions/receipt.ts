import type { Config } from '@netlify/functions';
import { readReference } from '#application/confirming/token.ts';
import { guarded } from '#netlify/adapters/doorway.ts';
import { environment } from '#netlify/adapters/env.ts';
import { receiptPage, troublePage } from '#netlify/adapters/page.tsx';
import { signWith } from '#netlify/adapters/seal.ts';

/** `GET /ansoeg/kvittering?nr=…`: the receipt of an application that is kept, and of nothing else. */
export default guarded(async (request) => {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return troublePage(405, 'method', { Allow: 'GET, HEAD' });
	}
	const signed = new URL(request.url).searchParams.get('nr') ?? '';
	const reference = readReference(signed, signWith(environment().FORM_SECRET));
	return reference === null ? troublePage(404, 'unknown-receipt') : receiptPage(reference);
});

export const config: Config = { path: ['/ansoeg/kvittering', '/ansoeg/kvittering/'] };
