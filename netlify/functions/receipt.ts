import type { Config } from '@netlify/functions';
import { readReceipt } from '#application/confirming/token.ts';
import { guarded } from '#netlify/adapters/form.ts';
import { environment } from '#netlify/adapters/env.ts';
import { receiptPage, troublePage } from '#netlify/adapters/page.tsx';
import { signWith } from '#netlify/adapters/seal.ts';

/** `GET /ansoeg/kvittering?nr=…`: the receipt of an application that is kept, and of nothing else. */
export default guarded(async (request) => {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return troublePage(405, 'method', { headers: { Allow: 'GET, HEAD' } });
	}
	const signed = new URL(request.url).searchParams.get('nr') ?? '';
	const { FORM_SECRET, MAIL_FROM } = environment();
	const receipt = readReceipt(signed, signWith(FORM_SECRET));
	if (receipt === null) return troublePage(404, 'unknown-receipt');
	return receiptPage(receipt, MAIL_FROM.replace(/^.*<|>$/g, ''));
});

export const config: Config = {
	path: ['/ansoeg/kvittering', '/ansoeg/kvittering/'],
	region: 'fra',
};
