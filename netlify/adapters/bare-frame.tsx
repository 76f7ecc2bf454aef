import { renderToString } from 'preact-render-to-string';
import { emergency } from '#application/programme.ts';
import { securityHeaders, stylesOf } from '#site/headers.ts';

const head = (
	<>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<meta name="color-scheme" content="light dark" />
		<style>
			{
				'body{max-width:42rem;margin:auto;padding:1rem;font:1.125rem/1.5 sans-serif}svg{display:none}'
			}
		</style>
	</>
);
const call = (
	<p>
		Akut? Ring <a href={`tel:${emergency.number}`}>{emergency.number}</a>
	</p>
);

const start = `<!doctype html><html lang="da"><head>${renderToString(head)}<title>`;
const middle = `</title></head><body>${renderToString(call)}<main>`;

/** Where the site's own frame cannot be had: the least that holds a page, for what an applicant must not lose. */
export const bareFrame = {
	parts: [start, middle, '</main></body></html>'],
	text: '',
	headers: securityHeaders(stylesOf(start)),
} as const;
