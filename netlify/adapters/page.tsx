import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { troubles } from '#application/form/messages.ts';
import { TroublePage } from '#application/form/trouble-page.tsx';
import { emergency } from '#application/programme.ts';
import { settings as programme } from '#content/settings.ts';
import { type Frame, frameIn, framePath } from '#site/frame.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';
import { log, nameOfError } from './log.ts';

export type Fields = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string>>;

/** The frame of a page, as it was built; under `npm run dev` as the development server shows it now. */
export async function readFrame(): Promise<Frame> {
	const server = process.env.PAGES_URL;
	const html = server
		? await (await fetch(new URL(framePath, server))).text()
		: await readFile(resolve('build', 'pages', 'frame.html'), 'utf8');
	return frameIn(html);
}

/** Where the frame cannot be read: the least that holds a page, for what an applicant must not lose. */
const bareFrame: Frame = {
	parts: [
		`<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><style>body{max-width:42rem;margin:auto;padding:1rem;font:1.125rem/1.5 sans-serif}svg{display:none}</style><title>`,
		`</title></head><body><p>Akut? Ring <a href="tel:${emergency.number}">${emergency.number}</a></p><main>`,
		'</main></body></html>',
	],
	text: '',
};

/**
 * A page with the headers of every page. No proxy stores it. The browser does, so that "Back" shows the answers:
 * where it may not, Chromium says ERR_CACHE_MISS and Firefox "Document Expired", which looks as if all were lost.
 */
export function pageResponse(
	status: number,
	{ parts }: Frame,
	title: string,
	view: VNode,
	headers: Headers = {},
): Response {
	const [start, middle, end] = parts;
	const html = [start, renderToString(<>{title}</>), middle, renderToString(view), end].join('');
	return new Response(html, {
		status,
		headers: {
			...securityHeaders(stylesOf(parts.join(''))),
			'Cache-Control': 'private, max-age=0',
			'Content-Type': 'text/html; charset=utf-8',
			...headers,
		},
	});
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
	return pageResponse(status, frame, trouble.title, view, headers);
}

/** Logs an unexpected error, and answers with a page that leads back to the answers. */
export function failurePage(error: unknown, fields?: Fields): Promise<Response> {
	log({ event: 'failed', error: nameOfError(error) });
	return troublePage(500, 'failure', { fields });
}
