import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { questionsOf } from '#application/asking/questions.ts';
import type { Application, Mistake } from '#application/asking/rules.ts';
import type { Slip } from '#application/asking/slips.ts';
import type { Receipt } from '#application/confirming/token.ts';
import { CheckPage, checkTitle } from '#application/form/check-page.tsx';
import { FormPage, type FormText } from '#application/form/form-page.tsx';
import { ReceiptPage, receiptTitle } from '#application/form/receipt-page.tsx';
import { troubles } from '#application/form/messages.ts';
import { TroublePage } from '#application/form/trouble-page.tsx';
import { settings as programme } from '#content/settings.ts';
import { type Frame, frameIn, framePath } from '#site/frame.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { bareFrame } from './bare-frame.tsx';
import { log, nameOfError } from './log.ts';

/** The questions of this site's form. */
export const questions = questionsOf(programme.municipalities);

export type Fields = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string>>;

/** The form with what was written in it, and what is wrong with that. */
export async function formPage(
	status: number,
	fields: Fields,
	{ mistakes = [], notice }: { mistakes?: readonly Mistake[]; notice?: string } = {},
): Promise<Response> {
	const frame = await readFrame();
	const text = JSON.parse(frame.text) as FormText;
	const title = mistakes.length > 0 ? `Fejl: ${text.title}` : text.title;
	const state = { text, programme, questions, fields, mistakes, notice };
	return answer(status, frame, title, <FormPage {...state} />);
}

/** "Tjek dine svar", with the token that lets exactly these answers be sent. */
export async function checkPage(
	status: number,
	fields: Fields,
	application: Application,
	token: string,
	{ slips = [], notice }: { slips?: readonly Slip[]; notice?: string } = {},
): Promise<Response> {
	const state = { questions, fields, application, token, slips, notice };
	return answer(status, await readFrame(), checkTitle, <CheckPage {...state} />);
}

/** @param from the address that e-mails come from */
export async function receiptPage(receipt: Receipt, from: string): Promise<Response> {
	const view = <ReceiptPage {...receipt} programme={programme} from={from} />;
	return answer(200, await readFrame(), receiptTitle, view);
}

/**
 * A page of its own that says what went wrong and what to do.
 *
 * @param fields what was posted: the page leads back to it
 */
export async function troublePage(
	status: number,
	why: keyof typeof troubles,
	{ fields, headers }: { fields?: Fields | undefined; headers?: Headers } = {},
): Promise<Response> {
	const trouble = troubles[why];
	const view = <TroublePage trouble={trouble} programme={programme} fields={fields} />;
	const frame = await readFrame().catch((error: unknown) => {
		log({ event: 'failed', error: nameOfError(error) });
		return bareFrame;
	});
	return answer(status, frame, trouble.title, view, headers);
}

type OpenFrame = Frame & { headers: Headers };

/** The frame as it was built; under `npm run dev` as the development server shows it now. */
async function readFrame(): Promise<OpenFrame> {
	const server = process.env.PAGES_URL;
	const html = server
		? await (await fetch(new URL(framePath, server))).text()
		: await readFile(resolve('build', 'pages', 'frame.html'), 'utf8');
	return { ...frameIn(html), headers: securityHeaders(stylesOf(html)) };
}

/**
 * With the headers of every page. No proxy stores it. The browser does, so that "Back" shows the answers:
 * where it may not, Chromium says ERR_CACHE_MISS and Firefox "Document Expired", which looks as if all were lost.
 */
function answer(
	status: number,
	{ parts: [start, middle, end], headers: ofFrame }: OpenFrame,
	title: string,
	view: VNode,
	headers: Headers = {},
): Response {
	const html = [start, renderToString(<>{title}</>), middle, renderToString(view), end].join('');
	return new Response(html, {
		status,
		headers: {
			...ofFrame,
			'Cache-Control': 'private, max-age=0',
			'Content-Type': 'text/html; charset=utf-8',
			...headers,
		},
	});
}
