import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Config } from '@netlify/functions';
import { editorHeaders } from '#site/headers.ts';

/**
 * `GET /admin/`: the editor for staff. Netlify would add the headers for every page to a published file,
 * and of two content security policies a browser keeps to both; what a function answers has only its own.
 */
export default async () =>
	new Response(await readFile(resolve('build', 'pages', 'admin.html'), 'utf8'), {
		headers: {
			...editorHeaders(),
			'Content-Type': 'text/html; charset=utf-8',
			'Cache-Control': 'no-cache',
		},
	});

export const config: Config = { path: ['/admin', '/admin/'], region: 'fra' };
