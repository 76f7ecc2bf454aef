import type { Config } from '@netlify/functions';
import { readReceipt } from '#application/confirming/token.ts';
import { ReceiptPage, receiptTitle } from '#application/form/receipt-page.tsx';
import { settings } from '#content/settings.ts';
import { readEnvironment, whyNot } from '#netlify/adapters/env.ts';
import { log } from '#netlify/adapters/log.ts';
import { failurePage, pageResponse, readFrame, troublePage } from '#netlify/adapters/page.tsx';
import { signWith } from '#netlify/adapters/seal.ts';

/** `GET /ansoeg/kvittering?nr=…`: the receipt of an application that is stored, and of nothing else. */
export default async function receipt(request: Request): Promise<Response> {
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		return troublePage(405, 'method', { headers: { Allow: 'GET, HEAD' } });
	}
	const { env, problems } = readEnvironment();
	if (!env) {
		log({ event: 'refused', status: 503, why: whyNot(problems) });
		return troublePage(503, 'not-set-up');
	}
	const signed = new URL(request.url).searchParams.get('nr') ?? '';
	const accepted = readReceipt(signed, signWith(env.FORM_SECRET));
	if (accepted === null) return troublePage(404, 'unknown-receipt');
	const from = env.MAIL_FROM.replace(/^.*<|>$/g, '');
	const view = ReceiptPage({ ...accepted, programme: settings, from });
	try {
		return pageResponse(200, await readFrame(), receiptTitle, view);
	} catch (error) {
		return failurePage(error);
	}
}

export const config: Config = {
	path: ['/ansoeg/kvittering', '/ansoeg/kvittering/'],
	region: 'fra',
};
